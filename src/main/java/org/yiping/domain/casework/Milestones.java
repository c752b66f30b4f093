package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a case passed its posts; absent until it did. Figures are counted from these. Immutable; any thread.
public record Milestones(
        @Nullable Instant acceptedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant checkedAt,
        @Nullable Instant closedAt) {
    public static final Milestones NONE = new Milestones(null, null, null, null, null, null);
}
