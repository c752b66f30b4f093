package org.yiping.soak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.Frame;
import org.yiping.console.map.FrameSink;
import org.yiping.console.map.LayerSpec;
import org.yiping.console.map.LineLayer;
import org.yiping.console.map.LiveLayer;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MapScreen;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.RoadClass;
import org.yiping.console.map.Symbol;
import org.yiping.console.map.TestStyle;
import org.yiping.console.map.TileCheck;
import org.yiping.console.map.style.LayerStack;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Position;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;
import org.yiping.simulator.city.CityGenerator;
import tools.jackson.databind.JsonNode;

/// Two map windows of the demo city under a hand that hardly rests and takes layers away, sees through them and
/// puts them in another order, with people moving and colours that change: memory stays, no frame is blank, and
/// wherever a picture is complete its tiles are those that are due.
final class MapSoak implements Soak {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104.0584, 30.6359));
    /// What the engine may keep: five times the tiles of two windows of 8 × 5 tiles and a rim, 256 KB each.
    private static final double TILES_KEPT_MB = 5 * 2 * 10 * 7 * 0.25;
    private static final long PULSE_NANOS = 33_000_000;
    private static final Map<String, AreaKind> KINDS = Map.of(
            "blocks", AreaKind.BLOCK,
            "buildings", AreaKind.BUILDING,
            "water", AreaKind.WATER,
            "green", AreaKind.GREEN,
            "district", AreaKind.DISTRICT,
            "cell", AreaKind.CELL);

    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong complete = new AtomicLong();
    private final Queue<Plain> plain = new ConcurrentLinkedQueue<>();
    private long empty;
    private long blank;
    private long checked;
    private long wrong;
    private long never;

    /// A frame of one colour, and what it was a frame of.
    private record Plain(MapCamera camera, boolean complete, LayerStack stack) {}

    @Override
    public List<Row> run(Stretch stretch) throws Exception {
        CityGround ground = ground(stretch.folder());
        Vitals own = Vitals.own("map");
        stretch.watch(own);
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), pool, 2);
            engine.ground(ground);
            LiveLayer people = engine.layer(LayerSpec.moving("people"));
            Window left = new Window();
            Window right = new Window();
            try (MapScreen desk = engine.open(left);
                    MapScreen wall = engine.open(right)) {
                left.screen = desk;
                right.screen = wall;
                move(stretch, engine, people, List.of(left, right));
                judge(engine);
            }
        }
        List<Row> rows =
                new ArrayList<>(own.rows(new Vitals.Slack(stretch.isShort() ? 16 + TILES_KEPT_MB : 1, 48, 2, 4)));
        rows.add(Row.told("frames", (double) frames.get(), "frames"));
        rows.add(Row.told("complete", (double) complete.get(), "frames"));
        rows.add(Row.told("rightly_empty", (double) empty, "frames"));
        rows.add(Row.atMost("blank", (double) blank, "frames", 0));
        rows.add(Row.told("tiles_checked", (double) checked, "tiles"));
        rows.add(Row.atMost("tiles_stale_or_blank", (double) wrong, "tiles", 0));
        rows.add(Row.atMost("never_complete", (double) never, "rests", 0));
        rows.add(Row.atMost("no_complete_frame", complete.get() == 0 ? 1.0 : 0.0, "runs", 0));
        return rows;
    }

    @Override
    public Duration usual() {
        return Duration.ofMinutes(30);
    }

    private void move(Stretch stretch, MapEngine engine, LiveLayer people, List<Window> windows) throws Exception {
        Random random = new Random(20261122);
        List<MapCamera> cameras =
                new ArrayList<>(List.of(new MapCamera(0, 0, 2, 1920, 1080), new MapCamera(0, 0, 6, 1920, 1080)));
        for (int pulse = 0; stretch.goesOn(); pulse++) {
            for (int i = 0; i < windows.size(); i++) {
                MapCamera camera = hand(cameras.get(i), pulse, random);
                cameras.set(i, camera);
                windows.get(i).screen().look(camera);
            }
            for (int i = 0; i < 40; i++) {
                people.put("p" + i, at(random), new Symbol.Person(false), "");
            }
            people.publish();
            LockSupport.parkNanos(PULSE_NANOS);
            if (pulse % 90 == 89) {
                for (int i = 0; i < windows.size(); i++) {
                    check(engine, windows.get(i), cameras.get(i));
                }
                judge(engine);
                windows.get(random.nextInt(2)).screen().stack(stack(random));
                engine.heat("people");
                if (pulse / 90 % 10 == 0) {
                    engine.style(pulse / 90 % 20 == 0 ? TestStyle.day() : TestStyle.night());
                }
            }
        }
    }

    /// After a second of rest, or at the latest some more: all tiles of a picture are there, as they would be drawn
    /// now.
    private void check(MapEngine engine, Window window, MapCamera camera) {
        for (int i = 0; i < 300 && !(engine.isDrawn() && camera.equals(window.shown)); i++) {
            LockSupport.parkNanos(PULSE_NANOS);
        }
        if (!engine.isDrawn() || !camera.equals(window.shown)) {
            never++;
            return;
        }
        TileCheck tiles = new TileCheck(engine, window.screen(), camera);
        checked += tiles.count();
        wrong += tiles.wrong();
    }

    private static LayerStack stack(Random random) {
        List<String> order = new ArrayList<>(List.of("blocks", "green", "water", "buildings", "roads", "components"));
        LayerStack stack = LayerStack.plain();
        if (random.nextInt(4) == 0) {
            return stack;
        }
        for (String layer : order) {
            LayerStack.Entry entry = LayerStack.Entry.PLAIN.visible(random.nextInt(4) > 0);
            stack = stack.with(layer, random.nextInt(3) == 0 ? entry.opacity(random.nextInt(1, 10) / 10.0) : entry);
        }
        if (random.nextBoolean()) {
            Collections.shuffle(order, random);
            stack = stack.ordered(order);
        }
        return stack.heat(List.of("", "people", "components").get(random.nextInt(3)));
    }

    /// Drags for two seconds, rests for one so that the picture can become complete, zooms now and then, stays in town.
    private static MapCamera hand(MapCamera camera, int pulse, Random random) {
        if (pulse % 90 >= 60) {
            return camera;
        }
        if (pulse % 90 == 0) {
            int steps = camera.metresPerPixel() < 0.5 ? -3 : camera.metresPerPixel() > 12 ? 3 : random.nextInt(5) - 2;
            return camera.stepped(steps, 960, 540).at(random.nextInt(2400) - 1200.0, random.nextInt(2000) - 1000.0);
        }
        return camera.panned(6, pulse / 90 % 2 == 0 ? 4 : -4);
    }

    private static Position at(Random random) {
        return new Position(104.0584 + (random.nextDouble() - 0.5) / 30, 30.6359 + (random.nextDouble() - 0.5) / 35);
    }

    /// What a window has on its screen: frames laid over one another.
    private final class Window implements FrameSink {
        private final int[] picture = new int[1920 * 1080];
        private volatile @Nullable MapScreen screen;
        private volatile @Nullable MapCamera shown;

        @Override
        public void ready(Frame frame) {
            frame.apply(picture);
            frames.incrementAndGet();
            complete.addAndGet(frame.isComplete() ? 1 : 0);
            shown = frame.isComplete() ? frame.camera() : null;
            MapScreen of = screen;
            if (of != null && isOneColour(frame)) {
                plain.add(new Plain(frame.camera(), frame.isComplete(), of.stack()));
            }
            frame.release();
        }

        private MapScreen screen() {
            return Objects.requireNonNull(screen);
        }

        private boolean isOneColour(Frame frame) {
            for (int i = 0; i < frame.width() * frame.height(); i += 31) {
                if (picture[i] != picture[0]) {
                    return false;
                }
            }
            return true;
        }
    }

    /// A picture of one colour shows nothing: right where there is nothing to be seen, as where a near window lies in
    /// one block and the layers of what stands in it are taken away.
    private void judge(MapEngine engine) {
        for (Plain each = plain.poll(); each != null; each = plain.poll()) {
            if (TileCheck.isPlain(engine, each.stack, each.camera)) {
                empty++;
            } else {
                blank++;
                System.out.println("of one colour: " + each);
            }
        }
    }

    private static CityGround ground(Path folder) throws IOException {
        new CityGenerator(51).write(folder.resolve("city"));
        List<AreaLayer> areas = new ArrayList<>();
        for (Map.Entry<String, AreaKind> kind : KINDS.entrySet()) {
            AreaLayer.Builder layer = AreaLayer.in(PROJECTION, kind.getValue());
            for (JsonNode feature : features(folder, kind.getKey())) {
                JsonNode shape = feature.path("geometry");
                boolean one = shape.path("type").asString().equals("Polygon");
                for (JsonNode polygon : one ? List.of(shape.path("coordinates")) : shape.path("coordinates")) {
                    layer.add("", "", polygon.valueStream().map(MapSoak::line).toList());
                }
            }
            areas.add(layer.build());
        }
        LineLayer.Builder roads = LineLayer.in(PROJECTION);
        for (JsonNode feature : features(folder, "roads")) {
            RoadClass rank = RoadClass.valueOf(
                    feature.at("/properties/category").asString("minor").toUpperCase(java.util.Locale.ROOT));
            roads.add(rank, feature.at("/properties/name").asString(""), line(feature.at("/geometry/coordinates")));
        }
        PointLayer.Builder components = PointLayer.in(PROJECTION, "components");
        for (Component c : new CityFolder(folder.resolve("city")).components()) {
            components.add(c.id().value(), c.position(), new Symbol.ComponentDot(MajorClass.OTHER));
        }
        return new CityGround(areas, roads.build(), List.of(components.build()));
    }

    private static JsonNode features(Path folder, String layer) throws IOException {
        Path file = folder.resolve("city/layers").resolve(layer + ".geojson.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Json.mapper().readTree(in).path("features");
        }
    }

    private static List<Position> line(JsonNode coordinates) {
        return coordinates
                .valueStream()
                .map(c -> new Position(c.path(0).asDouble(), c.path(1).asDouble()))
                .toList();
    }
}
