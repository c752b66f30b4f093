package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Rows;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Joined;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;

/// A case that has to do with the open one without being the same thing (相关案件): merged with it, about the same
/// component, or at the same place. `value` is absent where this seat does not see it. Immutable; any thread.
record Related(How how, CaseId id, String number, @Nullable Case value, double metres) {
    private static final double SAME_PLACE_METRES = 30;
    private static final Duration BACK = Duration.ofDays(90);
    private static final int MOST = 3;

    /// What they have in common.
    enum How {
        MERGED_INTO,
        MERGED_HERE,
        SAME_COMPONENT,
        SAME_PLACE
    }

    /// Goes through all cases: not on the JavaFX thread. What looks the same is told elsewhere and left out here.
    static List<Related> of(Case centre, Rows<CaseId, Case> all) {
        List<Related> found = new ArrayList<>();
        CaseId into = centre.progress().mergedInto();
        if (into != null) {
            found.add(merged(How.MERGED_INTO, into, into.value(), centre, all));
        }
        List<Joined> joined = centre.report().joined();
        if (joined != null) {
            joined.forEach(j ->
                    found.add(merged(How.MERGED_HERE, j.caseId(), j.number().value(), centre, all)));
        }
        List<CaseId> known = found.stream().map(Related::id).toList();
        Instant since = centre.report().reportedAt().minus(BACK);
        ComponentId component = centre.subject().component();
        Position at = centre.place().position();
        List<Related> beside = all.values()
                .filter(c -> !c.id().equals(centre.id())
                        && !known.contains(c.id())
                        && c.report().reportedAt().isAfter(since))
                .map(c -> beside(c, centre, component, at))
                .filter(Objects::nonNull)
                .toList();
        for (How how : List.of(How.SAME_COMPONENT, How.SAME_PLACE)) {
            beside.stream()
                    .filter(r -> r.how == how)
                    .sorted(Comparator.comparing(Related::reportedAt).reversed())
                    .limit(MOST)
                    .forEach(found::add);
        }
        return found;
    }

    private static @Nullable Related beside(
            Case c, Case centre, @Nullable ComponentId component, @Nullable Position at) {
        Position there = c.place().position();
        double metres = at == null || there == null ? Double.NaN : at.distanceMetres(there);
        if (component != null && component.equals(c.subject().component())) {
            return new Related(How.SAME_COMPONENT, c.id(), c.head().number().value(), c, metres);
        }
        boolean sameClass = c.subject().classCode().equals(centre.subject().classCode());
        return !sameClass && metres <= SAME_PLACE_METRES
                ? new Related(How.SAME_PLACE, c.id(), c.head().number().value(), c, metres)
                : null;
    }

    private static Related merged(How how, CaseId id, String number, Case centre, Rows<CaseId, Case> all) {
        Case value = all.get(id);
        Position at = centre.place().position();
        Position there = value == null ? null : value.place().position();
        return new Related(
                how,
                id,
                value == null ? number : value.head().number().value(),
                value,
                at == null || there == null ? Double.NaN : at.distanceMetres(there));
    }

    private Instant reportedAt() {
        return value == null ? Instant.EPOCH : value.report().reportedAt();
    }
}
