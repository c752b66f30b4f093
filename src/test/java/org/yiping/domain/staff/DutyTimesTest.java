package org.yiping.domain.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.yiping.domain.kpi.Span;

/// Around Wednesday, 11 March 2026, in Shanghai where nothing else is said; `10`, `11` … are the days of that month.
class DutyTimesTest {
    private final Map<LocalDate, List<Span>> plan = new HashMap<>();
    private final List<DutySign> signs = new ArrayList<>();
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }

    /// As `11 22:00`.
    private Instant at(String words) {
        return LocalDateTime.parse("2026-03-" + words.replace(' ', 'T'))
                .atZone(zone)
                .toInstant();
    }

    private Span span(String from, String until) {
        return new Span(at(from), at(until));
    }

    private void shift(int day, String from, String until) {
        plan.computeIfAbsent(day(day), _ -> new ArrayList<>()).add(span(from, until));
    }

    private void in(String at) {
        signs.add(new DutySign(true, at(at), null, null));
    }

    private void out(String at) {
        signs.add(new DutySign(false, at(at), null, null));
    }

    private DutyTimes times() {
        return new DutyTimes(zone, d -> Spans.merged(plan.getOrDefault(d, List.of())), signs);
    }

    @Test
    void aNightShiftIsOfTheDayItBeginsOn() {
        shift(11, "11 22:00", "12 06:00");
        in("11 21:50");
        out("12 06:05");
        DutyTimes times = times();
        assertThat(times.signed(day(11))).containsExactly(span("11 21:50", "12 06:05"));
        assertThat(times.signed(day(12))).isEmpty();
        assertThat(times.whole(day(11))).isEqualTo(span("11 00:00", "12 06:05"));
        assertThat(times.whole(day(12)).from()).isEqualTo(at("12 06:05"));
        assertThat(times.dayOf(at("12 02:00"))).isEqualTo(day(11));
        assertThat(times.dayOf(at("12 06:05"))).isEqualTo(day(12));
    }

    @Test
    void whoSignsInLateAfterMidnightSignsForTheShiftThatRuns() {
        shift(11, "11 22:00", "12 06:00");
        in("12 00:10");
        out("12 06:00");
        assertThat(times().signed(day(11))).containsExactly(span("12 00:10", "12 06:00"));
        assertThat(times().signed(day(12))).isEmpty();
    }

    @Test
    void whoSignsInBeforeMidnightForAShiftAfterItSignsForThatDay() {
        shift(12, "12 00:00", "12 08:00");
        in("11 23:50");
        out("12 08:05");
        assertThat(times().signed(day(11))).isEmpty();
        assertThat(times().signed(day(12))).containsExactly(span("11 23:50", "12 08:05"));
        assertThat(times().dayOf(at("11 23:55"))).isEqualTo(day(12));
        signs.removeLast();
        assertThat(times().signed(day(12)))
                .as("also who never signs out")
                .containsExactly(span("11 23:50", "12 08:00"));
    }

    @Test
    void aNightNobodyPlannedIsOfTheDayItWasSignedInFor() {
        in("11 22:00");
        out("12 06:00");
        assertThat(times().signed(day(11))).containsExactly(span("11 22:00", "12 06:00"));
        assertThat(times().signed(day(12))).isEmpty();
    }

    @Test
    void oneNightAfterAnotherEachHasItsOwn() {
        for (int day = 10; day < 14; day++) {
            shift(day, day + " 22:00", day + 1 + " 06:00");
            in(day + " 21:55");
            out(day + 1 + " 06:10");
        }
        for (int day = 11; day < 13; day++) {
            assertThat(times().signed(day(day))).containsExactly(span(day + " 21:55", day + 1 + " 06:10"));
        }
    }

    @Test
    void whoSignsOnceForTwoShiftsInARowIsOnDutyForBoth() {
        shift(11, "11 22:00", "12 06:00");
        shift(12, "12 06:00", "12 14:00");
        in("11 22:00");
        out("12 14:00");
        assertThat(times().signed(day(11))).containsExactly(span("11 22:00", "12 06:00"));
        assertThat(times().signed(day(12))).containsExactly(span("12 06:00", "12 14:00"));
    }

    @Test
    void whoNeverSignsOutWasOnDutyToTheEndOfTheShift() {
        shift(11, "11 08:00", "11 12:00");
        shift(11, "11 14:00", "11 18:00");
        in("11 07:55");
        in("12 08:00");
        out("12 17:00");
        assertThat(times().signed(day(11))).containsExactly(span("11 07:55", "11 18:00"));
        assertThat(times().signed(day(12))).containsExactly(span("12 08:00", "12 17:00"));
        plan.clear();
        assertThat(times().signed(day(11)))
                .as("without a plan to midnight")
                .containsExactly(span("11 07:55", "12 00:00"));
    }

    @Test
    void aSecondSignInChangesNothingAndASignOutAloneSaysNothing() {
        out("11 07:00");
        in("11 08:00");
        in("11 09:00");
        out("11 17:00");
        out("11 17:01");
        assertThat(times().signed(day(11))).containsExactly(span("11 08:00", "11 17:00"));
    }

    @Test
    void aSignOutLongAfterEndsNothing() {
        in("10 08:00");
        out("11 08:01");
        assertThat(times().signed(day(10))).containsExactly(span("10 08:00", "11 00:00"));
        assertThat(times().signed(day(11))).isEmpty();
    }

    /// A clock that was put back wrote the sign-out before its sign-in.
    @Test
    void signsAreTakenByTheirTime() {
        in("11 08:00");
        out("11 07:30");
        assertThat(times().signed(day(11))).containsExactly(span("11 08:00", "12 00:00"));
    }

    @Test
    void theHourThatIsThereTwiceCounts() {
        zone = ZoneId.of("Europe/Berlin");
        LocalDate day = LocalDate.of(2026, 10, 24);
        Instant from = day.atTime(22, 0).atZone(zone).toInstant();
        Instant until = day.plusDays(1).atTime(6, 0).atZone(zone).toInstant();
        plan.put(day, List.of(new Span(from, until)));
        signs.add(new DutySign(true, from, null, null));
        signs.add(new DutySign(false, until, null, null));
        assertThat(Spans.length(times().planned(day))).isEqualTo(Duration.ofHours(9));
        assertThat(times().signed(day)).containsExactly(new Span(from, until));
        assertThat(times().signed(day.plusDays(1))).isEmpty();
    }

    /// Whatever is planned and signed: days follow one another, share nothing, and are found again by any moment in
    /// them.
    @Test
    void noMomentCountsForTwoDaysAndNoneForNoDay() {
        SplittableRandom random = new SplittableRandom(20260311);
        for (int round = 0; round < 3000; round++) {
            plan.clear();
            signs.clear();
            zone = ZoneId.of(round % 2 == 0 ? "Asia/Shanghai" : "Europe/Berlin");
            for (int day = 22; day < 31; day++) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    Instant from = at(day + " 00:00").plusSeconds(60L * random.nextInt(24 * 60));
                    plan.computeIfAbsent(day(day), _ -> new ArrayList<>())
                            .add(new Span(from, from.plusSeconds(60L * (1 + random.nextInt(16 * 60)))));
                }
            }
            Instant at = at("22 00:00");
            boolean in = true;
            while (at.isBefore(at("31 00:00"))) {
                at = at.plusSeconds(60L * (1 + random.nextInt(20 * 60)));
                signs.add(new DutySign(in, at, null, null));
                in = random.nextInt(6) == 0 ? in : !in;
            }
            DutyTimes times = times();
            Duration sum = Duration.ZERO;
            List<Span> all = new ArrayList<>();
            for (int day = 23; day < 31; day++) {
                Span whole = times.whole(day(day));
                assertThat(times.whole(day(day + 1)).from()).isEqualTo(whole.until());
                all.addAll(times.signed(day(day)));
                sum = sum.plus(Spans.length(times.signed(day(day))));
                if (whole.from().isBefore(whole.until())) {
                    assertThat(times.dayOf(whole.from())).isEqualTo(day(day));
                    assertThat(times.dayOf(whole.until().minusMillis(1))).isEqualTo(day(day));
                }
            }
            assertThat(sum).isEqualTo(Spans.length(Spans.merged(all)));
        }
    }
}
