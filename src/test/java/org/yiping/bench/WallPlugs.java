package org.yiping.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.yiping.figures.Row;

/// Six monitors of a real display server with a dummy card, the last of which is unplugged and plugged in again, and
/// once one in the middle: until the wall has painted what belongs on the monitors there are then. Meanwhile nobody
/// sees
/// the ground on the others, nor on the one that is back once its window is said to be painted.
final class WallPlugs implements AutoCloseable {
    private static final int MONITORS = 6;
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int ROUNDS = 5;
    private static final int MIDDLE = 2;
    private static final int SETTLING_MILLIS = 45_000;
    private static final int REST_MILLIS = 6000;

    private final Process server;
    private final String name;

    /// The ground that was to be seen on each monitor, and when somebody looked.
    private record Look(long from, long to, long[] uncovered) {
        static Look of(String line) {
            long[] all =
                    Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
            return new Look(all[0], all[1], Arrays.copyOfRange(all, 2, all.length));
        }

        /// On the monitors that were there all the while.
        long on(List<Away> away) {
            return IntStream.range(0, uncovered.length)
                    .filter(m -> away.stream().noneMatch(a -> a.monitor == m && a.from <= to && a.until >= from))
                    .mapToLong(m -> uncovered[m])
                    .sum();
        }
    }

    /// A monitor from being unplugged to being painted again.
    private record Away(int monitor, long from, long until) {}

    private WallPlugs(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    static void measure(Hall hall, Rows rows) throws Exception {
        WallCity city = WallCity.open(hall, "plug", "plain", 1);
        try (WallPlugs display = open(hall)) {
            hall.around(Map.of("DISPLAY", display.name));
            Path own = hall.folder().resolve("plug-wall");
            TurnedWall wall = TurnedWall.start(hall, own, city.seat(own));
            wall.windows(MONITORS, 0).orElseThrow(() -> new IllegalStateException("no six windows; see errors.log"));
            Thread.sleep(SETTLING_MILLIS);
            List<Look> looks = new CopyOnWriteArrayList<>();
            Hall.Program looker = hall.startTest(
                    "TEST",
                    "org.yiping.bench.wall.RootLook",
                    Integer.toString(MONITORS),
                    Integer.toString(WIDTH),
                    Integer.toString(HEIGHT));
            Thread.ofVirtual().start(() -> read(looker, looks));
            Hall.await(() -> looks.size() > 2, 60);
            double[] gone = new double[ROUNDS];
            double[] back = new double[ROUNDS];
            List<Away> away = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                Took took = display.round(wall, MONITORS - 1, away);
                gone[i] = took.gone;
                back[i] = took.back;
            }
            Took middle = display.round(wall, MIDDLE, away);
            long most = looks.stream().mapToLong(l -> l.on(away)).max().orElse(Long.MAX_VALUE);
            System.out.println(
                    looks.size() + " looks at the monitors there were, at most " + most + " pixels of the ground");
            looker.end();
            wall.program().end();
            rows.add(
                    Row.atMost("hotplug_ms", Math.max(TurnedWall.median(gone), TurnedWall.median(back)), "ms", 2000),
                    Row.atMost("hotplug_uncovered_px", (double) most, "pixels", 0),
                    Row.told("hotplug_middle_ms", Math.max(middle.gone, middle.back), "ms"),
                    Row.told("hotplug_longest_ms", Math.max(TurnedWall.most(gone), TurnedWall.most(back)), "ms"));
        } finally {
            hall.around(Map.of());
            city.end();
        }
    }

    /// Milliseconds to the painted windows of then.
    private record Took(double gone, double back) {}

    private Took round(TurnedWall wall, int output, List<Away> away) throws Exception {
        long off = System.currentTimeMillis();
        double gone = plug(wall, output, false) - off;
        Thread.sleep(REST_MILLIS);
        long on = System.currentTimeMillis();
        long painted = plug(wall, output, true);
        away.add(new Away(output, off, painted));
        Thread.sleep(REST_MILLIS);
        double back = painted - on;
        System.out.printf(Locale.ROOT, "monitor %d: unplugged %.0f ms, plugged in %.0f ms%n", output + 1, gone, back);
        return new Took(gone, back);
    }

    private static void read(Hall.Program looker, List<Look> looks) {
        try {
            looker.await(line -> {
                looks.add(Look.of(line));
                return false;
            });
        } catch (IOException e) {
            return; // it ended
        }
    }

    private static WallPlugs open(Hall hall) throws IOException, InterruptedException {
        Path conf = hall.folder().resolve("xorg.conf");
        Process printer = new ProcessBuilder(
                        "bash",
                        hall.packaging().resolve("display/xorg-conf.sh").toString(),
                        Integer.toString(WIDTH),
                        Integer.toString(HEIGHT),
                        Integer.toString(MONITORS))
                .redirectOutput(conf.toFile())
                .start();
        printer.waitFor();
        Process server = new ProcessBuilder(
                        "Xorg",
                        "-displayfd",
                        "1",
                        "-noreset",
                        "-nolisten",
                        "tcp",
                        "-novtswitch",
                        "-sharevts",
                        "-config",
                        conf.toString(),
                        "-logfile",
                        hall.folder().resolve("xorg.log").toString())
                .redirectError(new File("/dev/null"))
                .start();
        BufferedReader words = server.inputReader();
        String number = words.readLine();
        if (number == null) {
            throw new IOException("no display server with a dummy card could be started; see xorg.log in " + conf);
        }
        WallPlugs display = new WallPlugs(server, ":" + number);
        display.arrange();
        return display;
    }

    private void arrange() throws IOException, InterruptedException {
        List<String> mode = new ArrayList<>(List.of("xrandr", "--newmode", "plug"));
        int clock = (WIDTH + 160) * (HEIGHT + 30) * 60 / 1_000_000;
        for (int number : new int[] {
            clock, WIDTH, WIDTH + 48, WIDTH + 80, WIDTH + 160, HEIGHT, HEIGHT + 3, HEIGHT + 8, HEIGHT + 30
        }) {
            mode.add(Integer.toString(number));
        }
        run(mode);
        run(List.of("xrandr", "--fb", MONITORS * WIDTH + "x" + HEIGHT));
        for (int i = 0; i < MONITORS; i++) {
            run(List.of("xrandr", "--addmode", "DUMMY" + i, "plug"));
            on(i);
        }
        // An output counts as connected once it is looked at again; the toolkit looks at nothing by itself.
        run(List.of("xrandr", "--query"));
        run(List.of("xsetroot", "-solid", "#ff00ff"));
    }

    private void on(int output) throws IOException, InterruptedException {
        run(List.of("xrandr", "--output", "DUMMY" + output, "--mode", "plug", "--pos", output * WIDTH + "x0"));
    }

    /// When the windows of then had been painted, by the machine's clock.
    private long plug(TurnedWall wall, int output, boolean in) throws Exception {
        long from = System.currentTimeMillis();
        if (in) {
            on(output);
        } else {
            run(List.of("xrandr", "--output", "DUMMY" + output, "--off"));
        }
        return wall.windows(in ? MONITORS : MONITORS - 1, from)
                .orElseThrow(() -> new IllegalStateException("the wall did not follow; see errors.log"));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", name);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
