package org.yiping.server.data;

import java.util.ArrayList;
import java.util.List;
import org.yiping.domain.geo.Position;

/// The ground cut into tiles of a thousandth of a degree, about 110 m of latitude: what an index of places is keyed
/// by. Stateless; any thread.
final class Tiles {
    private static final double DEGREES = 0.001;
    private static final double METRES_A_DEGREE = 111_320;

    private Tiles() {}

    static long of(Position p) {
        return key(cell(p.longitude()), cell(p.latitude()));
    }

    /// Every tile with a part within reach.
    static List<Long> around(Position p, double metres) {
        double north = metres / METRES_A_DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(p.latitude())));
        List<Long> tiles = new ArrayList<>();
        for (int x = cell(p.longitude() - east); x <= cell(p.longitude() + east); x++) {
            for (int y = cell(p.latitude() - north); y <= cell(p.latitude() + north); y++) {
                tiles.add(key(x, y));
            }
        }
        return tiles;
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees / DEGREES);
    }

    private static long key(int x, int y) {
        return (long) x << 32 | (y & 0xffffffffL);
    }
}
