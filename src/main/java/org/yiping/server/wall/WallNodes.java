package org.yiping.server.wall;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallTeam;

/// The computers of every wall (节点): what each says of itself, the newest only, in memory; lost at a restart until
/// they say it again. Any thread.
public final class WallNodes {
    /// More than any city has; beyond it words are refused, so that a faulty sender cannot fill memory.
    private static final int MOST_WALLS = 30;

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Map<String, Team> walls = new TreeMap<>();

    /// `nanos`: the time of a clock that nobody sets.
    public WallNodes(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /// Takes a computer's word and answers how its wall stands; empty where there is no room for one more.
    public synchronized Optional<WallTeam> tell(String wall, NodeId node, NodeWord word) {
        Team.Moment now = now();
        Team team = walls.get(wall);
        if (team == null) {
            walls.values().removeIf(t -> t.forgotten(now));
            if (walls.size() >= MOST_WALLS) {
                return Optional.empty();
            }
            team = new Team(now);
            walls.put(wall, team);
        }
        return team.tell(node, word, now) ? Optional.of(team.told(now)) : Optional.empty();
    }

    /// A wall nobody has told of has no computers.
    public synchronized WallTeam look(String wall) {
        Team.Moment now = now();
        return Optional.ofNullable(walls.get(wall))
                .orElseGet(() -> new Team(now))
                .told(now);
    }

    /// Whether a computer that is there has said that it has this monitor.
    public synchronized boolean has(String wall, NodeId node, Box monitor) {
        return look(wall).nodes().stream()
                .anyMatch(n -> n.there()
                        && n.id().equals(node)
                        && n.monitors().present().contains(monitor));
    }

    private Team.Moment now() {
        return new Team.Moment(clock.instant(), nanos.getAsLong());
    }
}
