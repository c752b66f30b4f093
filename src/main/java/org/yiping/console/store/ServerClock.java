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
    private volatile boolean measured;

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

    /// As the stream's frames let it be estimated; does not count beside what questions and answers have measured.
    public void offset(Duration estimated) {
        if (!measured) {
            offset = estimated;
        }
    }

    public void measured(Duration exact) {
        measured = true;
        offset = exact;
    }
}
