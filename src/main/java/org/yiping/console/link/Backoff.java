package org.yiping.console.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: doubling to a ceiling, plus up to a quarter by chance, so that a
/// hall's consoles do not all return in one instant. Confined to one thread.
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int tries;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    Duration next() {
        long doubled = first.toMillis() << Math.min(tries, 20);
        tries++;
        long millis = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(millis + random.nextLong(millis / 4 + 1));
    }

    void reset() {
        tries = 0;
    }
}
