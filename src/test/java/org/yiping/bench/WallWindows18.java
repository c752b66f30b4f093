package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.yiping.Heartbeat;
import org.yiping.bench.video.ProcessTree;
import org.yiping.bench.wall.Screens;
import org.yiping.figures.Row;

/// Eighteen windows of 1080p: whether they cover their monitors, what they cost at rest and with twelve cameras,
/// and how long a change of scene takes.
///
/// At rest: the simulated city works at its usual pace, its people and vehicles move, clocks tick, figures and boards
/// are asked for as often as the product does, and the wall says and keeps what its watchdog wants of it. Counting
/// begins when the whole map has been drawn.
final class WallWindows18 {
    private static final Screens.Size SIZE = new Screens.Size(
            Integer.getInteger("yiping.bench.wall.columns", 6),
            Integer.getInteger("yiping.bench.wall.rows", 3),
            1920,
            1080);
    private static final int SETTLING_SECONDS = Integer.getInteger("yiping.bench.wall.settling", 60);
    private static final int RESTING_SECONDS = Integer.getInteger("yiping.bench.wall.resting", 120);
    private static final int TURNS = 35;
    /// At the memory with pictures, and seconds between two of them.
    private static final int LOOKS = 10;

    private static final int BETWEEN_SECONDS = 6;
    private static final int PICTURES = 12;
    private static final int PATIENCE_SECONDS = 180;

    private WallWindows18() {}

    static void measure(Hall hall, Path shim, Rows rows) throws Exception {
        int all = SIZE.columns() * SIZE.rows();
        WallCity city = WallCity.open(hall, "rest", "plain", 1);
        try (Screens screens = Screens.open(SIZE, hall.folder().resolve("screens"))) {
            Path own = hall.folder().resolve("rest-wall");
            hall.around(watched(screens, shim, own));
            TurnedWall wall = TurnedWall.start(hall, own, city.seat(own));
            wall.windows(all, 0).orElseThrow(() -> new IllegalStateException("no " + all + " windows"));
            rows.add(Row.atLeast("windows", (double) all, "windows", 18));
            wall.drawn();
            Thread.sleep(1000L * SETTLING_SECONDS);
            long uncovered = screens.uncovered();
            System.out.println("at rest " + uncovered + " pixels of the ground are to be seen");
            ProcessHandle process = wall.program().process().toHandle();
            double before = ProcessTree.cpuSeconds(process);
            Thread.sleep(1000L * RESTING_SECONDS);
            double idle = 100 * (ProcessTree.cpuSeconds(process) - before) / RESTING_SECONDS;
            rows.add(
                    Row.atMost("idle_core_percent", idle, "% of a core", 40),
                    Row.told("rss_without_tiles_mb", ProcessTree.residentMegabytes(process), "MB"));
            wall.turn(7); // each scene once: what is built for the first time is built then
            double[] took = wall.turn(TURNS);
            rows.add(
                    Row.atMost("scene_switch_ms", TurnedWall.median(took), "ms", 1000),
                    Row.told("scene_switch_95_ms", TurnedWall.at(took, 0.95), "ms"),
                    Row.told("scene_switch_longest_ms", TurnedWall.most(took), "ms"));
            // Again with somebody who looks, which takes a core of its own: not while the changes are timed.
            try (Screens.Watching looking = screens.watch()) {
                wall.turn(TURNS);
                looking.end();
                uncovered = Math.max(uncovered, looking.most());
                System.out.printf(
                        Locale.ROOT,
                        "%d changes of scene: %d looks, at most %d pixels of the ground%n",
                        TURNS,
                        looking.looks(),
                        looking.most());
            }
            rows.add(Row.atMost("uncovered_px", (double) uncovered, "pixels", 0));
            wall.program().end();
        } finally {
            hall.around(Map.of());
            city.end();
        }
    }

    private static Map<String, String> watched(Screens screens, Path shim, Path own) {
        Map<String, String> around = new HashMap<>(screens.around(shim));
        around.put(Heartbeat.FOLDER, own.resolve("watch").toString());
        return around;
    }

    /// Memory with map, figures and twelve cameras, at its most: once all of them play, and as long as they do.
    static void tiles(Hall hall, Path shim, Rows rows) throws Exception {
        WallCity city = WallCity.open(hall, "tiles", "tiles", 1);
        try (Screens screens = Screens.open(SIZE, hall.folder().resolve("screens"))) {
            Path own = hall.folder().resolve("tiles-wall");
            Path shots = own.resolve("shots");
            hall.around(watched(screens, shim, own));
            TurnedWall wall = TurnedWall.start(hall, own, city.seat(own, "--shots", shots.toString()));
            int all = SIZE.columns() * SIZE.rows();
            wall.windows(all, 0).orElseThrow(() -> new IllegalStateException("no " + all + " windows"));
            wall.drawn();
            Hall.await(() -> playing(shots) >= PICTURES, PATIENCE_SECONDS);
            Thread.sleep(1000L * SETTLING_SECONDS);
            double most = 0;
            int least = PICTURES;
            for (int i = 0; i < LOOKS; i++) {
                Thread.sleep(1000L * BETWEEN_SECONDS);
                least = Math.min(least, playing(shots));
                most = Math.max(
                        most,
                        ProcessTree.residentMegabytes(wall.program().process().toHandle()));
            }
            System.out.printf(Locale.ROOT, "%d looks: %.0f MB at most, %d pictures at least%n", LOOKS, most, least);
            // fewer pictures take less memory: that is no answer
            Double resident = least < PICTURES ? null : (Double) most;
            rows.add(Row.atMost("rss_mb", resident, "MB", 2000), Row.told("rss_pictures", (double) least, "pictures"));
            wall.program().end();
        } finally {
            hall.around(Map.of());
            city.end();
        }
    }

    /// How many cameras play; 0 before the wall says so.
    private static int playing(Path shots) throws IOException {
        Path told = shots.resolve("stands");
        return Files.exists(told) ? Integer.parseInt(Files.readString(told)) : 0;
    }
}
