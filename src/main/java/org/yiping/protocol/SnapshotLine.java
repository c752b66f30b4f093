package org.yiping.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A line of `GET /api/v1/snapshot?topics=case,person,…` (NDJSON, gzip). The first line has only
/// `revision`, the last only `count`; a stream without its last line was cut and is not used.
/// Immutable; any thread.
public record SnapshotLine(
        @Nullable Long revision,
        @Nullable String kind,
        @Nullable String id,
        @Nullable JsonNode row,
        @Nullable Long count) {}
