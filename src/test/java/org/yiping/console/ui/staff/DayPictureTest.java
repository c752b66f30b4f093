package org.yiping.console.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.SpellLanes;
import org.yiping.domain.staff.Spell;
import org.yiping.domain.staff.StaffDay;
import org.yiping.domain.staff.StaffRules;
import org.yiping.domain.staff.StaffTrack;

class DayPictureTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private final Words words = new Words(fixture.desk.stores(), fixture.hall.messages());

    private List<SpellLanes.Bar> bars(Instant from, Instant until) {
        StaffDay day = new StaffDay(
                "p",
                DAY,
                "r",
                StaffRules.SIGN,
                null,
                null,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                0,
                0,
                0,
                List.of(new Spell(Spell.Kind.ACTIVE, from, until, null)));
        StaffTrack track = new StaffTrack(until, day, "p", "", List.of(), List.of(), List.of(), List.of());
        return new DayPicture(track, DAY, words).bars();
    }

    /// Signed in ten minutes before midnight for a shift that begins then.
    @Test
    void whatBeginsBeforeMidnightIsDrawnWhole() {
        Instant midnight = DAY.atStartOfDay(words.zone()).toInstant();
        SpellLanes.Bar bar =
                bars(midnight.minusSeconds(600), midnight.plusSeconds(8 * 3600)).getFirst();
        assertThat(bar.from()).isZero();
        assertThat(bar.until()).isBetween(0.33, 0.35);
    }

    @Test
    void whatEndsAfterMidnightIsDrawnWhole() {
        Instant midnight = DAY.plusDays(1).atStartOfDay(words.zone()).toInstant();
        SpellLanes.Bar bar = bars(midnight.minusSeconds(7200), midnight.plusSeconds(6 * 3600))
                .getFirst();
        assertThat(bar.from()).isBetween(0.73, 0.74);
        assertThat(bar.until()).isEqualTo(1);
    }
}
