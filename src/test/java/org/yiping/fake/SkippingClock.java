package org.yiping.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that runs as the machine's does, so that what really takes time is measured, and over waits a test skips.
/// Any thread.
public final class SkippingClock extends Clock {
    private final Instant began = Instant.now();
    private final long beganNanos = System.nanoTime();
    private final AtomicLong skipped = new AtomicLong();

    public void skip(Duration time) {
        skipped.addAndGet(time.toNanos());
    }

    /// As a clock that nobody sets.
    public long nanos() {
        return System.nanoTime() - beganNanos + skipped.get();
    }

    @Override
    public Instant instant() {
        return began.plusNanos(nanos());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}
