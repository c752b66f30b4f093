package org.yiping.console.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A clock for waits and ages: it begins with the machine's and then runs by nanoseconds, whatever the machine's is set
/// to. Its moments are for comparing with one another; `shown` says them by the machine's clock. Any thread.
///
/// By the machine's own clock a wait would last as long as that was put back by, and a picture that stands still would
/// be none the older.
final class SteadyClock implements InstantSource {
    private final InstantSource machine;
    private final LongSupplier nanos;
    private final Instant began;
    private final long beganNanos;

    SteadyClock(InstantSource machine) {
        this(machine, System::nanoTime);
    }

    SteadyClock(InstantSource machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
        began = machine.instant();
        beganNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return began.plusNanos(nanos.getAsLong() - beganNanos);
    }

    /// What a moment of this clock is by the machine's as that is set now.
    Instant shown(Instant moment) {
        return machine.instant().plus(Duration.between(instant(), moment));
    }
}
