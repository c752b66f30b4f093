package org.yiping.server.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was answered to a command: `status` 200 with its revision, or the refusal's status, code and pointer.
/// Immutable; any thread.
public record Remembered(String id, Instant at, String fingerprint, Verdict verdict) {
    public record Verdict(
            int status,
            long revision,
            @Nullable String code,
            @Nullable String pointer) {}
}
