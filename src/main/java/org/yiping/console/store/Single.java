package org.yiping.console.store;

import java.util.Optional;

/// One fact with its age, e.g. the city, the link's state. Reading never blocks; any thread.
public sealed interface Single<T> permits SingleStore {
    Value<T> value();

    default Optional<T> known() {
        return value().known();
    }

    /// Calls at once on this thread and then on the writer's after each change.
    Subscription subscribe(Runnable subscriber);
}
