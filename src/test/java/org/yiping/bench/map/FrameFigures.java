package org.yiping.bench.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MapProbe;
import org.yiping.console.map.MapStyle;

/// Rows of `bench map` about frames: the product's surface in a window of 1080p against the bare floor and a naive
/// canvas, a second each in turn. Takes the city's folder.
public final class FrameFigures {
    private static final int ROUNDS = Integer.getInteger("yiping.bench.rounds", 9);
    private static final int MILLIS = 1000;
    private static final int LEAST = 20;
    private static final int PAN_LEVEL = 7;
    private static final int TILE_WORKERS = 2;

    private FrameFigures() {}

    public static void main(String[] arguments) {
        int status = 1;
        try {
            run(BigCity.read(Path.of(arguments[0])));
            status = 0;
        } catch (Exception e) {
            e.printStackTrace(); // and the window goes with it
        }
        Runtime.getRuntime().halt(status);
    }

    private static void run(BigCity city) throws Exception {
        MapStyle style = Looks.of(Generalisation.DESK);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        MapEngine engine = new MapEngine(city.projection(), style, workers, TILE_WORKERS);
        engine.ground(city.ground());
        Window.startToolkit();
        Window window = Window.open(0, 0);
        try (Traffic traffic = new Traffic(city, engine)) {
            IntFunction<MapCamera> pan = pan(city.heart());
            CityBox near = new MapCamera(
                            city.heart().x(), city.heart().y(), MapProbe.metresPerPixel(PAN_LEVEL), 5000, 4000)
                    .view();
            Floor floor = new Floor();
            MapContender map = Window.fx(() -> new MapContender(engine, pan));
            NaiveCanvas canvas = Window.fx(() -> new NaiveCanvas(city, style, near, pan));
            IntFunction<MapCamera> zoom = zoom(city.heart());
            for (IntFunction<MapCamera> way : List.of(pan, zoom)) {
                map.follow(way);
                tell("warm", window.run(map, 8 * MILLIS, 2 * LEAST));
            }
            tell("warm floor", window.run(floor, 2 * MILLIS, LEAST));
            tell("warm canvas", window.run(canvas, MILLIS, 3));
            Series floors = new Series("floor");
            Series pans = new Series("pan_static");
            Series zooms = new Series("zoom");
            Series lives = new Series("pan_live");
            Series canvases = new Series("naive_canvas");
            for (int round = 0; round < ROUNDS; round++) {
                floors.add(window.run(floor, MILLIS, LEAST));
                map.follow(pan);
                pans.add(window.run(map, MILLIS, LEAST));
                map.follow(zoom);
                zooms.add(window.run(map, MILLIS, LEAST));
                map.follow(pan);
                traffic.start(true);
                lives.add(window.run(map, MILLIS, LEAST));
                traffic.stop();
                canvases.add(window.run(canvas, MILLIS, 2));
            }
            List.of(floors, pans, zooms, lives, canvases).forEach(Series::tell);
            Figures.row("pan_static_over_floor", Figures.ratio(pans.wall(), floors.wall()));
            Figures.row("pan_live_over_floor", Figures.ratio(lives.wall(), floors.wall()));
            Figures.row("zoom_over_floor", Figures.ratio(zooms.wall(), floors.wall()));
            Figures.row("pan_vs_naive_canvas", Figures.ratio(canvases.wall(), pans.wall()));
            Figures.row("pan_static_cpu_over_floor", Figures.ratio(pans.cpu(), floors.cpu()));
            Figures.row("pan_live_cpu_over_floor", Figures.ratio(lives.cpu(), floors.cpu()));
            Figures.row("zoom_cpu_over_floor", Figures.ratio(zooms.cpu(), floors.cpu()));
        }
    }

    private static void tell(String what, Window.Pace pace) {
        Figures.say(
                "%s: %.2f ms a frame, %.2f ms of processor, %d frames",
                what, pace.wallMillis(), pace.cpuMillis(), pace.frames());
    }

    /// Round and round at 16 pixels a frame: after the first round every tile is there.
    private static IntFunction<MapCamera> pan(CityPoint heart) {
        double scale = MapProbe.metresPerPixel(PAN_LEVEL);
        double radius = 500 * scale;
        return i -> {
            double angle = i * 16 / 500.0;
            return new MapCamera(
                    heart.x() + radius * Math.cos(angle),
                    heart.y() + radius * Math.sin(angle),
                    scale,
                    Window.WIDTH,
                    Window.HEIGHT);
        };
    }

    /// In and out by a factor of two around the middle, forty frames each way.
    private static IntFunction<MapCamera> zoom(CityPoint heart) {
        return i -> {
            double swing = 0.5 - 0.5 * Math.cos(Math.PI * (i + 0.37) / 40);
            return new MapCamera(
                    heart.x(),
                    heart.y(),
                    MapProbe.metresPerPixel(PAN_LEVEL) * Math.pow(2, swing - 0.5),
                    Window.WIDTH,
                    Window.HEIGHT);
        };
    }

    /// A contender's stretches, one a round.
    private static final class Series {
        private final String name;
        private final List<Window.Pace> paces = new ArrayList<>();

        Series(String name) {
            this.name = name;
        }

        void add(Window.Pace pace) {
            paces.add(pace);
        }

        double[] wall() {
            return paces.stream().mapToDouble(Window.Pace::wallMillis).toArray();
        }

        double[] cpu() {
            return paces.stream().mapToDouble(Window.Pace::cpuMillis).toArray();
        }

        void tell() {
            Figures.say(
                    "%s: %.2f ms a frame (%.2f to %.2f), %.2f ms of processor",
                    name,
                    Figures.median(wall()),
                    paces.stream().mapToDouble(Window.Pace::wallMillis).min().orElse(0),
                    paces.stream().mapToDouble(Window.Pace::wallMillis).max().orElse(0),
                    Figures.median(cpu()));
        }
    }
}
