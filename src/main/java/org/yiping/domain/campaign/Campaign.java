package org.yiping.domain.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;

/// A special campaign (专项整治): for a while the city looks harder at some classes in some areas, and reports what
/// became of them apart from the rest. A case belongs to it by what it is, where it lies and when it was reported;
/// nothing is written on the case, so a campaign that is changed counts anew from its first day. Immutable; any
/// thread.
///
/// `lead` is the department that answers for it, absent where the hall does. `by` planned or changed it last.
public record Campaign(
        CampaignId id,
        String name,
        String goal,
        Bounds bounds,
        @Nullable DepartmentId lead,
        Actor by,
        @Nullable End ended) {

    /// Beginnings of class codes and of area codes, so that a whole major class or district is one of them; none
    /// means all. Reported from `from` on and before `until`.
    public record Bounds(List<String> classes, List<String> areas, Instant from, Instant until) {
        public Bounds {
            classes = List.copyOf(classes);
            areas = List.copyOf(areas);
        }
    }

    /// Ended before its time or summed up after it.
    public record End(Actor by, Instant at, String summary) {}

    /// When it stops to count: its last day or an earlier end.
    public Instant counted() {
        return ended != null && ended.at().isBefore(bounds.until()) ? ended.at() : bounds.until();
    }

    public boolean runsAt(Instant now) {
        return !now.isBefore(bounds.from()) && now.isBefore(counted());
    }

    public boolean covers(Case c) {
        Instant reported = c.report().reportedAt();
        String area = c.place().area() == null ? "" : c.place().area().value();
        return !reported.isBefore(bounds.from())
                && reported.isBefore(counted())
                && begins(c.subject().classCode().value(), bounds.classes())
                && begins(area, bounds.areas());
    }

    public Campaign end(End end) {
        return new Campaign(id, name, goal, bounds, lead, by, end);
    }

    private static boolean begins(String code, List<String> beginnings) {
        return beginnings.isEmpty() || beginnings.stream().anyMatch(code::startsWith);
    }
}
