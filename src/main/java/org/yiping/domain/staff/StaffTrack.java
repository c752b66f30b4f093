package org.yiping.domain.staff;

import java.time.Instant;
import java.util.List;
import org.yiping.domain.geo.Position;

/// One day of one unit, opened: the day, its track, what was passed of the duty grid and what was not, and
/// the signs. `fixes` are thinned to what a screen can show; `method` is that of the coverage. Immutable; any
/// thread.
public record StaffTrack(
        Instant at,
        StaffDay day,
        String name,
        String method,
        List<Fix> fixes,
        List<Position> passed,
        List<Position> open,
        List<DutySign> signs) {
    public StaffTrack {
        fixes = List.copyOf(fixes);
        passed = List.copyOf(passed);
        open = List.copyOf(open);
        signs = List.copyOf(signs);
    }

    /// A place at a time; `gap` where nothing is known between the fix before and this one.
    public record Fix(Instant at, Position position, boolean gap) {}
}
