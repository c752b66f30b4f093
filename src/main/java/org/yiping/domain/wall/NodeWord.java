package org.yiping.domain.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;

/// What a computer of the wall says of itself, every second. Immutable; any thread.
///
/// `monitors` in pixels of its own desktop; `at` is where that desktop's first pixel lies on the wall, absent where
/// the platform is to find a place. `calls`: an alarm waits unanswered as of `revision`. `offsetMillis` is how far the
/// platform's clock is ahead of its own. `stands` is what stands on its monitors, absent where it does not say;
/// `machine` what it is made of and can decode; `oldest` the oldest thing it shows, absent where it does not say.
public record NodeWord(
        WallTopology monitors,
        @Nullable Corner at,
        boolean calls,
        long revision,
        @Nullable Stood stood,
        long offsetMillis,
        @Nullable List<Stand> stands,
        @Nullable WallMachine machine,
        @Nullable Oldest oldest) {
    public NodeWord {
        stands = stands == null ? null : List.copyOf(stands);
    }

    /// Of a computer that says nothing of its panels, its machine and how old they are.
    public NodeWord(
            WallTopology monitors,
            @Nullable Corner at,
            boolean calls,
            long revision,
            @Nullable Stood stood,
            long offsetMillis) {
        this(monitors, at, calls, revision, stood, offsetMillis, null, null, null);
    }

    /// A place on the wall in pixels.
    public record Corner(double x, double y) {}

    /// Its last change: which scene it shows since, the second at which that was due, and when the changed picture had
    /// been painted; both in the platform's time.
    public record Stood(SceneId scene, Instant due, Instant painted) {}

    /// A panel where it stands now, one for each monitor it lies on: `box` in pixels of the computer's own desktop, the
    /// cameras under their letters.
    public record Stand(Box box, WallScene.Shown panel, List<Letter> letters) {
        public Stand {
            letters = letters == null ? List.of() : List.copyOf(letters);
        }
    }

    /// The source furthest beyond its promise, by its name in that computer's language, as of when it is, and how old
    /// it may become.
    public record Oldest(String name, Instant since, Duration promise) {}

    /// A camera and the letter it is called by on this wall, counted from 0.
    public record Letter(int letter, CameraId camera) {}
}
