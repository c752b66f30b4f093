package org.yiping.console.store;

/// A subscription that lasts until it is closed; a call already under way may still arrive after. Any
/// thread.
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
