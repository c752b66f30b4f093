package org.yiping.domain.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PersonId;

/// How a case came in. `externalNumber` is the number in the platform it was imported from; `simulated` cases carry
/// the mark 模拟 everywhere; `confidence` is how sure a recogniser was, from 0 to 1; `joined` are the reports of cases
/// merged into this one. Immutable; any thread.
public record Report(
        SourceCode source,
        Instant reportedAt,
        @Nullable PersonId reporter,
        @Nullable Caller caller,
        @Nullable String externalNumber,
        boolean simulated,
        @Nullable Double confidence,
        @Nullable List<Joined> joined) {
    public Report {
        joined = joined == null ? null : List.copyOf(joined);
    }

    /// Of a case into which none was merged, as far as a recogniser was sure of it.
    public Report(
            SourceCode source,
            Instant reportedAt,
            @Nullable PersonId reporter,
            @Nullable Caller caller,
            @Nullable String externalNumber,
            boolean simulated,
            @Nullable Double confidence) {
        this(source, reportedAt, reporter, caller, externalNumber, simulated, confidence, null);
    }

    /// Of a case that came from people and into which none was merged.
    public Report(
            SourceCode source,
            Instant reportedAt,
            @Nullable PersonId reporter,
            @Nullable Caller caller,
            @Nullable String externalNumber,
            boolean simulated) {
        this(source, reportedAt, reporter, caller, externalNumber, simulated, null, null);
    }
}
