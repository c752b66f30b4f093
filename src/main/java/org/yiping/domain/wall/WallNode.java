package org.yiping.domain.wall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A computer of the wall as the platform knows it. Immutable; any thread.
///
/// `there`: it counts as part of the wall, because it has been `heard` of lately; since when it does, or does not, is
/// `since`. What it last said of itself stays known while it is gone.
public record WallNode(
        NodeId id,
        WallTopology monitors,
        boolean there,
        Instant since,
        Instant heard,
        long offsetMillis,
        NodeWord.@Nullable Stood stood,
        @Nullable List<NodeWord.Stand> stands,
        @Nullable WallMachine machine,
        NodeWord.@Nullable Oldest oldest) {
    public WallNode {
        stands = stands == null ? null : List.copyOf(stands);
    }

    /// One that says nothing of its panels, its machine and how old they are.
    public WallNode(
            NodeId id,
            WallTopology monitors,
            boolean there,
            Instant since,
            Instant heard,
            long offsetMillis,
            NodeWord.@Nullable Stood stood) {
        this(id, monitors, there, since, heard, offsetMillis, stood, null, null, null);
    }
}
