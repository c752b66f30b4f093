package org.yiping.console.ui.debrief;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/// Whether a replay's time passes, and how fast (回放时钟). FX thread.
final class ReplayClock {
    static final List<Integer> SPEEDS = List.of(1, 2, 5, 10, 30, 60);

    /// A toolkit that stood still does not let the past jump.
    private static final long LONGEST_BEAT_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private boolean playing;
    private int speed = 1;
    private long lastBeat;

    /// `nanos` is a clock nobody sets.
    ReplayClock(LongSupplier nanos) {
        this.nanos = nanos;
        begin();
    }

    boolean playing() {
        return playing;
    }

    int speed() {
        return speed;
    }

    void speed(int next) {
        speed = next;
    }

    void play() {
        playing = true;
        begin();
    }

    void hold() {
        playing = false;
    }

    /// What was before does not count.
    void begin() {
        lastBeat = nanos.getAsLong();
    }

    /// How much of the past goes by in the time since the last beat.
    Duration beat() {
        long now = nanos.getAsLong();
        long passed = Math.clamp(now - lastBeat, 0, LONGEST_BEAT_NANOS);
        lastBeat = now;
        return Duration.ofNanos(passed * speed);
    }
}
