package org.yiping.bench;

import java.nio.file.Path;
import java.util.List;
import org.yiping.figures.Row;
import org.yiping.simulator.city.CityGenerator;

/// `bench map --web`: a million points in the product's map against Leaflet's canvas in Chromium, which is a package of
/// its own and takes minutes. Both draw without a GPU here: with one, a browser's canvas would gain more than the map.
final class WebMapBench implements Bench {
    private static final long SEED = 1;

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        Path city = hall.folder().resolve("city");
        new CityGenerator(SEED).write(city);
        MapFigures figures = new MapFigures();
        figures.measure(hall, "CONSOLE", List.of(MapBench.UNTHROTTLED), "WebFigures", city);
        rows.add(
                Row.atLeast("vs_leaflet_first", figures.of("vs_leaflet_first"), "times", 10),
                Row.atLeast("vs_leaflet_pan", figures.of("vs_leaflet_pan"), "times", 300));
    }
}
