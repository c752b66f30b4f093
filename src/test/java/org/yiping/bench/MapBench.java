package org.yiping.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.yiping.figures.Row;
import org.yiping.simulator.city.CityGenerator;

/// `bench map`: the map engine of a city with a million components and 200,000 cases, by itself against JTS and Java2D,
/// and in windows of 1080p against the bare cost of a picture and a naive canvas.
///
/// Four programs one after the other and then a whole workstation, each with the flags of the console (or the wall),
/// because the engine is as fast as the virtual machine it gets there; each is a part.
final class MapBench implements Bench {
    private static final long SEED = 1;
    /// The peer's million objects need more room than a console has.
    private static final String ROOM = "-Xmx3g";

    private static final String FRAIL = "-XX:+ExitOnOutOfMemoryError";
    static final String UNTHROTTLED = "-Djavafx.animation.fullspeed=true";

    private final MapFigures figures = new MapFigures();

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        Path city = hall.folder().resolve("city");
        new CityGenerator(SEED).write(city);
        rows.part(
                "engine",
                () -> told(
                        rows,
                        this::engine,
                        () -> figures.measure(hall, "CONSOLE", List.of(ROOM, FRAIL), "EngineFigures", city)));
        rows.part(
                "frames",
                () -> told(
                        rows,
                        this::frames,
                        () -> figures.measure(hall, "CONSOLE", List.of(UNTHROTTLED, FRAIL), "FrameFigures", city)));
        rows.part(
                "updates",
                () -> told(
                        rows,
                        this::updates,
                        () -> figures.measure(hall, "CONSOLE", List.of(FRAIL), "UpdateFigures", city)));
        rows.part(
                "wall",
                () -> told(
                        rows,
                        this::wall,
                        () -> figures.measure(hall, "WALL", List.of(UNTHROTTLED, FRAIL), "WallFigures", city)));
        rows.part("start", () -> told(rows, this::start, () -> MapStart.measure(hall, figures.all())));
    }

    /// What was told counts, also of a program that failed later.
    private static void told(Rows rows, Supplier<List<Row>> told, Rows.Measuring measuring) throws Exception {
        try {
            measuring.run();
        } finally {
            rows.add(told.get());
        }
    }

    private List<Row> engine() {
        return List.of(
                Row.atLeast("raster_vs_java2d", figures.of("raster_vs_java2d"), "times", 20),
                Row.atMost("raster_difference_percent", figures.of("raster_difference_percent"), "%", 5),
                Row.atMost("filter_apply_ms", figures.of("filter_apply_ms"), "ms", 100),
                Row.told("filter_by_name_ms", figures.of("filter_by_name_ms"), "ms"),
                Row.atLeast("index_vs_strtree", figures.of("index_vs_strtree"), "times", 40),
                Row.atLeast("box_vs_strtree", figures.of("box_vs_strtree"), "times", 10),
                Row.atMost("polygon_ms", figures.of("polygon_ms"), "ms", 10),
                Row.atLeast("polygon_vs_jts", figures.of("polygon_vs_jts"), "times", 8),
                Row.atMost("cluster_ms", figures.of("cluster_ms"), "ms", 0.2),
                Row.atMost("bytes_per_component", figures.of("bytes_per_component"), "bytes", 24),
                Row.told("id_bytes_per_component", figures.of("id_bytes_per_component"), "bytes"));
    }

    private List<Row> frames() {
        return List.of(
                Row.atMost("pan_static_over_floor", figures.of("pan_static_over_floor"), "times", 1.1),
                Row.atMost("pan_live_over_floor", figures.of("pan_live_over_floor"), "times", 1.5),
                Row.atMost("zoom_over_floor", figures.of("zoom_over_floor"), "times", 1.5),
                Row.atLeast("pan_vs_naive_canvas", figures.of("pan_vs_naive_canvas"), "times", 40),
                Row.told("pan_static_cpu_over_floor", figures.of("pan_static_cpu_over_floor"), "times"),
                Row.told("pan_live_cpu_over_floor", figures.of("pan_live_cpu_over_floor"), "times"),
                Row.told("zoom_cpu_over_floor", figures.of("zoom_cpu_over_floor"), "times"));
    }

    private List<Row> updates() {
        return List.of(Row.atMost("updates_core_percent", figures.of("updates_core_percent"), "%", 5));
    }

    private List<Row> wall() {
        return List.of(
                Row.atMost("wall18_over_floor", figures.of("wall18_over_floor"), "times", 1.3),
                Row.atMost("wall18_rss_mb", figures.of("wall18_rss_mb"), "MB", 1000));
    }

    private List<Row> start() {
        return List.of(
                Row.atMost("first_frame_ms", figures.of("first_frame_ms"), "ms", 1000),
                Row.atMost("console_heap_mb", figures.of("console_heap_mb"), "MB", 700),
                Row.told("map_from_exec_ms", figures.of("map_from_exec_ms"), "ms"),
                Row.told("javafx_from_exec_ms", figures.of("javafx_from_exec_ms"), "ms"));
    }
}
