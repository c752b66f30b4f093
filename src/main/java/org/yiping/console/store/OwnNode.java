package org.yiping.console.store;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallMachine;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;

/// This computer as one of a wall (节点): what its windows say of it, and what the platform last told of all of them.
/// Any thread; instants are the platform's.
///
/// Without the platform the last step stands and everything else goes on by the clock.
public final class OwnNode {
    /// The platform answers every second; what it told this long ago may no longer be true of the others.
    public static final Duration PROMISE = Duration.ofSeconds(5);

    private final Place place;
    private volatile @Nullable NodeWord word;
    private volatile Heard heard = new Heard(null, null, Instant.MIN);
    private volatile @Nullable WallMachine machine;
    private volatile boolean refused;
    private final Map<Box, WallPicture.Shot> shots = new LinkedHashMap<>();

    /// Which computer of which wall it is, and where its desktop lies on that, absent where nobody has said so.
    public record Place(String wall, NodeId node, NodeWord.@Nullable Corner at) {}

    private record Heard(@Nullable WallTeam team, @Nullable WallStep before, Instant at) {}

    public OwnNode(Place place) {
        this.place = place;
    }

    public Place place() {
        return place;
    }

    /// What the windows say of it; absent before there are any.
    public Optional<NodeWord> word() {
        return Optional.ofNullable(word);
    }

    public void say(NodeWord next) {
        word = next;
    }

    /// What this computer knows of itself as a machine; absent before it has looked.
    public Optional<WallMachine> machine() {
        return Optional.ofNullable(machine);
    }

    public void machine(WallMachine known) {
        machine = known;
    }

    /// What the platform has told at `now`.
    public void told(WallTeam team, Instant now) {
        Heard before = heard;
        WallStep held =
                Optional.ofNullable(before.team).flatMap(t -> t.step(now)).orElse(before.before);
        heard = new Heard(team, held, now);
    }

    /// The step this computer kept from its last run.
    public void kept(WallStep step) {
        heard = new Heard(null, step, Instant.MIN);
    }

    /// All computers of the wall; empty where nothing has been heard of them lately, or the clock was set since.
    public Optional<WallTeam> team(Instant now) {
        Heard last = heard;
        boolean lately = !last.at.isBefore(now.minus(PROMISE)) && !last.at.isAfter(now.plus(PROMISE));
        return lately ? Optional.ofNullable(last.team) : Optional.empty();
    }

    /// Whether a desk looks at this wall and wants pictures of its windows.
    public boolean looked(Instant now) {
        return !refused && team(now).map(t -> Boolean.TRUE.equals(t.looked())).orElse(false);
    }

    /// Whether the platform takes no pictures from here.
    public void refused(boolean now) {
        refused = now;
    }

    /// A picture to be sent; in the place of an older one of that window that still waits.
    public void show(WallPicture.Shot shot) {
        synchronized (shots) {
            shots.remove(shot.monitor());
            shots.put(shot.monitor(), shot);
        }
    }

    /// The picture that has waited longest; it waits no more.
    public Optional<WallPicture.Shot> shot() {
        synchronized (shots) {
            Box first = shots.isEmpty() ? null : shots.keySet().iterator().next();
            return first == null ? Optional.empty() : Optional.ofNullable(shots.remove(first));
        }
    }

    /// The step that holds: the last one begun, also long after it was told.
    public Optional<WallStep> step(Instant now) {
        Heard last = heard;
        return Optional.ofNullable(last.team).flatMap(t -> t.step(now)).or(() -> Optional.ofNullable(last.before));
    }
}
