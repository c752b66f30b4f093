package org.yiping.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.yiping.bench.video.ProcessTree;
import org.yiping.bench.wall.Screens;
import org.yiping.figures.Row;

/// Eighteen windows of 1080p: whether they cover their monitors, what they cost at rest and with twelve cameras,
/// and how long a change of scene takes.
///
/// At rest: the simulated city works at its usual pace, its people and vehicles move, clocks tick, figures are
/// asked for as often as the product does.
final class WallWindows18 {
    private static final Screens.Size SIZE = new Screens.Size(
            Integer.getInteger("yiping.bench.wall.columns", 6),
            Integer.getInteger("yiping.bench.wall.rows", 3),
            1920,
            1080);
    private static final int SETTLING_SECONDS = Integer.getInteger("yiping.bench.wall.settling", 60);
    private static final int RESTING_SECONDS = Integer.getInteger("yiping.bench.wall.resting", 120);
    private static final int TURNS = 35;

    private WallWindows18() {}

    static void measure(Hall hall, Path shim, Rows rows) throws Exception {
        int all = SIZE.columns() * SIZE.rows();
        WallCity city = WallCity.open(hall, "rest", "plain", 1);
        try (Screens screens = Screens.open(SIZE, hall.folder().resolve("screens"))) {
            hall.around(screens.around(shim));
            Path own = hall.folder().resolve("rest-wall");
            TurnedWall wall = TurnedWall.start(hall, own, city.seat(own));
            wall.windows(all, 0).orElseThrow(() -> new IllegalStateException("no " + all + " windows"));
            rows.add(Row.atLeast("windows", (double) all, "windows", 18));
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

    /// Memory with map, figures and twelve cameras.
    static void tiles(Hall hall, Path shim, Rows rows) throws Exception {
        WallCity city = WallCity.open(hall, "tiles", "tiles", 1);
        try (Screens screens = Screens.open(SIZE, hall.folder().resolve("screens"))) {
            hall.around(screens.around(shim));
            Path own = hall.folder().resolve("tiles-wall");
            TurnedWall wall = TurnedWall.start(hall, own, city.seat(own));
            int all = SIZE.columns() * SIZE.rows();
            wall.windows(all, 0).orElseThrow(() -> new IllegalStateException("no " + all + " windows"));
            Thread.sleep(1000L * SETTLING_SECONDS);
            double resident =
                    ProcessTree.residentMegabytes(wall.program().process().toHandle());
            rows.add(Row.atMost("rss_mb", resident, "MB", 2000));
            wall.program().end();
        } finally {
            hall.around(Map.of());
            city.end();
        }
    }
}
