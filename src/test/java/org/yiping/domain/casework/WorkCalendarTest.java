package org.yiping.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitUnit;

class WorkCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static WorkCalendar calendar(ZoneId zone, Set<LocalDate> holidays, Set<LocalDate> makeUp) {
        return new WorkCalendar(
                "t-1",
                zone,
                List.of(
                        new WorkCalendar.Span(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        new WorkCalendar.Span(LocalTime.of(14, 0), LocalTime.of(18, 0))),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                holidays,
                makeUp);
    }

    private static Instant at(ZoneId zone, String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), zone).toInstant();
    }

    @Test
    void urgentHoursRunThroughTheNight() {
        WorkCalendar c = calendar(SHANGHAI, Set.of(), Set.of());
        Instant friday = at(SHANGHAI, "2026-11-20T23:30");
        assertThat(c.due(friday, new Limit(2, LimitUnit.UH))).isEqualTo(friday.plus(Duration.ofHours(2)));
    }

    @Test
    void workingHoursSkipNoonNightAndWeekend() {
        WorkCalendar c = calendar(SHANGHAI, Set.of(), Set.of());
        assertThat(c.due(at(SHANGHAI, "2026-11-20T17:00"), new Limit(4, LimitUnit.WH)))
                .isEqualTo(at(SHANGHAI, "2026-11-23T11:00"));
        assertThat(c.due(at(SHANGHAI, "2026-11-20T11:00"), new Limit(2, LimitUnit.WH)))
                .isEqualTo(at(SHANGHAI, "2026-11-20T15:00"));
    }

    @Test
    void aHolidayBeatsAWeekdayAndAMakeUpDayBeatsAWeekend() {
        WorkCalendar c =
                calendar(SHANGHAI, Set.of(LocalDate.parse("2026-10-01")), Set.of(LocalDate.parse("2026-10-03")));
        assertThat(c.due(at(SHANGHAI, "2026-09-30T18:00"), new Limit(1, LimitUnit.WD)))
                .isEqualTo(at(SHANGHAI, "2026-10-02T18:00"));
        assertThat(c.due(at(SHANGHAI, "2026-10-02T18:00"), new Limit(1, LimitUnit.WD)))
                .isEqualTo(at(SHANGHAI, "2026-10-03T18:00"));
    }

    @Test
    void anUrgentDayIsTheSameWallClockOverADaylightSavingNight() {
        WorkCalendar c = calendar(NEW_YORK, Set.of(), Set.of());
        Instant before = at(NEW_YORK, "2026-10-31T20:00");
        Instant due = c.due(before, new Limit(1, LimitUnit.UD));
        assertThat(due).isEqualTo(at(NEW_YORK, "2026-11-01T20:00"));
        assertThat(Duration.between(before, due)).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void theLightTurnsYellowAtFourFifths() {
        WorkCalendar c = calendar(SHANGHAI, Set.of(), Set.of());
        assertThat(c.after(at(SHANGHAI, "2026-11-20T17:00"), new Limit(5, LimitUnit.WH), 4, 5))
                .isEqualTo(at(SHANGHAI, "2026-11-23T11:00"));
    }

    /// The reference counts minute by minute and shares nothing with the product but the inputs.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithCountingMinutes(long seed) {
        Random random = new Random(seed);
        ZoneId zone = random.nextBoolean() ? SHANGHAI : NEW_YORK;
        Set<LocalDate> holidays = new java.util.HashSet<>();
        Set<LocalDate> makeUp = new java.util.HashSet<>();
        for (int i = 0; i < 12; i++) {
            (random.nextBoolean() ? holidays : makeUp)
                    .add(LocalDate.of(2026, 10, 20).plusDays(random.nextInt(40)));
        }
        WorkCalendar c = calendar(zone, holidays, makeUp);
        for (int i = 0; i < 25; i++) {
            Instant start = at(zone, "2026-10-20T00:00").plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
            int hours = 1 + random.nextInt(30);
            long left = hours * 60L;
            Instant minute = start;
            while (left > 0) {
                ZonedDateTime local = minute.atZone(zone);
                int m = local.getHour() * 60 + local.getMinute();
                LocalDate day = local.toLocalDate();
                boolean weekend = local.getDayOfWeek().getValue() >= 6;
                boolean works = makeUp.contains(day) || (!weekend && !holidays.contains(day));
                if (works && ((m >= 480 && m < 720) || (m >= 840 && m < 1080))) {
                    left--;
                }
                minute = minute.plusSeconds(60);
            }
            assertThat(c.due(start, new Limit(hours, LimitUnit.WH))).isEqualTo(minute);
        }
    }
}
