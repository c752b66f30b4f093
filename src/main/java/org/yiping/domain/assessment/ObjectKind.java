package org.yiping.domain.assessment;

/// What is assessed: areas of a level, departments, or the people of a post. Immutable; any thread.
public enum ObjectKind {
    AREA,
    DEPARTMENT,
    POST
}
