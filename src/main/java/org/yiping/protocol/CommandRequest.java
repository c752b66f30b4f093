package org.yiping.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Body of `POST /api/v1/commands`; the command id travels as `Idempotency-Key`. `type` names the payload: reportCase,
/// actOnCase, reviewCase. See `CommandCodec`. Immutable; any thread.
public record CommandRequest(
        String type,
        @Nullable String target,
        @Nullable Long basedOn,
        @Nullable Instant expiresAt,
        @Nullable JsonNode payload) {}
