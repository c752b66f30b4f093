package org.yiping.server.video;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.video.Broadcast;

/// Somebody who has cameras: a list of addresses, a media platform, a camera by itself. Every call may take as long as
/// the source's patience; any thread. What goes wrong is a `VideoFault` with a code.
public interface VideoSource {
    /// As cameras name it.
    String name();

    /// What the source lists; empty where it keeps no directory.
    List<Listed> directory();

    /// A fresh address, of now or of what was recorded.
    Address play(CameraId camera, String grade, @Nullable Recorded recorded);

    /// Nobody watches any more; a source that does not care does nothing.
    void stop(CameraId camera, Address address);

    Told move(CameraId camera, Motion motion);

    Told preset(CameraId camera, Preset preset);

    List<Preset> presets(CameraId camera);

    Told speak(CameraId camera, Broadcast.Words words);

    /// Opens a camera's loudspeaker for somebody who speaks now (对讲), so loud (0 to 100); `not-offered`
    /// where the source has no way to take sound.
    default Voice talk(CameraId camera, int volume) {
        throw new VideoFault("not-offered");
    }

    /// A loudspeaker that is open for one speaker; one thread at a time. A `VideoFault` ends it.
    interface Voice {
        /// Nothing is to be heard anywhere: it is only received.
        boolean isSimulated();

        /// The next piece of sound: G.711 A-law, 8000 samples a second, mono.
        void hand(byte[] alaw);

        /// The speaker is silent; what became of it, `sent` where the source does not say.
        Told end();
    }

    /// What became of something that was pending, by the ticket it came with.
    Told ask(String ticket);

    /// A device as the source tells of it: `parents` are the names of groups above it; no place and no state where it
    /// says none. `abilities` are those of `Device` that it is known to have; what is not among them nobody told.
    record Listed(
            CameraId id,
            String name,
            List<String> parents,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Boolean online,
            Set<String> abilities) {
        public Listed {
            parents = List.copyOf(parents);
            abilities = Set.copyOf(abilities);
        }
    }

    /// Where it is played from; `expiresAt` is absent where it holds for good, `session` where nothing has to be
    /// stopped. The address may carry what opens the picture: `toString` keeps it to itself.
    record Address(
            String url,
            @Nullable Instant expiresAt,
            @Nullable String session) {
        @Override
        public String toString() {
            return "Address[until " + expiresAt + "]";
        }
    }

    /// A stretch of what was recorded.
    record Recorded(Instant from, Instant until) {}

    /// How fast it turns to the right, up, and nearer: -1 to 1 each; all zero is a stop.
    record Motion(double pan, double tilt, double zoom) {
        public static final Motion STOP = new Motion(0, 0, 0);
    }

    /// A place a camera can go back to; `act` is call, set or delete.
    record Preset(String act, int number, String name) {}

    /// What the source said: command sent is not command done. `ticket` is there while it is pending; what the source
    /// has taken and nobody can ask it after is `sent` for good.
    record Told(String state, String reason, @Nullable String ticket) {
        public static final String PENDING = "pending";
        public static final String SENT = "sent";
        public static final String DONE = "done";
        public static final String FAILED = "failed";

        public static Told done() {
            return new Told(DONE, "", null);
        }

        public static Told sent() {
            return new Told(SENT, "", null);
        }

        public static Told failed(String reason) {
            return new Told(FAILED, reason, null);
        }

        public static Told pending(String ticket) {
            return new Told(PENDING, "", ticket);
        }
    }
}
