package org.yiping.bench.map;

import java.nio.file.Path;
import org.yiping.console.map.PointLayer;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.CityPlane;

/// The million components of the map's measurements as a console keeps them. Stateless; any thread.
public final class MillionComponents {
    private MillionComponents() {}

    /// Of the city in a folder, on the plane of the city's own map, as one revision of the platform's layer.
    public static ComponentTable of(Path city, CityPlane plane, long revision) {
        return BigCity.read(city).componentTable(plane).build(revision, PointLayer::order);
    }
}
