package org.yiping.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the clocks and what explains them against `ClockReference`.
class ClockReferenceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithCountingMinutes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            ClockReference.Given given = ClockReference.draw(random);
            StageClocks clocks = ClockReference.clocks(given);
            CaseClock clock = ClockReference.played(given, clocks);
            assertThat(clock.dueAt()).as(given.toString()).isEqualTo(given.after(given.minutes()));
            assertThat(clock.yellowAt()).as(given.toString()).isEqualTo(given.after(given.minutes() * 4 / 5));
            explains(given, clocks.explain(clock));
        }
    }

    /// Stretch joins stretch from the start to the due time, and each says of its minutes what the reference
    /// says.
    private static void explains(ClockReference.Given given, ClockExplanation told) {
        assertThat(told.exact()).isTrue();
        Instant at = given.start();
        Duration counted = Duration.ZERO;
        for (ClockExplanation.Segment s : told.segments()) {
            assertThat(s.from()).isEqualTo(at);
            Instant to = s.to();
            assertThat(to).isNotNull().isAfter(s.from());
            Instant last = to.minusSeconds(60);
            for (Instant minute : List.of(s.from(), last)) {
                assertThat(s.kind().counts()).as(s + " " + given).isEqualTo(given.counts(minute));
                assertThat(s.kind() == TimeKind.PAUSE).as(s + " " + given).isEqualTo(given.paused(minute));
                kind(given, s.kind(), minute.atZone(given.zone()).toLocalDate());
            }
            counted = counted.plus(s.counted());
            at = to;
        }
        assertThat(at).isEqualTo(told.clock().dueAt());
        assertThat(counted).isEqualTo(told.allowance()).isEqualTo(Duration.ofMinutes(given.minutes()));
        assertThat(told.segments().getLast().extension()).isEqualTo(given.extensions());
    }

    private static void kind(ClockReference.Given given, TimeKind kind, LocalDate day) {
        switch (kind) {
            case MAKE_UP -> assertThat(given.makeUp()).contains(day);
            case HOLIDAY -> assertThat(given.holidays()).contains(day);
            case WEEKEND ->
                assertThat(given.weekend()).contains(day.getDayOfWeek().getValue());
            case WORKING, BREAK, NIGHT, CONTINUOUS, PAUSE -> {}
        }
    }
}
