package org.yiping.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    static List<Row> measure(Hall hall, Path shim) throws Exception {
        int all = SIZE.columns() * SIZE.rows();
        WallCity city = WallCity.open(hall, "rest", "plain", 1);
        double idle;
        double turned;
        double longest;
        long uncovered;
        double plain;
        try (Screens screens = Screens.open(SIZE, hall.folder().resolve("screens"))) {
            hall.around(screens.around(shim));
            Path own = hall.folder().resolve("rest-wall");
            TurnedWall wall = TurnedWall.start(hall, own, city.seat(own));
            wall.windows(all, 0).orElseThrow(() -> new IllegalStateException("no " + all + " windows"));
            Thread.sleep(1000L * SETTLING_SECONDS);
            uncovered = screens.uncovered();
            System.out.println("at rest " + uncovered + " pixels of the ground are to be seen");
            ProcessHandle process = wall.program().process().toHandle();
            double before = ProcessTree.cpuSeconds(process);
            Thread.sleep(1000L * RESTING_SECONDS);
            idle = 100 * (ProcessTree.cpuSeconds(process) - before) / RESTING_SECONDS;
            plain = ProcessTree.residentMegabytes(process);
            wall.turn(7); // each scene once: what is built for the first time is built then
            double[] took = wall.turn(TURNS);
            turned = TurnedWall.median(took);
            longest = TurnedWall.most(took);
            // Again with somebody who looks, which takes a core of its own: not while the changes are timed.
            try (Screens.Watching looking = screens.watch()) {
                wall.turn(TURNS);
                looking.end();
                uncovered = Math.max(uncovered, looking.most());
                System.out.printf(
                        Locale.ROOT,
                        "%d changes of scene: median %.0f ms, longest %.0f; %d looks, at most %d pixels of the ground%n",
                        TURNS,
                        turned,
                        longest,
                        looking.looks(),
                        looking.most());
            }
            wall.program().end();
            hall.around(java.util.Map.of());
        }
        city.end();
        return List.of(
                Row.atLeast("windows", (double) all, "windows", 18),
                Row.atMost("uncovered_px", (double) uncovered, "pixels", 0),
                Row.atMost("idle_core_percent", idle, "% of a core", 40),
                Row.atMost("rss_mb", tiles(hall, shim), "MB", 2000),
                Row.atMost("scene_switch_ms", turned, "ms", 1000),
                Row.told("scene_switch_longest_ms", longest, "ms"),
                Row.told("rss_without_tiles_mb", plain, "MB"));
    }

    /// Memory with map, figures and twelve cameras.
    private static double tiles(Hall hall, Path shim) throws Exception {
        WallCity city = WallCity.open(hall, "tiles", "tiles", 1);
        try (Screens screens = Screens.open(SIZE, hall.folder().resolve("screens"))) {
            hall.around(screens.around(shim));
            Path own = hall.folder().resolve("tiles-wall");
            TurnedWall wall = TurnedWall.start(hall, own, city.seat(own));
            wall.windows(SIZE.columns() * SIZE.rows(), 0);
            Thread.sleep(1000L * SETTLING_SECONDS);
            double resident =
                    ProcessTree.residentMegabytes(wall.program().process().toHandle());
            wall.program().end();
            return resident;
        } finally {
            hall.around(java.util.Map.of());
            city.end();
        }
    }
}
