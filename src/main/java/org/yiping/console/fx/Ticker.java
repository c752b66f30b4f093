package org.yiping.console.fx;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The one second tick of the whole console: every countdown and every age changes at the same moment.
///
/// [#now] changes on the JavaFX thread only. Its value is the server's time where the given source is so corrected.
/// A tick that finds the last one still waiting is dropped: a busy toolkit never gets a queue of ticks.
public final class Ticker implements AutoCloseable {
    private static final long SECOND_MILLIS = 1000;

    private final Fx fx;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable Future<?> beat;

    public Ticker(Fx fx, InstantSource clock) {
        this.fx = fx;
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    /// The time every clock on screen shows.
    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    /// Ticks at every full second of the source until closed, and looks for that second each time anew: it becomes
    /// better known, and several computers of one wall tick together.
    public void start(ScheduledExecutorService timer) {
        if (!closed) {
            // a millisecond more: what comes just before the second would show the last one twice
            long toSecond = SECOND_MILLIS + 1 - Math.floorMod(clock.millis(), SECOND_MILLIS);
            beat = timer.schedule(
                    () -> {
                        try {
                            tick();
                        } finally {
                            start(timer); // whatever happened to one tick: without the next all clocks stand
                        }
                    },
                    toSecond,
                    TimeUnit.MILLISECONDS);
        }
    }

    /// One tick; tests call it by hand.
    public void tick() {
        if (!closed && waiting.compareAndSet(false, true)) {
            boolean asked = false;
            try {
                fx.execute(() -> {
                    waiting.set(false);
                    if (!closed) {
                        now.set(clock.instant());
                    }
                });
                asked = true;
            } finally {
                if (!asked) {
                    waiting.set(false); // nobody will
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        Future<?> running = beat;
        if (running != null) {
            running.cancel(false);
        }
    }
}
