package org.yiping.bench.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MapProbe;

/// `updates_core_percent`: a window at rest whose city has a thousand changed cases a second, against the same window
/// while nothing changes; what the process takes of one processor beyond that. Pulses at their usual pace. Takes the
/// city's folder.
public final class UpdateFigures {
    private static final int ROUNDS = 3;
    private static final int MILLIS = 5000;
    private static final int WARM_MILLIS = 8000;
    private static final int LEVEL = 7;

    private UpdateFigures() {}

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
        MapEngine engine = new MapEngine(
                city.projection(), Looks.of(Generalisation.DESK), Executors.newVirtualThreadPerTaskExecutor(), 2);
        engine.ground(city.ground());
        Window.startToolkit();
        Window window = Window.open(0, 0);
        MapCamera camera = new MapCamera(
                city.heart().x(), city.heart().y(), MapProbe.metresPerPixel(LEVEL), Window.WIDTH, Window.HEIGHT);
        try (Traffic traffic = new Traffic(city, engine)) {
            MapContender map = Window.fx(() -> new MapContender(engine, _ -> camera));
            window.show(map.node());
            Window.fx(() -> map.next(() -> {}));
            traffic.start(false);
            Thread.sleep(WARM_MILLIS);
            traffic.stop();
            List<Double> shares = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double idle = share();
                traffic.start(false);
                double busy = share();
                traffic.stop();
                Figures.say("updates: %.1f %% of a processor, at rest %.1f %%", busy, idle);
                shares.add(busy - idle);
            }
            Figures.row(
                    "updates_core_percent",
                    Figures.median(
                            shares.stream().mapToDouble(Double::doubleValue).toArray()));
        }
    }

    private static double share() throws InterruptedException {
        long from = System.nanoTime();
        long cpu = Window.cpuNanos();
        Thread.sleep(MILLIS);
        return 100.0 * (Window.cpuNanos() - cpu) / (System.nanoTime() - from);
    }
}
