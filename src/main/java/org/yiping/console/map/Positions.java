package org.yiping.console.map;

import java.util.List;
import org.yiping.domain.geo.Position;

/// Positions as packed city metres, x and y in turn. Any thread.
final class Positions {
    private Positions() {}

    static float[] project(CityProjection projection, List<Position> places) {
        float[] out = new float[2 * places.size()];
        int at = 0;
        for (Position place : places) {
            CityPoint p = projection.toCity(place);
            out[at++] = (float) p.x();
            out[at++] = (float) p.y();
        }
        return out;
    }
}
