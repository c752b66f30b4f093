package org.yiping.console.link;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Passes the link's events on and keeps the clock offset for the tokens, whose expiry is in the
/// platform's time.
record OffsetKeeper(LinkEvents events, Consumer<Duration> offsets) implements LinkEvents {
    @Override
    public void live(long roundTripMillis, Instant since) {
        events.live(roundTripMillis, since);
    }

    @Override
    public void late(Instant lastHeard) {
        events.late(lastHeard);
    }

    @Override
    public void lost(Instant since, @Nullable Instant nextTry, String reason) {
        events.lost(since, nextTry, reason);
    }

    @Override
    public void offset(Duration offset) {
        offsets.accept(offset);
        events.offset(offset);
    }
}
