package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.bench.map.Figures;
import org.yiping.figures.Row;
import org.yiping.simulator.city.CityGenerator;

/// `bench map`: the map engine of a city with a million components and 200,000 cases, by itself against JTS and Java2D,
/// and in windows of 1080p against the bare cost of a picture and a naive canvas.
///
/// Four programs one after the other and then a whole workstation, each with the flags of the console (or the wall),
/// because the engine is as fast as the virtual machine it gets there. What the product does not have yet is a row
/// without a value.
final class MapBench implements Bench {
    private static final long SEED = 1;
    private static final String PACKAGE = "org.yiping.bench.map.";
    /// The peer's million objects need more room than a console has.
    private static final String ROOM = "-Xmx3g";

    /// Eighteen windows do not fit into the gigabyte a wall's program has: a figure beyond the goal is better than
    /// none.
    private static final String WALL_ROOM = "-Xmx2g";

    private static final String FRAIL = "-XX:+ExitOnOutOfMemoryError";
    private static final String UNTHROTTLED = "-Djavafx.animation.fullspeed=true";

    private final Map<String, Double> figures = new HashMap<>();

    @Override
    public List<Row> run(Hall hall) throws Exception {
        Path city = hall.folder().resolve("city");
        new CityGenerator(SEED).write(city);
        measure(hall, "CONSOLE", List.of(ROOM, FRAIL), "EngineFigures", city);
        measure(hall, "CONSOLE", List.of(UNTHROTTLED, FRAIL), "FrameFigures", city);
        measure(hall, "CONSOLE", List.of(FRAIL), "UpdateFigures", city);
        measure(hall, "WALL", List.of(UNTHROTTLED, FRAIL, WALL_ROOM), "WallFigures", city);
        start(hall);
        return List.of(
                Row.atMost("pan_static_over_floor", of("pan_static_over_floor"), "times", 1.1),
                Row.atMost("pan_live_over_floor", of("pan_live_over_floor"), "times", 1.5),
                Row.atMost("zoom_over_floor", of("zoom_over_floor"), "times", 1.5),
                Row.atLeast("pan_vs_naive_canvas", of("pan_vs_naive_canvas"), "times", 40),
                Row.atLeast("raster_vs_java2d", of("raster_vs_java2d"), "times", 20),
                Row.atMost("filter_apply_ms", null, "ms", 100),
                Row.atLeast("index_vs_strtree", of("index_vs_strtree"), "times", 40),
                Row.atLeast("box_vs_strtree", of("box_vs_strtree"), "times", 10),
                Row.atMost("polygon_ms", of("polygon_ms"), "ms", 10),
                Row.atLeast("polygon_vs_jts", of("polygon_vs_jts"), "times", 8),
                Row.atMost("cluster_ms", of("cluster_ms"), "ms", 0.2),
                Row.atMost("updates_core_percent", of("updates_core_percent"), "%", 5),
                Row.atMost("bytes_per_component", of("bytes_per_component"), "bytes", 24),
                Row.atMost("first_frame_ms", of("first_frame_ms"), "ms", 1000),
                Row.atMost("console_heap_mb", of("console_heap_mb"), "MB", 700),
                Row.atMost("wall18_over_floor", of("wall18_over_floor"), "times", 1.3),
                Row.atMost("wall18_rss_mb", of("wall18_rss_mb"), "MB", 1000),
                Row.atLeast("vs_leaflet_first", null, "times", 10),
                Row.atLeast("vs_leaflet_pan", null, "times", 300),
                Row.atMost("raster_difference_percent", of("raster_difference_percent"), "%", 5),
                Row.told("pan_static_cpu_over_floor", of("pan_static_cpu_over_floor"), "times"),
                Row.told("pan_live_cpu_over_floor", of("pan_live_cpu_over_floor"), "times"),
                Row.told("zoom_cpu_over_floor", of("zoom_cpu_over_floor"), "times"),
                Row.told("map_from_exec_ms", of("map_from_exec_ms"), "ms"),
                Row.told("javafx_from_exec_ms", of("javafx_from_exec_ms"), "ms"),
                Row.told("id_bytes_per_component", of("id_bytes_per_component"), "bytes"));
    }

    /// A program that fails leaves its rows without values; the others are measured all the same.
    private void measure(Hall hall, String flags, List<String> more, String program, Path city)
            throws IOException, InterruptedException {
        Hall.Program run = hall.startTest(flags, more, PACKAGE + program, city.toString());
        run.await(line -> {
            System.out.println(line);
            if (Figures.isRow(line)) {
                String[] words = line.split(" ", -1);
                figures.put(words[1], Double.valueOf(words[2]));
            }
            return false;
        });
        int status = run.process().waitFor();
        if (status != 0) {
            System.out.println(program + " ended with " + status + "; see errors.log");
        }
    }

    private void start(Hall hall) throws InterruptedException {
        try {
            MapStart.measure(hall, figures);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            System.out.println("the workstation was not measured: " + e);
        }
    }

    /// To three digits.
    private @Nullable Double of(String name) {
        Double value = figures.get(name);
        return value == null ? null : (Double) Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
    }
}
