package org.yiping.domain.wall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a computer of the wall says of itself, every second. Immutable; any thread.
///
/// `monitors` in pixels of its own desktop; `at` is where that desktop's first pixel lies on the wall, absent where
/// the platform is to find a place. `calls`: an alarm waits unanswered as of `revision`. `offsetMillis` is how far the
/// platform's clock is ahead of its own.
public record NodeWord(
        WallTopology monitors,
        @Nullable Corner at,
        boolean calls,
        long revision,
        @Nullable Stood stood,
        long offsetMillis) {
    /// A place on the wall in pixels.
    public record Corner(double x, double y) {}

    /// Its last change: which scene it shows since, the second at which that was due, and when the changed picture had
    /// been painted; both in the platform's time.
    public record Stood(SceneId scene, Instant due, Instant painted) {}
}
