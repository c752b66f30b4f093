package org.yiping.watch;

import java.time.Duration;

/// How long a watchdog waits for what. Immutable; any thread.
///
/// `silence`: without a painted frame from a wall that had one; four seconds leave six for a new start within the
/// ten in which a picture has to be back. `start`: from the start to the first frame.
record Limits(Duration silence, Duration start) {
    /// A program that lived that long did not fail at its start.
    static final Duration SETTLED = Duration.ofMinutes(1);

    /// After that long the machine is trusted again to be quick enough.
    static final Duration CALM = Duration.ofMinutes(10);

    /// For an end in order.
    static final Duration GRACE = Duration.ofSeconds(8);

    /// Longest wait before the next try: a display may come back at any moment, so it stays short.
    static final Duration REST = Duration.ofSeconds(30);

    /// Longest silence that is borne on a machine too slow for the given one.
    static final Duration FORBEARANCE = Duration.ofMinutes(1);

    static final Limits USUAL = new Limits(Duration.ofSeconds(4), Duration.ofMinutes(1));

    /// For a wall that has lived so long, after so many hangs in a row. At first there is more to paint than later; and
    /// a machine that is only slow must not be kept from ever showing a picture.
    Duration silence(Duration lived, int hangs) {
        Duration borne = lived.compareTo(SETTLED) < 0 ? silence.multipliedBy(3) : silence;
        return shorter(borne.multipliedBy(doubled(hangs)), FORBEARANCE);
    }

    /// As for `silence`, with the same reason: five minutes at most.
    Duration start(int hangs) {
        return shorter(start.multipliedBy(doubled(hangs)), FORBEARANCE.multipliedBy(5));
    }

    /// One hang says nothing of the machine: what comes after it is answered as quickly. From the second on it is
    /// doubted.
    private static long doubled(int hangs) {
        return 1L << Math.clamp(hangs - 1L, 0, 10);
    }

    /// How long to wait before the next try after so many starts in a row that came to nothing.
    static Duration rest(int failures) {
        return failures == 0 ? Duration.ZERO : shorter(Duration.ofSeconds(1L << Math.min(failures - 1, 10)), REST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
