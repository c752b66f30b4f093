package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PersonId;

/// A case that was merged into another one (并入): its number and how it came in, which the survivor keeps so that
/// every reporter is answered. Immutable; any thread.
public record Joined(
        CaseId caseId,
        CaseNumber number,
        SourceCode source,
        Instant reportedAt,
        @Nullable PersonId reporter,
        @Nullable Caller caller) {}
