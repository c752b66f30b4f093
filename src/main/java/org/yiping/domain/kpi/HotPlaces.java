package org.yiping.domain.kpi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;

/// Where cases gather in a span (热点): recurring places of one class and clusters of all classes, each within
/// `metres`. `patrolled` says whether any patrol's track is known of the span: where none is, nobody can say
/// whether a place is bad or merely looked at often. Immutable; any thread.
public record HotPlaces(Instant at, Span span, int metres, boolean patrolled, List<HotPlace> items) {
    public HotPlaces {
        items = List.copyOf(items);
    }

    /// One place; without a class it is a cluster of several. `cases` are the newest of them. `patrolHours` is
    /// how long patrols were within reach of it, `perHour` the cases divided by that; both absent where no
    /// track is known, and `perHour` where nobody was there.
    public record HotPlace(
            @Nullable ClassCode classCode,
            Position position,
            int count,
            Instant first,
            Instant last,
            List<CaseId> cases,
            @Nullable Double patrolHours,
            @Nullable Double perHour) {
        public HotPlace {
            cases = List.copyOf(cases);
        }
    }
}
