package org.yiping.server.data;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;

/// Where a change comes from: who, by which command, why, under which catalogue. No actor means the platform itself
/// (first start, import). Immutable; any thread.
public record Origin(
        @Nullable Actor actor,
        @Nullable String commandId,
        @Nullable String reason,
        @Nullable String catalogueVersion) {
    public static final Origin PLATFORM = new Origin(null, null, null, null);
}
