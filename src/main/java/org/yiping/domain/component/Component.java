package org.yiping.domain.component;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

/// A managed component (部件): class, place, the department that maintains it. Immutable; any thread.
public record Component(
        ComponentId id,
        ClassCode classCode,
        String name,
        Position position,
        @Nullable AreaCode area,
        @Nullable DepartmentId owner) {}
