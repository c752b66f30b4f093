package org.yiping.domain.casework;

/// The light of a case or clock (domain.md 2.9: green to 80 % of the limit, yellow to 100 %, red above), plus the
/// figures a case shows without a running clock.
public enum Light {
    GREEN,
    YELLOW,
    RED,
    PAUSED,
    CLOSED,
    VOID,
    NONE
}
