package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;

/// What is known of cameras' pictures, from those who look at them: seats and walls say what their players see,
/// and only what changes is written down. Any thread.
///
/// Whoever sees a picture move proves that it does: that another sees none is the other's trouble, as long as somebody
/// saw it within `PROOF`.
public final class CameraStates {
    public static final String LIVE = "live";
    public static final String LOST = "lost";
    /// What a player can see.
    public static final Set<String> SEEN =
            Set.of(LIVE, LOST, CameraState.FROZEN, CameraState.DARK, CameraState.BLURRED);

    /// It is said again every minute only, so a shorter one would leave the other to be believed in between.
    private static final Duration PROOF = CameraDays.HOLDS;

    private final Map<CameraId, Proof> proofs = new ConcurrentHashMap<>();
    private final Map<CameraId, Instant> newest = new ConcurrentHashMap<>();

    private final CameraDays days;

    /// What counts is counted in `days` too.
    public CameraStates(CameraDays days) {
        this.days = days;
    }

    private record Proof(SeatId seat, Instant at) {}

    /// What somebody's player saw of a camera.
    public record Seen(CameraId camera, String state, Instant at) {}

    /// How many counted; `ignored` are of cameras nobody here sees, older than what is known, or against the evidence.
    public record Taken(int taken, int ignored) {}

    /// Waits until what changed is on disk.
    public Taken take(CommandDesk desk, List<Seen> all, Actor by, Reach reach) {
        List<Seen> counted = new ArrayList<>();
        desk.submit((batch, now) -> {
            long revision = 0;
            for (Seen seen : all) {
                Instant at = seen.at().isAfter(now) ? now : seen.at();
                boolean theirs = batch.find(Kinds.CAMERA, seen.camera().value())
                        .filter(r -> reach.sees(r.scope()))
                        .isPresent();
                if (!theirs || !counts(seen, at, by.seat())) {
                    continue; // a word about what they do not see must not silence who does
                }
                long written = write(
                        batch, seen.camera(), reach, new Origin(by, null, null, null), now, s -> state(s, seen, at));
                if (written >= 0) {
                    counted.add(new Seen(seen.camera(), seen.state(), at));
                }
                revision = Math.max(revision, written);
            }
            return new Answer.Applied(revision);
        });
        counted.forEach(s -> days.seen(s.camera(), s.state(), s.at()));
        return new Taken(counted.size(), all.size() - counted.size());
    }

    private boolean counts(Seen seen, Instant at, SeatId seat) {
        Instant before = newest.get(seen.camera());
        if (before != null && at.isBefore(before)) {
            return false;
        }
        Proof proof = proofs.get(seen.camera());
        boolean live = seen.state().equals(LIVE);
        if (!live
                && proof != null
                && !proof.seat().equals(seat)
                && at.isBefore(proof.at().plus(PROOF))) {
            return false;
        }
        newest.put(seen.camera(), at);
        if (live) {
            proofs.put(seen.camera(), new Proof(seat, at));
        } else {
            proofs.remove(seen.camera());
        }
        return true;
    }

    private static CameraState state(CameraState before, Seen seen, Instant at) {
        return switch (seen.state()) {
            case LIVE -> before.seen(CameraState.ONLINE, "", at);
            case LOST -> before.seen(CameraState.OFFLINE, "no-picture", at);
            default -> before.seen(seen.state(), "seen", at);
        };
    }

    /// Changes a camera's state where that is another one; the revision, 0 where nothing changed, -1 where there is no
    /// such camera for them.
    static long write(
            Batch batch, CameraId id, Reach reach, Origin origin, Instant now, UnaryOperator<CameraState> change) {
        Row row = batch.find(Kinds.CAMERA, id.value())
                .filter(r -> reach.sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return -1;
        }
        Camera camera = Json.mapper().readValue(row.content(), Camera.class);
        CameraState next = change.apply(camera.state());
        if (next.equals(camera.state())) {
            return 0;
        }
        String text = Json.mapper().writeValueAsString(camera.with(next));
        return batch.put(origin, now, Change.fact(Kinds.CAMERA, row.id(), text, row.scope()))
                .revision();
    }
}
