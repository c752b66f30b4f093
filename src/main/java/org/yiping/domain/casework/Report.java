package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PersonId;

/// How a case came in. `externalNumber` is the number in the platform it was imported from; `simulated` cases carry
/// the mark 模拟 everywhere; `confidence` is how sure a recogniser was, from 0 to 1. Immutable; any thread.
public record Report(
        SourceCode source,
        Instant reportedAt,
        @Nullable PersonId reporter,
        @Nullable Caller caller,
        @Nullable String externalNumber,
        boolean simulated,
        @Nullable Double confidence) {
    public Report(
            SourceCode source,
            Instant reportedAt,
            @Nullable PersonId reporter,
            @Nullable Caller caller,
            @Nullable String externalNumber,
            boolean simulated) {
        this(source, reportedAt, reporter, caller, externalNumber, simulated, null);
    }
}
