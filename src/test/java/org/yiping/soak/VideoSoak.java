package org.yiping.soak;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.yiping.bench.video.ProcessTree;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Video;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.geo.Position;
import org.yiping.figures.Row;
import org.yiping.simulator.camera.CameraStreams;

/// Four tiles are opened, play, and are closed again, over and over: libvlc must give back what it took.
final class VideoSoak implements Soak {
    private static final int TILES = 4;
    private static final FrameSize SIZE = new FrameSize(480, 270);
    /// What the C library keeps for itself until each of libvlc's threads has had its turn: some 200 MB, most of it in
    /// the first twenty cycles.
    private static final double WARMING_UP_MB = 150;
    /// Tiles played and closed before memory is compared, and how many there are to be then.
    private static final int BEFORE = 200;
    private static final int PLAYS = 2_000;
    private static final double MOST_GROWTH_MB = 20;
    /// Some 200 plays long each, so that no single look decides.
    private static final int LOOKS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public List<Row> run(Stretch stretch) throws Exception {
        try (ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService calls = Executors.newCachedThreadPool();
                ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
                CameraStreams streams = CameraStreams.open(0, connections, timer, System::nanoTime)) {
            Video video = Video.open(new Video.Means(InstantSource.system(), timer, calls, 7));
            if (video instanceof Video.Missing(String reason)) {
                throw new Unable("libvlc is not installed here: " + reason);
            }
            try (CameraPlayer player = video.player()) {
                return cycles(stretch, player, streams);
            }
        }
    }

    private static List<Row> cycles(Stretch stretch, CameraPlayer player, CameraStreams streams) throws Exception {
        Vitals own = Vitals.own("player");
        stretch.watch(own);
        int cycles = 0;
        int dark = 0;
        // the console and its decoders, while nothing plays
        List<Double> before = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        while (stretch.goesOn() || !(stretch.isShort() || cycles * TILES >= PLAYS)) {
            List<Watch> watches = new ArrayList<>();
            for (int tile = 0; tile < TILES; tile++) {
                watches.add(player.watch(camera(cycles * TILES + tile, streams), SIZE, _ -> {}));
            }
            dark += await(() -> watches.stream().allMatch(w -> w.picture() instanceof Picture.Live)) ? 0 : 1;
            watches.forEach(Watch::close);
            dark += await(() -> !streams.isWorking()) ? 0 : 1;
            cycles++;
            int plays = cycles * TILES;
            if (plays >= BEFORE && plays % (BEFORE / LOOKS) == 0) {
                double now = ProcessTree.residentMegabytes();
                if (before.size() < LOOKS) {
                    before.add(now);
                }
                if (plays <= PLAYS) {
                    last.add(now);
                }
            }
        }
        List<Row> rows =
                new ArrayList<>(own.rows(new Vitals.Slack(4, 48 + (stretch.isShort() ? WARMING_UP_MB : 0), 4, 8)));
        rows.add(Row.told("cycles", (double) cycles, "cycles"));
        rows.add(Row.atMost("cycles_without_pictures_or_end", (double) dark, "cycles", 0));
        if (cycles * TILES >= PLAYS) {
            List<Double> ending = last.subList(last.size() - LOOKS, last.size());
            rows.add(Row.atMost("cycles2000_rss_growth_mb", mean(ending) - mean(before), "MB", MOST_GROWTH_MB));
        }
        return rows;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(0);
    }

    private static boolean await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(5_000_000);
        }
        return true;
    }

    private static Camera camera(int n, CameraStreams streams) {
        return new Camera(
                new CameraId("camera-" + n),
                "soak",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                streams.streams(n),
                new CameraState(true, true));
    }
}
