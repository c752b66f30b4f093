package org.yiping.simulator.city;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/// The river, drawn by hand between the two riverside streets; metres on the plane. Its corridor holds water and banks.
///
/// The source has streets only, so the water is ours; a city without any looks less like a city than a made-up one.
record Terrain(LineString course, Geometry water, Geometry corridor) {
    private static final double WATER_HALF_WIDTH = 21;
    private static final double CORRIDOR_HALF_WIDTH = 36;
    private static final double[][] COURSE = {
        {-120, 3460}, {120, 3440}, {435, 3342}, {695, 3245}, {955, 3212}, {1215, 3271}, {1410, 3277}, {1622, 3238},
        {1762, 3213}, {1850, 3220}, {2061, 3206}, {2343, 3193}, {2548, 3160}, {2743, 3112}, {2906, 3095}, {3182, 3082},
        {3351, 3056}, {3676, 3010}, {3800, 2995}
    };

    static Terrain draw(Geometry frame) {
        LineString course = smooth();
        BufferParameters round = new BufferParameters(3);
        return new Terrain(
                course,
                BufferOp.bufferOp(course, WATER_HALF_WIDTH, round).intersection(frame),
                BufferOp.bufferOp(course, CORRIDOR_HALF_WIDTH, round).intersection(frame));
    }

    /// Two rounds of corner cutting.
    private static LineString smooth() {
        Coordinate[] v =
                Arrays.stream(COURSE).map(p -> new Coordinate(p[0], p[1])).toArray(Coordinate[]::new);
        for (int round = 0; round < 2; round++) {
            Coordinate[] next = new Coordinate[v.length * 2 - 2];
            for (int i = 0; i < v.length - 1; i++) {
                next[2 * i] = mix(v[i], v[i + 1], 0.25);
                next[2 * i + 1] = mix(v[i], v[i + 1], 0.75);
            }
            v = next;
        }
        return Plane.GEOMETRY.createLineString(v);
    }

    private static Coordinate mix(Coordinate a, Coordinate b, double t) {
        return new Coordinate(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
    }
}
