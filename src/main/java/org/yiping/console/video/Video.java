package org.yiping.console.video;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Whether this machine can decode video. Its absence is a value and not a failure: tiles say so, all else works.
public sealed interface Video {
    /// By then a console has started.
    long BEFOREHAND_SECONDS = 8;

    long PATIENCE_SECONDS = 20;

    /// Plays, or with no decoder answers every watch with the reason.
    CameraPlayer player();

    /// libvlc is there; `version` in its own words.
    record Ready(CameraPlayer player, String version) implements Video {}

    /// Nobody has looked yet. Where there is no libvlc, every watch will say so in a moment.
    record Opening(CameraPlayer player) implements Video {}

    /// No usable libvlc. `reason` is technical, for the log and the diagnostics page.
    record Missing(String reason) implements Video {
        @Override
        public CameraPlayer player() {
            return new BlindPlayer(new Picture.NoDecoder(reason));
        }
    }

    /// What the players need. `threads` must be as many as are wanted: each decoder process is listened to on one.
    /// `seed` spreads the reconnects.
    record Means(InstantSource clock, ScheduledExecutorService timer, Executor threads, long seed) {}

    /// Returns a player at once. Decoders start when the first camera is watched, or after a while beforehand: not
    /// while the program itself starts.
    static Video later(Means means, Addresses addresses) {
        try {
            ChildDecoders decoders = decoders(means);
            Runnable beforehand = () -> {
                var _ = decoders.begin();
            };
            var _ = means.timer.schedule(beforehand, BEFOREHAND_SECONDS, TimeUnit.SECONDS);
            return new Opening(player(decoders, means, addresses));
        } catch (IOException e) {
            return new Missing(e.toString());
        }
    }

    /// Starts a decoder and waits until it has found libvlc: about a second, so not on the user interface's thread.
    static Video open(Means means) {
        ChildDecoders decoders;
        try {
            decoders = decoders(means);
        } catch (IOException e) {
            return new Missing(e.toString());
        }
        String reason;
        try {
            switch (decoders.begin().get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                case News.Ready(String version) -> {
                    return new Ready(player(decoders, means, Addresses.FIXED), version);
                }
                case News.Missing(String why) -> reason = why;
                case News other -> throw new IllegalStateException(other.toString());
            }
        } catch (ExecutionException | TimeoutException e) {
            reason = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = e.toString();
        }
        decoders.close();
        return new Missing(reason);
    }

    private static ChildDecoders decoders(Means means) throws IOException {
        FrameFolder folder = FrameFolder.open();
        return new ChildDecoders(
                new ChildLaunch(folder.path()),
                ChildDecoders.SLOTS,
                folder,
                new TapeFolder(folder.path()),
                means.threads,
                means.timer);
    }

    private static CameraPlayer player(Decoders decoders, Means means, Addresses addresses) {
        return new DecodingPlayer(
                decoders,
                new SteadyClock(means.clock),
                means.timer,
                new Random(means.seed),
                addresses,
                new Doors(means.threads, Doors::connects));
    }
}
