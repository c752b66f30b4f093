package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.DepartmentId;

/// A department asked to help the one that has the case (协办): with what, and what it reported back. Immutable; any
/// thread.
public record Assistance(
        DepartmentId department,
        String what,
        Instant askedAt,
        @Nullable Instant reportedAt,
        @Nullable String report) {
    /// Whether its report-back (协办反馈) is still wanted.
    public boolean open() {
        return reportedAt == null;
    }

    public Assistance reported(String words, Instant now) {
        return new Assistance(department, what, askedAt, now, words);
    }
}
