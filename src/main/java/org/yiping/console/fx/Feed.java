package org.yiping.console.fx;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Merges changed ids from any thread into few calls on the JavaFX thread.
///
/// [#changed] may be called from any thread and never blocks on the scene graph; the sink runs on the JavaFX thread.
/// At most one task is pending at any time, and two calls of the sink are at least `period` apart: 10,000 updates
/// cost one hop. No id is lost: what arrives while the sink runs is the next call's.
public final class Feed<K> implements AutoCloseable {
    /// Lists refresh at most ten times a second.
    public static final Duration LIST_PERIOD = Duration.ofMillis(100);

    private final Fx fx;
    private final PaintProbe.Debt debt;
    private final long periodNanos;
    private final LongSupplier nanoTime;
    private final BiConsumer<Set<K>, Runnable> sink;

    private final Object lock = new Object();
    private Set<K> waiting = new LinkedHashSet<>();
    private boolean pending;
    private boolean closed;
    private long lastRun;

    public Feed(Fx fx, Consumer<Set<K>> sink) {
        this(fx, PaintProbe.Debt.NONE, sink);
    }

    /// A feed whose sink draws: it owes the screen from the first id until the sink has returned.
    public Feed(Fx fx, PaintProbe.Debt debt, Consumer<Set<K>> sink) {
        this(fx, debt, LIST_PERIOD, System::nanoTime, sink);
    }

    /// A feed whose sink has it worked out beside the JavaFX thread: the second argument is to be run on that thread
    /// when what these ids changed is drawn.
    public static <K> Feed<K> beside(Fx fx, PaintProbe.Debt debt, BiConsumer<Set<K>, Runnable> sink) {
        return new Feed<>(sink, fx, debt, LIST_PERIOD, System::nanoTime);
    }

    Feed(Fx fx, PaintProbe.Debt debt, Duration period, LongSupplier nanoTime, Consumer<Set<K>> sink) {
        this(
                (ids, drawn) -> {
                    sink.accept(ids);
                    drawn.run();
                },
                fx,
                debt,
                period,
                nanoTime);
    }

    private Feed(
            BiConsumer<Set<K>, Runnable> sink, Fx fx, PaintProbe.Debt debt, Duration period, LongSupplier nanoTime) {
        this.fx = fx;
        this.debt = debt;
        this.periodNanos = period.toNanos();
        this.nanoTime = nanoTime;
        this.sink = sink;
        this.lastRun = nanoTime.getAsLong() - periodNanos;
    }

    /// These ids changed. An empty collection costs nothing.
    public void changed(Collection<? extends K> ids) {
        long wait;
        synchronized (lock) {
            if (closed || ids.isEmpty()) {
                return;
            }
            waiting.addAll(ids);
            debt.owe();
            if (pending) {
                return;
            }
            pending = true;
            wait = Math.max(0, lastRun + periodNanos - nanoTime.getAsLong());
        }
        fx.after(Duration.ofNanos(wait), this::deliver);
    }

    private void deliver() {
        Set<K> batch;
        long owed;
        synchronized (lock) {
            pending = false;
            lastRun = nanoTime.getAsLong();
            batch = waiting;
            owed = debt.owed();
            waiting = new LinkedHashSet<>();
            if (closed || batch.isEmpty()) {
                return;
            }
        }
        // Outside the lock: a sink that calls changed() must not wait for itself.
        sink.accept(batch, () -> debt.drawn(owed));
    }

    /// Nothing is delivered after this, not even what waits.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            waiting = new LinkedHashSet<>();
        }
        debt.close();
    }
}
