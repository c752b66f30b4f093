package org.yiping.console.link;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who is told how the link is. Called on the link's timer thread; must not block.
public interface LinkEvents {
    /// Frames come. The round trip is -1 until one was measured.
    void live(long roundTripMillis, Instant since);

    /// Connected, but silent for longer than promised.
    void late(Instant lastHeard);

    /// Not connected; `nextTry` is absent while trying. Reasons: see `Answer.Unreachable`, and refused,
    /// silent, gap.
    void lost(Instant since, @Nullable Instant nextTry, String reason);

    /// How far the platform's clock is ahead of this console's.
    void offset(Duration offset);
}
