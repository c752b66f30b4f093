package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallTeam;

/// The computers of the display wall, asked for again and again while a desk looks at them. FX thread.
public final class WallTeams {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Desk desk;
    private final Hall hall;
    private @Nullable WallTeam team;
    private Instant asked = Instant.MIN;
    private boolean asking;

    public WallTeams(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
    }

    /// As the platform told last; empty where it did not answer.
    public Optional<WallTeam> team() {
        return Optional.ofNullable(team);
    }

    /// Asks where it is time to; `told` when there is an answer.
    public void ask(Instant now, Runnable told) {
        // a clock that was put back asks at once
        if (!asking && (asked.isAfter(now) || !now.isBefore(asked.plus(EVERY)))) {
            asked = now;
            asking = true;
            var _ = desk.lookup()
                    .team(WallId.OWN.value())
                    .thenAccept(found -> hall.fx().execute(() -> {
                        asking = false;
                        team = found instanceof Found.Got<WallTeam>(WallTeam got) ? got : null;
                        told.run();
                    }));
        }
    }
}
