package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.wall.Lattice;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;

/// What the wall is made of, as its computers told the platform; asked for again and again while a desk looks
/// at it. FX thread.
final class WallShape {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Desk desk;
    private final Hall hall;
    private @Nullable Grid told;
    private Instant asked = Instant.MIN;
    private boolean asking;

    WallShape(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
    }

    /// Its monitors as columns and rows; empty while none of its computers has told of them.
    Optional<Grid> told() {
        return Optional.ofNullable(told);
    }

    void ask(Instant now) {
        // a clock that was put back asks at once
        if (!asking && (asked.isAfter(now) || !now.isBefore(asked.plus(EVERY)))) {
            asked = now;
            asking = true;
            var _ = desk.lookup()
                    .team(WallId.OWN.value())
                    .thenAccept(found -> hall.fx().execute(() -> {
                        asking = false;
                        if (found instanceof Lookup.Found.Got<WallTeam>(WallTeam team)) {
                            told = team.wall()
                                    .map(WallTopology::lattice)
                                    .map(WallShape::grid)
                                    .orElse(null);
                        }
                    }));
        }
    }

    private static Grid grid(Lattice lattice) {
        return new Grid(lattice.columns().size(), lattice.rows().size());
    }
}
