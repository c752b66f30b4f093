package org.yiping.domain.identity;

import java.util.List;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;

/// A professional department (专业部门) with the classes and areas it answers for; an empty list means no limit.
/// Immutable; any thread.
public record Department(DepartmentId id, String name, List<ClassCode> classes, List<AreaCode> areas) {
    public Department {
        classes = List.copyOf(classes);
        areas = List.copyOf(areas);
    }
}
