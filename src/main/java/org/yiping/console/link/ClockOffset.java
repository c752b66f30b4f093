package org.yiping.console.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/// Estimates how far the platform's clock is ahead. What a frame says its time was is older by its way
/// here, so the largest difference of the last few is nearest to the truth; half a round trip is added.
/// Confined to one thread.
final class ClockOffset {
    private static final int SAMPLES = 16;

    private final Deque<Duration> differences = new ArrayDeque<>();

    Duration sample(Instant theirs, Instant heard, long roundTripMillis) {
        differences.addLast(Duration.between(heard, theirs));
        if (differences.size() > SAMPLES) {
            differences.removeFirst();
        }
        return Collections.max(differences).plusMillis(Math.max(0, roundTripMillis) / 2);
    }
}
