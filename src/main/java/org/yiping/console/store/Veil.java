package org.yiping.console.store;

import java.time.Instant;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.hall.OpenDay;

/// Whether this console hides what is personal (开放日): because the platform says that its hall is open, or because
/// somebody here has asked for it and must not wait for the answer. Any thread.
///
/// Only a later word of the platform takes away what was asked for here: when it says that the day is over, or that it
/// was not to be.
public final class Veil {
    private final CopyOnWriteArrayList<Runnable> subscribers = new CopyOnWriteArrayList<>();
    private final Object turning = new Object();
    private volatile boolean told;
    private volatile @Nullable Instant asked;

    Veil() {}

    public boolean on() {
        return told || asked != null;
    }

    /// Hides at once, whether or not the platform can be reached; `now` is the platform's time.
    public void draw(Instant now) {
        turn(told, now);
    }

    /// What was asked for here was refused.
    public void drop() {
        turn(told, null);
    }

    /// What the platform says of its hall; what it said before it was asked is no answer.
    void tell(OpenDay day) {
        Instant waiting = asked;
        turn(day.on(), waiting != null && (day.on() || !day.since().isBefore(waiting)) ? null : waiting);
    }

    /// The platform's hall is not known to be open.
    void forget() {
        turn(false, asked);
    }

    /// Calls at once on this thread and then whenever it turned.
    public Subscription subscribe(Runnable subscriber) {
        subscribers.add(subscriber);
        subscriber.run();
        return () -> subscribers.remove(subscriber);
    }

    private void turn(boolean nextTold, @Nullable Instant nextAsked) {
        synchronized (turning) {
            boolean before = on();
            // never bare between the two: first what hides, then what uncovers
            told = told || nextTold;
            asked = nextAsked;
            told = nextTold;
            if (before != on()) {
                subscribers.forEach(Runnable::run);
            }
        }
    }
}
