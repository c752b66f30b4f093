package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yiping.fake.ManualClock;

class PaceTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-26T02:00:00Z"));
    private final Pace pace = new Pace(clock);

    @Test
    void oneLookAtATimeHoweverLongItTakes() {
        assertThat(pace.begins()).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(pace.begins()).isFalse();
    }

    @Test
    void aQuickLookMayBeTakenAgainAtOnceAndALongOneAfterThirtyTimesItsTime() {
        assertThat(pace.begins()).isTrue();
        pace.ended();
        assertThat(pace.begins()).isTrue();
        clock.advance(Duration.ofMillis(100));
        pace.ended();
        clock.advance(Duration.ofMillis(2999));
        assertThat(pace.begins()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(pace.begins()).isTrue();
    }

    @Test
    void aLookThatABusyMachineDrewOutIsNotPaidForWithMinutes() {
        assertThat(pace.begins()).isTrue();
        clock.advance(Duration.ofSeconds(8));
        pace.ended();
        clock.advance(Duration.ofSeconds(15));
        assertThat(pace.begins()).isTrue();
    }

    @Test
    void anEndWithoutABeginningSaysNothing() {
        pace.ended();
        assertThat(pace.begins()).isTrue();
    }
}
