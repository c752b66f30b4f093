package org.yiping.bench.map;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.LineLayer;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MapProbe;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.Symbol;
import org.yiping.domain.geo.Position;

/// Rows of `bench map --web`: a million points of a whole city in one window of 1080p, by Leaflet's canvas and by the
/// product's engine, each from the points in memory to the first picture and then from picture to picture of a pan.
///
/// Leaflet draws every point as a dot; the engine draws how densely they stand, which is what it shows of so many at
/// such a scale: nobody tells dots apart that lie on each other by the hundred. Takes the city's folder.
public final class WebFigures {
    private static final double WHOLE_CITY = 25;
    private static final String COMPONENTS = "components";
    private static final int ROUNDS = 5;
    private static final int PATIENCE_SECONDS = 60;

    private WebFigures() {}

    public static void main(String[] arguments) {
        int status = 1;
        try {
            run(BigCity.read(Path.of(arguments[0])), Path.of(arguments[0]));
            status = 0;
        } catch (Exception e) {
            e.printStackTrace(); // and the window goes with it
        }
        Runtime.getRuntime().halt(status);
    }

    private static void run(BigCity city, Path folder) throws Exception {
        ByteBuffer points = ByteBuffer.allocate(BigCity.COMPONENTS * 8).order(ByteOrder.LITTLE_ENDIAN);
        city.components((_, at, _) -> points.putFloat((float) at.longitude()).putFloat((float) at.latitude()));
        double scale = scale();
        LeafletPeer.Times leaflet =
                LeafletPeer.measure(points.array(), city.projection().toPosition(city.heart()), scale, folder);
        Figures.say("leaflet at %.1f m/px: first picture %.0f ms, pan %.0f ms", scale, leaflet.first(), leaflet.pan());
        Window.startToolkit();
        Window window = Window.open(0, 0);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            MapEngine engine = new MapEngine(city.projection(), Looks.of(Generalisation.DESK), workers, 2);
            IntFunction<MapCamera> pan = i -> new MapCamera(
                    city.heart().x() + (i % 64 - 32) * 16 * scale,
                    city.heart().y(),
                    scale,
                    Window.WIDTH,
                    Window.HEIGHT);
            MapContender map = Window.fx(() -> new MapContender(engine, pan));
            window.show(map.node());
            double first = first(city, engine, map, points);
            double[] frames = new double[ROUNDS];
            window.run(map, 3000, 40);
            for (int i = 0; i < ROUNDS; i++) {
                frames[i] = window.run(map, 1000, 20).wallMillis();
            }
            double frame = Figures.median(frames);
            Figures.say("engine: first picture %.0f ms, pan %.1f ms", first, frame);
            Figures.row("vs_leaflet_first", leaflet.first() / first);
            Figures.row("vs_leaflet_pan", leaflet.pan() / frame);
        }
    }

    private static double scale() {
        int level = 0;
        while (MapProbe.metresPerPixel(level) < WHOLE_CITY) {
            level++;
        }
        return MapProbe.metresPerPixel(level);
    }

    /// In a window that is open already, as the browser's is.
    private static double first(BigCity city, MapEngine engine, MapContender map, ByteBuffer points) throws Exception {
        long from = System.nanoTime();
        PointLayer.Builder layer = PointLayer.in(city.projection(), COMPONENTS);
        Symbol dot = new Symbol.ComponentDot(MajorClass.OTHER);
        for (int i = 0; i < points.capacity(); i += 8) {
            layer.add("", new Position(points.getFloat(i), points.getFloat(i + 4)), dot);
        }
        engine.ground(new CityGround(List.of(), LineLayer.in(city.projection()).build(), List.of(layer.build())));
        Window.fx(() -> {
            map.heat(COMPONENTS);
            return map.next(() -> {});
        });
        while (!engine.isDrawn()) {
            if (System.nanoTime() - from > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IllegalStateException("the engine's first picture did not come");
            }
            LockSupport.parkNanos(500_000);
        }
        Window.awaitPulses(2); // what is handed out is set in one and painted in the next
        return (System.nanoTime() - from) / 1e6;
    }
}
