package org.yiping.console.map;

/// The outline of a case mark says its kind (案件标记): event, component, service matter, alarm without a case.
public enum MarkShape {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE
}
