package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.WallTeams;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.Lattice;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;

/// What the wall is made of, as its computers told the platform; without the platform, as they told last. FX
/// thread.
final class WallShape {
    /// It is asked every five seconds; what it told longer ago may no longer be so.
    private static final Duration PROMISE = Duration.ofSeconds(15);

    private final WallTeams teams;
    private @Nullable WallTeam team;
    private @Nullable Grid told;

    WallShape(WallTeams teams) {
        this.teams = teams;
    }

    /// Its monitors as columns and rows; empty while none of its computers has told of them.
    Optional<Grid> told() {
        return Optional.ofNullable(told);
    }

    void ask(Instant now) {
        teams.ask(
                now,
                () -> teams.team().ifPresent(answer -> {
                    team = answer;
                    told = answer.wall()
                            .map(WallTopology::lattice)
                            .map(WallShape::grid)
                            .orElse(null);
                }));
    }

    /// Where a computer's monitor lies on the wall; empty where it is none of the wall's as that was told last.
    Optional<Region> place(NodeId node, Box monitor) {
        WallTeam last = team;
        if (last == null || last.steps().isEmpty()) {
            return Optional.empty();
        }
        return last.steps()
                .getLast()
                .part(node)
                .filter(p -> p.monitors().known().contains(monitor))
                .map(p -> WallStep.moved(List.of(monitor), p.at()).getFirst())
                .flatMap(at -> last.wall().flatMap(w -> w.lattice().cells(at)));
    }

    /// As the wall's computers told within the promise.
    Optional<WallTeam> team(Instant now) {
        return Optional.ofNullable(team).filter(t -> t.now().isAfter(now.minus(PROMISE)));
    }

    /// What stands where as they told within the promise, and which monitors are lost.
    MiniStands stands(Instant now) {
        WallTeam last = team(now).filter(t -> !t.steps().isEmpty()).orElse(null);
        Lattice lattice =
                last == null ? null : last.wall().map(WallTopology::lattice).orElse(null);
        if (last == null || lattice == null) {
            return MiniStands.UNTOLD;
        }
        List<MiniStands.Lost> lost = new ArrayList<>();
        for (WallStep.Part part : last.steps().getLast().parts()) {
            Instant since = part.there()
                    ? null
                    : last.lost().stream()
                            .filter(n -> n.id().equals(part.node()))
                            .map(WallNode::heard)
                            .findFirst()
                            .orElse(null);
            List<Box> gone =
                    part.there() ? part.monitors().lost() : part.monitors().known();
            WallStep.moved(gone, part.at())
                    .forEach(b ->
                            lost.add(new MiniStands.Lost(lattice.share(b), part.there() ? null : part.node(), since)));
        }
        return new MiniStands(
                last.standing()
                        .map(all -> all.stream()
                                .map(s -> new WallTeam.Standing(s.panel(), lattice.share(s.box())))
                                .toList())
                        .orElse(null),
                lost,
                last.now());
    }

    private static Grid grid(Lattice lattice) {
        return new Grid(lattice.columns().size(), lattice.rows().size());
    }
}
