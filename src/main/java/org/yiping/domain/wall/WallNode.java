package org.yiping.domain.wall;

import java.time.Instant;
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
        NodeWord.@Nullable Stood stood) {}
