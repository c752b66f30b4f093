package org.yiping.console.fx;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Notices when the JavaFX thread does not come round to a task for a while, which an operator feels as a window that
/// does not answer. It is asked every ten milliseconds, one question at a time. Any thread.
public final class StallWatch {
    private static final long STEP_MILLIS = 10;
    /// Two frames; shorter waits are everyday.
    private static final long NOTED_MILLIS = 30;
    private static final int KEPT = 5000;

    private final Fx fx;
    private final InstantSource clock;
    private final Deque<Stall> stalls = new ArrayDeque<>();
    private boolean asked;
    private long max;

    /// The thread did nothing for others from `from` for so long. The time is this machine's, so that it can be held
    /// beside what other programs saw then.
    public record Stall(long fromEpochMillis, long millis) {}

    public StallWatch(Fx fx, InstantSource clock) {
        this.fx = fx;
        this.clock = clock;
    }

    /// `timer` should be a thread of its own: what is late on it is not noticed.
    public void start(ScheduledExecutorService timer) {
        var _ = timer.scheduleAtFixedRate(this::ask, STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// One question; tests call it by hand.
    void ask() {
        synchronized (stalls) {
            if (asked) {
                return;
            }
            asked = true;
        }
        long from = clock.millis();
        fx.execute(() -> answered(from));
    }

    private void answered(long from) {
        long millis = clock.millis() - from;
        synchronized (stalls) {
            asked = false;
            max = Math.max(max, millis);
            if (millis >= NOTED_MILLIS) {
                stalls.addLast(new Stall(from, millis));
                if (stalls.size() > KEPT) {
                    stalls.removeFirst();
                }
            }
        }
    }

    /// The waits of at least two frames since the last `clear`, oldest first; of very many only the newest.
    public List<Stall> stalls() {
        synchronized (stalls) {
            return List.copyOf(stalls);
        }
    }

    /// The longest wait since the last `clear`, however short.
    public long maxMillis() {
        synchronized (stalls) {
            return max;
        }
    }

    public void clear() {
        synchronized (stalls) {
            stalls.clear();
            max = 0;
        }
    }
}
