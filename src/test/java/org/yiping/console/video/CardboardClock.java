package org.yiping.console.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A steady clock that goes by the time in a test's hand.
final class CardboardClock {
    private CardboardClock() {}

    static SteadyClock of(InstantSource now) {
        return new SteadyClock(
                now, () -> Duration.between(Instant.EPOCH, now.instant()).toNanos());
    }
}
