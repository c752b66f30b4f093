package org.yiping.bench.video;

// long because each task of the bench is a process and all share how they wait and count

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.yiping.bench.map.Figures;
import org.yiping.console.ui.camera.GridProbe;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;
import org.yiping.simulator.camera.CameraStreams;
import org.yiping.simulator.camera.NumberedStream;

/// One task of `bench video` in one process: `play`, `stages`, `switch`, `enlarge`, `stall`, `restart`, `overload`
/// or `latency`, and what it needs. Tells `row NAME VALUE` a line.
public final class VideoFigures {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int LIVE_SECONDS = 30;
    private static final int SETTLING_MILLIS = 4000;
    /// What costs are counted after: by then the compilers take little of them.
    private static final long WARMING_MILLIS = Long.getLong("yiping.bench.warming", 9000);
    private static final int MEASURED_SECONDS = Integer.getInteger("yiping.bench.seconds", 8);
    private static final int STALL_MILLIS = 8000;
    /// So long that the next try of a stream is far away.
    private static final int AWAY_MILLIS = 25_000;
    private static final int ROUNDS = 7;

    static final CameraStream HD = new CameraStream("main", "", 1280, 720, 25);
    static final CameraStream SD = new CameraStream("sub", "", 640, 360, 15);

    private VideoFigures() {}

    public static void main(String[] arguments) {
        int status = 1;
        try {
            VideoHall hall = VideoHall.open();
            switch (arguments[0]) {
                case "play" ->
                    play(hall, arguments[1], arguments[2], Integer.parseInt(arguments[3]), arguments.length > 4);
                case "stages" -> stages(hall, arguments[1]);
                case "switch" -> exchange(hall, arguments[1]);
                case "enlarge" -> enlarge(hall, arguments[1], arguments[2]);
                case "stall" -> stall(hall, arguments[1], arguments[2]);
                case "restart" -> restart(hall);
                case "overload" -> overload(hall, arguments[1]);
                case "latency" -> latency(hall, arguments[1]);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            status = 0;
        } catch (Exception e) {
            e.printStackTrace(); // and the windows go with it
        }
        Runtime.getRuntime().halt(status);
    }

    /// A square grid in one window: cores in use, the slowest tile's pictures a second and all tiles' mean, memory.
    /// `marked`: under a watermark all over each tile, as the demo's city has it.
    private static void play(VideoHall hall, String base, String grade, int tiles, boolean marked) throws Exception {
        String name = grade + tiles + (marked ? "_marked" : "");
        int columns = (int) Math.sqrt(tiles);
        CameraStream shape = grade.equals("hd") ? HD : SD;
        GridProbe grid = hall.window(0, 0, WIDTH, HEIGHT, columns, columns);
        double bare = ProcessTree.residentMegabytes();
        VideoHall.fx(() -> {
            grid.show(VideoHall.cameras(base, 0, tiles, shape));
            return true;
        });
        if (marked) {
            grid.mark("张明 · 席位 3 · 11-28 02:42");
        }
        measure(hall, name, tiles);
        Figures.row(name + "_tile_mb", (ProcessTree.residentMegabytes() - bare) / tiles);
    }

    /// A tile in each of eighteen windows.
    private static void stages(VideoHall hall, String base) throws Exception {
        for (int i = 0; i < 18; i++) {
            GridProbe grid = hall.window(960 * (i % 6), 540.0 * (i / 6), 960, 540, 1, 1);
            List<Camera> one = VideoHall.cameras(base, i, 1, SD);
            VideoHall.fx(() -> {
                grid.show(one);
                return true;
            });
        }
        measure(hall, "stages18", 18);
    }

    private static void measure(VideoHall hall, String name, int tiles) throws Exception {
        if (!hall.awaitLive(LIVE_SECONDS)) {
            System.out.println("not every tile came alive");
        }
        Thread.sleep(WARMING_MILLIS);
        List<Long> before = hall.pictures();
        double cpu = ProcessTree.cpuSeconds();
        long from = System.nanoTime();
        Thread.sleep(TimeUnit.SECONDS.toMillis(MEASURED_SECONDS));
        double seconds = (System.nanoTime() - from) / 1e9;
        double cores = (ProcessTree.cpuSeconds() - cpu) / seconds;
        List<Long> after = hall.pictures();
        double least = Double.MAX_VALUE;
        double sum = 0;
        for (int i = 0; i < tiles; i++) {
            double rate = (after.get(i) - before.get(i)) / seconds;
            least = Math.min(least, rate);
            sum += rate;
        }
        Figures.row(name + "_cores", cores);
        Figures.row(name + "_fps", sum / tiles);
        Figures.row(name + "_fps_least", least);
    }

    /// From the order for sixteen other cameras to a picture of each, the median of several.
    private static void exchange(VideoHall hall, String base) throws Exception {
        GridProbe grid = hall.window(0, 0, WIDTH, HEIGHT, 4, 4);
        double[] millis = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            List<Camera> next = VideoHall.cameras(base, (round + 1) * 16, 16, SD);
            long asked = VideoHall.fx(() -> {
                long now = System.nanoTime();
                grid.show(next);
                return now;
            });
            if (!await(() -> grid.firstOfOrder().stream().allMatch(at -> at > asked))) {
                throw new IllegalStateException("tiles stayed dark");
            }
            if (round >= 0) {
                long last = VideoHall.fx(grid::firstOfOrder).stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(asked);
                millis[round] = (last - asked) / 1e6;
            }
            Thread.sleep(2000);
        }
        Figures.row("grid16_switch_ms", Figures.median(millis));
    }

