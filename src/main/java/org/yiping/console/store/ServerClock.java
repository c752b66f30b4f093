package org.yiping.console.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The platform's time as estimated here: this console's clock plus the offset the link measured.
/// Countdowns and lights are computed with it, so that a wrong clock on one desk does not turn a light.
/// Any thread.
public final class ServerClock implements InstantSource {
    private final InstantSource own;
    private volatile Duration offset = Duration.ZERO;

    public ServerClock(InstantSource own) {
        this.own = own;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(offset);
    }

    public Duration offset() {
        return offset;
    }

    public void offset(Duration measured) {
        offset = measured;
    }
}
