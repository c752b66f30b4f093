package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yiping.domain.casework.Case;
import org.yiping.domain.geo.Position;

/// Another case of the same class near by (相似与相关): perhaps the same thing reported twice. Immutable; any thread.
record SameKind(Case value, double metres) {
    private static final double REACH_METRES = 50;
    private static final Duration BACK = Duration.ofDays(90);
    private static final int MOST = 3;

    /// The nearest of the 90 days before this one, without itself. Goes through all cases: not on the JavaFX thread.
    static List<SameKind> near(Case centre, Stream<Case> all) {
        Position at = centre.place().position();
        if (at == null) {
            return List.of();
        }
        return all.filter(c -> !c.id().equals(centre.id())
                        && c.subject().classCode().equals(centre.subject().classCode()))
                .filter(c -> c.report()
                        .reportedAt()
                        .isAfter(centre.report().reportedAt().minus(BACK)))
                .flatMap(c -> {
                    Position p = c.place().position();
                    return p == null ? Stream.empty() : Stream.of(new SameKind(c, at.distanceMetres(p)));
                })
                .filter(s -> s.metres <= REACH_METRES)
                .sorted(Comparator.comparingDouble(SameKind::metres))
                .limit(MOST)
                .toList();
    }
}
