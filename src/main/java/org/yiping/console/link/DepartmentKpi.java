package org.yiping.console.link;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.DepartmentId;

/// An item of `GET /kpis/departments`. Immutable; any thread.
public record DepartmentKpi(
        DepartmentId department,
        long filed,
        long open,
        long closed,
        long overdue,
        @Nullable Double onTimeRate) {}
