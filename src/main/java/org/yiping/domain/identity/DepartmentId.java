package org.yiping.domain.identity;

import org.yiping.domain.Id;

/// A professional department (专业部门).
public record DepartmentId(String value) implements Id {
    public DepartmentId {
        Id.check(value);
    }
}
