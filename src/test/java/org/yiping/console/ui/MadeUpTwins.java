package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.store.Tables;
import org.yiping.domain.casework.Case;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;

/// Cases of a made-up city that look alike.
final class MadeUpTwins {
    private MadeUpTwins() {}

    /// The two nearest of the class; `but` is the one that is compared.
    static List<Twin> nearest(Tables tables, Instant now, ClassCode classCode, Position at, @Nullable Case but) {
        Instant when = but == null ? now : but.report().reportedAt();
        return tables.cases
                .rows()
                .values()
                .filter(c -> !c.equals(but)
                        && c.subject().classCode().equals(classCode)
                        && c.place().position() != null)
                .map(c -> new Twin(
                        c,
                        at.distanceMetres(Objects.requireNonNull(c.place().position())),
                        Duration.between(c.report().reportedAt(), when),
                        c.head().photos().isEmpty()
                                ? null
                                : c.head().photos().getFirst().fileId(),
                        null))
                .sorted(Comparator.comparingDouble(Twin::metres))
                .limit(2)
                .toList();
    }
}
