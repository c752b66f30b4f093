package org.yiping.console.video;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: 0.5, 1, 2 … 30 s, each a fifth more or less, so that three hundred cameras
/// behind one switch do not all come back in the same instant. One thread at a time.
final class Backoff {
    static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMillis(500);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration after(int tries) {
        long doubled = SHORTEST.toMillis() << Math.min(tries, 10);
        return jittered(Math.min(doubled, LONGEST.toMillis()));
    }

    Duration longest() {
        return jittered(LONGEST.toMillis());
    }

    private Duration jittered(long millis) {
        return Duration.ofMillis(Math.round(millis * random.nextDouble(0.8, 1.2)));
    }
}
