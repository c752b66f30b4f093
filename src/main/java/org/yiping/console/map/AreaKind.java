package org.yiping.console.map;

/// What an area is; the order is the order of drawing. The last four are drawn as lines and answer "where is this".
public enum AreaKind {
    BLOCK,
    GREEN,
    WATER,
    BUILDING,
    /// Unit grid cell (单元网格).
    CELL,
    /// Community (社区).
    COMMUNITY,
    /// Street office (街道).
    STREET,
    /// District (区).
    DISTRICT;

    boolean isBoundary() {
        return compareTo(CELL) >= 0;
    }

    /// Scale in m/px beyond which the kind is left out.
    double farthest() {
        return switch (this) {
            case BUILDING -> 4.1;
            case CELL -> 4.1;
            case COMMUNITY -> 8.1;
            case STREET -> 23;
            case BLOCK -> 12;
            case GREEN, WATER, DISTRICT -> Double.MAX_VALUE;
        };
    }
}
