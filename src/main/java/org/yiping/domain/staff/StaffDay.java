package org.yiping.domain.staff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one unit's day (考勤日): sums in milliseconds, counts and the spells they are made of.
///
/// `basis` says by what the person counts as on duty: roster, sign, track, or empty where nothing is known of
/// the day. `plannedMillis` is absent without a roster and zero on a free day, `attendedMillis` (signed in, of
/// what was planned) is absent also where they signed nothing that day, `offGridMillis` without a duty grid,
/// the points also where no track tells of the day. `trackedMillis` is the time
/// on duty of which the track tells, `gapMillis` the rest of the time on duty that has passed. `jumps` are
/// steps nobody can make, which count as gaps. Immutable; any thread.
public record StaffDay(
        String unit,
        LocalDate day,
        String rules,
        String basis,
        @Nullable Long plannedMillis,
        @Nullable Long attendedMillis,
        long onDutyMillis,
        long trackedMillis,
        long gapMillis,
        long idleMillis,
        @Nullable Long offGridMillis,
        @Nullable Integer passed,
        @Nullable Integer points,
        long metres,
        int fixes,
        int jumps,
        List<Spell> spells) {
    public StaffDay {
        spells = List.copyOf(spells);
    }

    /// Its sums alone, as they are kept: spells are of the day that is opened, which is judged anew.
    public StaffDay withoutSpells() {
        return new StaffDay(
                unit,
                day,
                rules,
                basis,
                plannedMillis,
                attendedMillis,
                onDutyMillis,
                trackedMillis,
                gapMillis,
                idleMillis,
                offGridMillis,
                passed,
                points,
                metres,
                fixes,
                jumps,
                List.of());
    }
}
