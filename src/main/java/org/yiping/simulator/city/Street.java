package org.yiping.simulator.city;

import org.locationtech.jts.geom.LineString;

/// A street's centreline on the plane. `invented` streets have no counterpart in the source. Immutable by convention:
/// nobody changes a line's coordinates.
record Street(String name, Rank rank, LineString line, boolean invented) {
    Street withLine(LineString next) {
        return new Street(name, rank, next, invented);
    }
}