    /// From the order to enlarge a tile to the first picture of its main stream; the sub-stream plays meanwhile.
    private static void enlarge(VideoHall hall, String main, String sub) throws Exception {
        GridProbe grid = hall.window(0, 0, WIDTH, HEIGHT, 3, 3);
        List<Camera> cameras = VideoHall.cameras(main, sub, 9);
        VideoHall.fx(() -> {
            grid.show(cameras);
            return true;
        });
        hall.awaitLive(LIVE_SECONDS);
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Thread.sleep(2000 + 130L * round); // not always at the same distance from a key picture
            long asked = System.nanoTime();
            toggle(grid);
            if (!await(() -> !grid.awaits())) {
                throw new IllegalStateException("the main stream did not come");
            }
            millis[round] = (System.nanoTime() - asked) / 1e6;
            Thread.sleep(1000);
            toggle(grid);
        }
        Figures.row("enlarge_ms", Figures.median(millis));
    }

    private static void toggle(GridProbe grid) throws Exception {
        VideoHall.fx(() -> {
            grid.toggle();
            return true;
        });
    }

    /// A source that stops for eight seconds, for connections that stand and for new ones: its process is halted.
    private static void stall(VideoHall hall, String base, String process) throws Exception {
        GridProbe grid = hall.window(0, 0, 960, 540, 1, 1);
        double[] noticed = new double[3];
        double[] back = new double[3];
        for (int round = 0; round < noticed.length; round++) {
            List<Camera> camera = VideoHall.cameras(base, round, 1, SD);
            VideoHall.fx(() -> {
                grid.show(camera);
                return true;
            });
            expect("live", () -> grid.isLive(0));
            Thread.sleep(SETTLING_MILLIS);
            signal("-STOP", process);
            long lastPicture = quiet(grid);
            expect("anything but live", () -> !grid.isLive(0));
            noticed[round] = (System.nanoTime() - lastPicture) / 1e6;
            Thread.sleep(STALL_MILLIS);
            long returned = System.nanoTime();
            signal("-CONT", process);
            if (!await(() -> grid.changedAt().getFirst() > returned)) {
                throw new IllegalStateException("no picture came back");
            }
            back[round] = (System.nanoTime() - returned) / 1e6;
        }
        Figures.row("frozen_noticed_ms", Figures.median(noticed));
        Figures.row("picture_back_ms", Figures.median(back));
    }

    /// A source that is away for longer than anybody tries often, refuses meanwhile, and is started anew at its place.
    private static void restart(VideoHall hall) throws Exception {
        GridProbe grid = hall.window(0, 0, 960, 540, 1, 1);
        double[] back = new double[3];
        int port = 0;
        for (int round = 0; round < back.length; round++) {
            try (CameraStreams source = streams(port)) {
                port = source.uri("").getPort();
                if (round == 0) {
                    List<Camera> camera =
                            List.of(VideoHall.camera(source.uri("/camera/0.ts").toString(), SD));
                    VideoHall.fx(() -> {
                        grid.show(camera);
                        return true;
                    });
                }
                expect("live", () -> grid.isLive(0));
                Thread.sleep(SETTLING_MILLIS);
            }
            expect("anything but live", () -> !grid.isLive(0));
            Thread.sleep(AWAY_MILLIS);
            long returned = System.nanoTime();
            try (CameraStreams _ = streams(port)) {
                if (!await(() -> grid.changedAt().getFirst() > returned)) {
                    throw new IllegalStateException("no picture came back");
                }
                back[round] = (System.nanoTime() - returned) / 1e6;
                Thread.sleep(2L * SETTLING_MILLIS);
            }
        }
        Figures.row("picture_back_restarted_ms", Figures.median(back));
    }

    private static CameraStreams streams(int port) throws IOException {
        return CameraStreams.open(
                port,
                Executors.newVirtualThreadPerTaskExecutor(),
                Executors.newSingleThreadScheduledExecutor(),
                System::nanoTime);
    }

    private static void signal(String signal, String process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, process).start().waitFor();
    }

    /// When the last picture before at least half a second without one was seen.
    private static long quiet(GridProbe grid) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIVE_SECONDS);
        while (System.nanoTime() < end) {
            long at = VideoHall.fx(() -> grid.changedAt().getFirst());
            if (at > 0 && System.nanoTime() - at > 500_000_000) {
                return at;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the stream did not stall");
    }

    /// More than this machine can decode: how long anything waited for the JavaFX thread at most.
    private static void overload(VideoHall hall, String base) throws Exception {
        GridProbe grid = hall.window(0, 0, WIDTH, HEIGHT, 6, 6);
        VideoHall.fx(() -> {
            grid.show(VideoHall.cameras(base, 0, 36, HD));
            return true;
        });
        Thread.sleep(3L * SETTLING_MILLIS);
        List<Long> before = hall.pictures();
        double worst = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2L * MEASURED_SECONDS);
        List<Double> waits = new ArrayList<>();
        while (System.nanoTime() < end) {
            long asked = System.nanoTime();
            double wait = (VideoHall.fx(System::nanoTime) - asked) / 1e6;
            waits.add(wait);
            worst = Math.max(worst, wait);
            Thread.sleep(5);
        }
        List<Long> after = hall.pictures();
        double sum = 0;
        for (int i = 0; i < 36; i++) {
            sum += after.get(i) - before.get(i);
        }
        waits.sort(Double::compare);
        Figures.row("fx_stall_max_ms", worst);
        Figures.row("fx_stall_p99_ms", waits.get(waits.size() * 99 / 100));
        Figures.row("overload_fps", sum / 36 / (2.0 * MEASURED_SECONDS));
    }

    /// From a picture's leaving the source to the pulse that has it, over what the player holds back on purpose.
    private static void latency(VideoHall hall, String clip) throws Exception {
        GridProbe grid = hall.window(0, 0, 1280, 720, 1, 1);
        try (NumberedStream source = new NumberedStream(Path.of(clip))) {
            Camera camera = VideoHall.camera(source.uri().toString(), new CameraStream("sub", "", 640, 360, 25));
            VideoHall.fx(() -> {
                grid.show(List.of(camera));
                return true;
            });
            hall.awaitLive(LIVE_SECONDS);
            Thread.sleep(SETTLING_MILLIS);
            List<Double> late = new ArrayList<>();
            int last = -1;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MEASURED_SECONDS);
            while (System.nanoTime() < end) {
                int number = VideoHall.fx(() -> NumberedClip.number(grid.picture(0)));
                long now = System.nanoTime();
                Long left = number < 0 ? null : source.left(number);
                if (number != last && left != null) {
                    late.add((now - left) / 1e6);
                    last = number;
                }
                Thread.sleep(2);
            }
            double[] all = late.stream().mapToDouble(Double::doubleValue).toArray();
            Figures.row("latency_ms", Figures.median(all));
            System.out.println(all.length + " pictures timed");
        }
    }

    private interface Question {
        boolean asks() throws Exception;
    }

    private static boolean await(Question question) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIVE_SECONDS);
        while (System.nanoTime() < end) {
            if (VideoHall.fx(question::asks)) {
                return true;
            }
            Thread.sleep(5);
        }
        return false;
    }

    private static void expect(String wanted, Question comesTrue) throws Exception {
        if (!await(comesTrue)) {
            throw new IllegalStateException("the tile did not become " + wanted);
        }
    }
}
