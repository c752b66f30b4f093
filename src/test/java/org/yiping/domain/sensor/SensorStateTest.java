package org.yiping.domain.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorStateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
    private static final Duration PROMISE = Duration.ofMinutes(15);
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @CsvSource({
        // warning, alarm, value, state
        "75,115,74.9,NORMAL",
        "75,115,75,WARNING",
        "75,115,114.9,WARNING",
        "75,115,115,ALARM",
        "200,140,201,NORMAL",
        "200,140,200,WARNING",
        "200,140,140,ALARM",
        "200,140,-5,ALARM",
        ",30,29,NORMAL",
        ",30,30,ALARM",
        "10,,9,NORMAL",
        "10,,1000,WARNING",
        ",,1000,NORMAL",
        "5,5,5,ALARM"
    })
    void theLimitsSayWhatAValueMeans(
            @Nullable Double warning, @Nullable Double alarm, double value, SensorState expected) {
        assertThat(SensorState.of(new Limits(warning, alarm), said(value, NOW), NOW, PROMISE))
                .isEqualTo(expected);
    }

    @Test
    void whatWasNeverToldIsUnknownAndNotZero() {
        rounds(r -> {
            Limits limits = limits(r);
            assertThat(SensorState.of(limits, null, NOW, PROMISE)).isEqualTo(SensorState.UNKNOWN);
            assertThat(SensorState.of(limits, said(0.0, NOW), NOW, PROMISE))
                    .isNotIn(SensorState.UNKNOWN, SensorState.FAULT, SensorState.STALE);
        });
    }

    @Test
    void whatIsLateIsNeverShownAsLive() {
        rounds(r -> {
            Duration age = Duration.ofMillis(r.nextLong(-10_000_000, 10_000_000));
            Double value = r.nextInt(4) == 0 ? null : Double.valueOf(r.nextDouble(-500, 500));
            SensorState state = SensorState.of(limits(r), said(value, NOW.minus(age)), NOW, PROMISE);
            if (value == null) {
                assertThat(state).isEqualTo(SensorState.FAULT);
            } else {
                boolean late = age.abs().compareTo(PROMISE) > 0;
                assertThat(state == SensorState.STALE).as("%s %s", age, state).isEqualTo(late);
            }
        });
    }

    @Test
    void aWorseValueIsNeverABetterState() {
        rounds(r -> {
            Limits limits = limits(r);
            double a = r.nextDouble(-500, 500);
            double worse = limits.falling() ? a - r.nextDouble(200) : a + r.nextDouble(200);
            assertThat(of(limits, worse)).isGreaterThanOrEqualTo(of(limits, a));
        });
    }

    @Test
    void theStateTurnsExactlyAtTheLimitsAndTurnsOverWithThem() {
        rounds(r -> {
            double warning = r.nextDouble(-100, 100);
            double alarm = warning + r.nextDouble(0.001, 50);
            double value = r.nextDouble(-200, 200);
            Limits rising = new Limits(warning, alarm);
            Limits falling = new Limits(-warning, -alarm);
            SensorState expected =
                    value >= alarm ? SensorState.ALARM : value >= warning ? SensorState.WARNING : SensorState.NORMAL;
            assertThat(of(rising, value)).isEqualTo(expected);
            assertThat(of(falling, -value)).isEqualTo(expected);
            assertThat(of(rising, warning)).isEqualTo(SensorState.WARNING);
            assertThat(of(falling, -alarm)).isEqualTo(SensorState.ALARM);
        });
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> said(bad, NOW)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Limits(bad, null)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Limits(null, bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private interface Round {
        void play(SplittableRandom random);
    }

    private static void rounds(Round round) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < ROUNDS; i++) {
            round.play(random);
        }
    }

    private static SensorState of(Limits limits, double value) {
        return SensorState.of(limits, said(value, NOW), NOW, PROMISE);
    }

    private static Reading said(@Nullable Double value, Instant at) {
        return new Reading(new SensorId("s"), value, at);
    }

    private static Limits limits(SplittableRandom r) {
        return new Limits(
                r.nextInt(4) == 0 ? null : Double.valueOf(r.nextDouble(-100, 100)),
                r.nextInt(4) == 0 ? null : Double.valueOf(r.nextDouble(-100, 100)));
    }
}
