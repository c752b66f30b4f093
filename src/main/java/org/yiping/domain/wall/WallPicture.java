package org.yiping.domain.wall;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A window of the wall in small (画面), as it was at `taken` by the platform's time. Immutable as long as nobody
/// writes into `jpeg`; any thread.
///
/// `monitor` in pixels of its computer's own desktop, as `NodeWord` has it. `jpeg` is absent where who asked has it.
@SuppressWarnings("ArrayRecordComponent") // encoded once, compared by nobody
public record WallPicture(NodeId node, Box monitor, Instant taken, byte @Nullable [] jpeg) {
    /// No picture is larger.
    public static final int MOST_BYTES = 64 << 10;
    /// Nor wider or higher, in pixels: few bytes may claim many.
    public static final int MOST_SIDE = 1024;

    /// An older one is shown as old, never as live.
    public static final Duration LATE = Duration.ofSeconds(15);
    /// After this long it says nothing of the wall any more, and nobody keeps it.
    public static final Duration KEPT = Duration.ofMinutes(2);

    /// What a computer puts.
    @SuppressWarnings("ArrayRecordComponent")
    public record Shot(Box monitor, Instant taken, byte[] jpeg) {}
}
