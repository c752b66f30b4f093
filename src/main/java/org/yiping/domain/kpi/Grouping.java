package org.yiping.domain.kpi;

/// By what figures are told apart. Areas by a level of their tree; hours by the city's clock, from 0 to 23, and of the
/// week from Monday 0 to Sunday 167; days as dates. Immutable; any thread.
public enum Grouping {
    NONE,
    AREA,
    DEPARTMENT,
    CLASS,
    SOURCE,
    PERSON,
    POST,
    HOUR,
    WEEK_HOUR,
    DAY
}
