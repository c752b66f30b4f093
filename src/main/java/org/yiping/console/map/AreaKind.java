package org.yiping.console.map;

import org.yiping.console.map.style.SourceLayer;

/// What an area is. The last four lie side by side, have their lines drawn once, and answer "where is this".
public enum AreaKind {
    BLOCK(SourceLayer.BLOCKS),
    GREEN(SourceLayer.GREEN),
    WATER(SourceLayer.WATER),
    BUILDING(SourceLayer.BUILDINGS),
    /// Unit grid cell (单元网格).
    CELL(SourceLayer.CELL),
    /// Community (社区).
    COMMUNITY(SourceLayer.COMMUNITY),
    /// Street office (街道).
    STREET(SourceLayer.STREET),
    /// District (区).
    DISTRICT(SourceLayer.DISTRICT);

    /// What a style calls it.
    final SourceLayer source;

    AreaKind(SourceLayer source) {
        this.source = source;
    }

    boolean isBoundary() {
        return compareTo(CELL) >= 0;
    }
}
