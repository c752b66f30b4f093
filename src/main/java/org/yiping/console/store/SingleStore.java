package org.yiping.console.store;

import java.time.Instant;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A single fact with its writing side. Any thread.
public final class SingleStore<T> implements Single<T> {
    private final CopyOnWriteArrayList<Runnable> subscribers = new CopyOnWriteArrayList<>();
    private final Object writing = new Object();
    private volatile Value<T> value = new Value.Unknown<>();
    private final UnaryOperator<T> hiding;
    private volatile boolean veiled;

    /// Of what holds nothing personal.
    public SingleStore() {
        this(UnaryOperator.identity());
    }

    /// `hiding` is how strangers may see it.
    SingleStore(UnaryOperator<T> hiding) {
        this.hiding = hiding;
    }

    @Override
    public Value<T> value() {
        return veiled ? value.through(hiding) : value;
    }

    /// Every reader sees it as strangers may from now on, or as it is.
    void veil(boolean on) {
        synchronized (writing) {
            if (veiled != on) {
                veiled = on;
                subscribers.forEach(Runnable::run);
            }
        }
    }

    @Override
    public Subscription subscribe(Runnable subscriber) {
        synchronized (writing) {
            subscribers.add(subscriber);
            subscriber.run();
        }
        return () -> subscribers.remove(subscriber);
    }

    public void set(T next, Freshness freshness) {
        set(Value.of(next, freshness));
    }

    /// Tells subscribers when the fact or its liveness turned; an age alone is read when drawn.
    public void set(Value<T> next) {
        synchronized (writing) {
            boolean same =
                    value.getClass().equals(next.getClass()) && value.known().equals(next.known());
            value = next;
            if (!same) {
                subscribers.forEach(Runnable::run);
            }
        }
    }

    /// Ages or refreshes what is known, keeping the fact.
    public void freshness(Freshness freshness) {
        synchronized (writing) {
            value.known().ifPresent(v -> set(v, freshness));
        }
    }

    /// Keeps the fact and when it was last heard of, as no longer live.
    public void stale() {
        synchronized (writing) {
            if (value instanceof Value.Live<T>(T known, Instant asOf)) {
                set(new Value.Stale<>(known, asOf));
            }
        }
    }
}
