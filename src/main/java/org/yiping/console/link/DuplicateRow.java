package org.yiping.console.link;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;

/// One case of a list of possible duplicates, as the platform sends it. Immutable; any thread.
public record DuplicateRow(
        Case row,
        double metres,
        long apartSeconds,
        @Nullable String photo,
        @Nullable String refusal) {}
