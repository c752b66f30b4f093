package org.yiping.domain.video;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;

/// Somebody spoke through a camera's loudspeaker (喊话), and somebody looks later whether it helped. `state` is what the
/// source told: pending, sent (it has it and says no more), done, failed; `check` is absent until somebody looked.
/// Immutable; any thread.
public record Broadcast(
        BroadcastId id,
        CameraId camera,
        Words words,
        Actor by,
        Instant at,
        String state,
        String reason,
        Instant checkAt,
        @Nullable Check check) {
    public static final String UNHEARD = "unheard";

    /// What was said, how loud (0 to 100), how often.
    public record Words(String text, int volume, int repeats) {}

    /// What somebody found: `effect` is cleared or remains, or unheard where it had failed and was taken notice of.
    public record Check(String effect, Actor by, Instant at, String note) {}

    public Broadcast told(String next, String why) {
        return new Broadcast(id, camera, words, by, at, next, why, checkAt, check);
    }

    public Broadcast checked(Check found) {
        return new Broadcast(id, camera, words, by, at, state, reason, checkAt, found);
    }
}
