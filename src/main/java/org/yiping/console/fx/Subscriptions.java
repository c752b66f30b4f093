package org.yiping.console.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A bag of what a shown panel listens to, closed in one go when it is hidden and usable again afterwards.
///
/// For one thread, the JavaFX thread. Closes in the reverse order of adding; one that fails does not keep the others.
public final class Subscriptions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    private final List<AutoCloseable> open = new ArrayList<>();

    /// Anything with a close, for example a store's subscription or a [Feed].
    public void add(AutoCloseable subscription) {
        open.add(subscription);
    }

    /// A subscription of JavaFX.
    public void addFx(Subscription subscription) {
        open.add(subscription::unsubscribe);
    }

    /// Calls the listener with the value of now and with every later one.
    public <T> void listen(ObservableValue<T> value, Consumer<? super T> listener) {
        addFx(value.subscribe(listener));
    }

    @Override
    public void close() {
        for (AutoCloseable each : open.reversed()) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.warn("A subscription did not close", e);
            }
        }
        open.clear();
    }
}
