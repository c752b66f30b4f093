package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PersonId;

/// How a case came in. `externalNumber` is the number in the platform it was imported from; `simulated` cases carry
/// the mark 模拟 everywhere. Immutable; any thread.
public record Report(
        SourceCode source,
        Instant reportedAt,
        @Nullable PersonId reporter,
        @Nullable Caller caller,
        @Nullable String externalNumber,
        boolean simulated) {}
