package org.yiping.console.store;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.DepartmentId;

/// One department's figures of the period; a rate that cannot be computed is absent, never zero.
/// Immutable; any thread.
public record DepartmentFigures(
        DepartmentId department,
        long filed,
        long open,
        long closed,
        long overdue,
        @Nullable Double onTimeRate) {}
