package org.yiping.console.map;

/// The filling of a case mark says its light (灯): in time, nearly due, overdue, suspended, closed, void, no clock.
public enum MarkFill {
    HOLLOW,
    HALF,
    SOLID,
    BARS,
    TICK,
    CROSS,
    UNKNOWN
}
