package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.WallTeam.Standing;

/// What stands where on the wall by its computers' own words as of `told`, and which monitors are lost; places as
/// shares of the wall. `panels` is absent where they have not said it whole. Immutable; any thread.
record MiniStands(@Nullable List<Standing> panels, List<Lost> lost, Instant told) {
    /// Nothing has been heard of it.
    static final MiniStands UNTOLD = new MiniStands(null, List.of(), Instant.MIN);

    /// A monitor nothing is shown on; `node` is the computer that is lost with it, absent where the monitor alone is.
    record Lost(Box at, @Nullable NodeId node, @Nullable Instant since) {}

    MiniStands {
        panels = panels == null ? null : List.copyOf(panels);
        lost = List.copyOf(lost);
    }
}
