package org.yiping.simulator.city;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.yiping.domain.area.AreaCode;

/// An area of the city with its outline on the plane; the city's own has no parent. Immutable.
record AreaNode(AreaCode code, String name, Level level, Geometry outline, List<AreaNode> children) {
    AreaNode {
        children = List.copyOf(children);
    }

    /// 市, 区, 街道, 社区, 单元网格; the name in lower case is the level's code.
    enum Level {
        CITY,
        DISTRICT,
        STREET,
        COMMUNITY,
        CELL;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
