package org.yiping.bench.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.LayerSpec;
import org.yiping.console.map.LiveLayer;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MapProbe;
import org.yiping.console.map.MarkFill;
import org.yiping.console.map.MarkShape;
import org.yiping.console.map.Symbol;
import org.yiping.domain.geo.Position;

/// `wall18_…`: eighteen windows of 1080p, each with another part of one picture of the city in the wall's looks. In the
/// first one a case changes its light at each frame; the others show nothing new. Takes the city's folder.
public final class WallFigures {
    private static final int COLUMNS = 6;
    private static final int PARTS = 18;
    private static final int ROUNDS = Integer.getInteger("yiping.bench.rounds", 5);
    private static final int LEVEL = 8;
    private static final int SETTLING_MILLIS = 8000;

    private WallFigures() {}

    public static void main(String[] arguments) {
        int status = 1;
        try {
            run(City.of(BigCity.read(Path.of(arguments[0]))));
            status = 0;
        } catch (Exception e) {
            e.printStackTrace(); // and the windows go with it
        }
        Runtime.getRuntime().halt(status);
    }

    /// What a wall has of the city; what it was generated from is let go.
    private record City(MapEngine engine, LiveLayer cases, CityPoint heart) {
        static City of(BigCity city) {
            MapEngine engine = new MapEngine(
                    city.projection(), Looks.of(Generalisation.WALL), Executors.newVirtualThreadPerTaskExecutor(), 2);
            engine.ground(city.ground());
            LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
            city.cases((id, at, mark) -> cases.put(id, at, mark, ""));
            cases.publish();
            return new City(engine, cases, city.heart());
        }
    }

    private static void run(City city) throws Exception {
        MapEngine engine = city.engine();
        LiveLayer cases = city.cases();
        Window.startToolkit();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            List<Window> windows = new ArrayList<>();
            List<MapContender> parts = new ArrayList<>();
            for (int i = 0; i < PARTS; i++) {
                MapCamera camera = part(city.heart(), i);
                windows.add(Window.open(camera.width() * (i % COLUMNS), camera.height() * (i / COLUMNS)));
                parts.add(Window.fx(() -> new MapContender(engine, _ -> camera)));
                windows.getLast().show(parts.getLast().node());
                Window.fx(() -> parts.getLast().next(() -> {}));
            }
            Thread.sleep(SETTLING_MILLIS);
            MapCamera first = part(city.heart(), 0);
            Changing changing = new Changing(
                    parts.getFirst(),
                    cases,
                    engine.projection().toPosition(new CityPoint(first.centreX(), first.centreY())),
                    writer);
            Floor floor = new Floor();
            Window window = windows.getFirst();
            window.run(changing, 3000, 10);
            window.run(floor, 2000, 20);
            double[] walls = new double[ROUNDS];
            double[] floors = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                Window.Pace bare = window.run(floor, 1000, 20);
                Window.Pace wall = window.run(changing, 2000, 10);
                Figures.say(
                        "wall: %.2f ms a frame, %.2f ms of processor; floor %.2f ms, %.2f ms",
                        wall.wallMillis(), wall.cpuMillis(), bare.wallMillis(), bare.cpuMillis());
                walls[round] = wall.wallMillis();
                floors[round] = bare.wallMillis();
            }
            Figures.row("wall18_over_floor", Figures.ratio(walls, floors));
            Figures.row("wall18_rss_mb", resident());
        }
    }

    private static MapCamera part(CityPoint heart, int i) {
        double scale = MapProbe.metresPerPixel(LEVEL);
        return new MapCamera(
                heart.x() + (i % COLUMNS - (COLUMNS - 1) / 2.0) * Window.WIDTH * scale,
                heart.y() - (i / COLUMNS - 1) * Window.HEIGHT * scale,
                scale,
                Window.WIDTH,
                Window.HEIGHT);
    }

    /// Megabytes of this process in memory, as the system counts them.
    private static double resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Integer.parseInt(line.replaceAll("[^0-9]", "")) / 1024.0;
            }
        }
        throw new IOException("the system does not tell");
    }

    /// One part whose middle has a case that turns from green to yellow and back.
    private static final class Changing implements Window.Contender {
        private final MapContender part;
        private final LiveLayer cases;
        private final Position at;
        private final ExecutorService writer;
        private boolean yellow;

        Changing(MapContender part, LiveLayer cases, Position at, ExecutorService writer) {
            this.part = part;
            this.cases = cases;
            this.at = at;
            this.writer = writer;
        }

        @Override
        public Node node() {
            return part.node();
        }

        @Override
        public boolean next(Runnable arrived) {
            part.whenShown(arrived);
            yellow = !yellow;
            MarkFill fill = yellow ? MarkFill.HALF : MarkFill.HOLLOW;
            writer.execute(() -> {
                cases.put("changing", at, new Symbol.CaseMark(MarkShape.CIRCLE, fill), "");
                cases.publish();
            });
            return false;
        }
    }
}
