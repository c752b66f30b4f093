package org.yiping.console.video;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/// Whether this machine can decode video. Its absence is a value and not a failure: tiles say so, all else works.
public sealed interface Video {
    /// Plays, or with no decoder answers every watch with the reason.
    CameraPlayer player();

    /// libvlc is there; `version` in its own words.
    record Ready(CameraPlayer player, String version) implements Video {}

    /// No usable libvlc. `reason` is technical, for the log and the diagnostics page.
    record Missing(String reason) implements Video {
        @Override
        public CameraPlayer player() {
            return new BlindPlayer(new Picture.NoDecoder(reason));
        }
    }

    /// What the players need. `libvlcCalls` must have platform threads, as many as are wanted: a call blocks in native
    /// code for up to a second, which would hold a virtual thread's carrier. `seed` spreads the reconnects.
    record Means(InstantSource clock, ScheduledExecutorService timer, Executor libvlcCalls, long seed) {}

    /// Looks for libvlc and opens it: some 100 ms, so not on the user interface's thread. Once in a process.
    static Video open(Means means) {
        return VlcOpening.open(means, VlcOpening::factory);
    }
}
