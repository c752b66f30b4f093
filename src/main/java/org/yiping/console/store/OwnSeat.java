package org.yiping.console.store;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.yiping.domain.shift.Seat;

/// The state of this seat as its operator has set it (示闲、示忙、小休): ready when somebody signs in. Any thread;
/// subscribers run on the setter's.
public final class OwnSeat {
    private final CopyOnWriteArrayList<Consumer<String>> subscribers = new CopyOnWriteArrayList<>();
    private volatile String state = Seat.READY;

    public String state() {
        return state;
    }

    public void set(String next) {
        if (!next.equals(state)) {
            state = next;
            subscribers.forEach(s -> s.accept(next));
        }
    }

    /// Calls at once with the state of now.
    public Subscription subscribe(Consumer<String> subscriber) {
        subscribers.add(subscriber);
        subscriber.accept(state);
        return () -> subscribers.remove(subscriber);
    }
}
