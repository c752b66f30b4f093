package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.WallTeams;
import org.yiping.domain.wall.Lattice;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallTopology;

/// What the wall is made of, as its computers told the platform; without the platform, as they told last. FX
/// thread.
final class WallShape {
    private final WallTeams teams;
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
                () -> teams.team()
                        .ifPresent(team -> told = team.wall()
                                .map(WallTopology::lattice)
                                .map(WallShape::grid)
                                .orElse(null)));
    }

    private static Grid grid(Lattice lattice) {
        return new Grid(lattice.columns().size(), lattice.rows().size());
    }
}
