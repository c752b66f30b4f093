package org.yiping.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.bench.wall.Screens;
import org.yiping.figures.Row;

/// `bench wall`: the wall under its watchdog, on its monitors, in a city of 20,000 open cases it has in its cache.
///
/// Started with its cache of loaded classes and without, five times each in turn, to its first painted frame; killed,
/// and with a toolkit that hangs, three times each, to the moment when map and windows stand again. Then eighteen
/// windows (`WallWindows18`), monitors that come and go (`WallPlugs`) and several computers (`WallInStep`), each in
/// a city and on a display of its own.
final class WallBench implements Bench {
    private static final int FALLS = Integer.getInteger("yiping.bench.falls", 3);
    private static final int STARTS = Integer.getInteger("yiping.bench.starts", 5);
    private static final int PATIENCE_SECONDS = 180;

    private @Nullable FullCity city;

    /// When something stood, by the machine's clock, and what it had cost in milliseconds of processor.
    private record Stood(long at, double processor) {}

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        rows.part("starts", () -> starts(hall, rows));
        rows.part("falls", () -> falls(hall, rows));
        rows.part("windows", () -> WallWindows18.measure(hall, Screens.shim(hall.folder()), rows));
        rows.part("tiles", () -> WallWindows18.tiles(hall, Screens.shim(hall.folder()), rows));
        rows.part("plugs", () -> WallPlugs.measure(hall, rows));
        rows.part("step", () -> WallInStep.measure(hall, Screens.shim(hall.folder()), rows));
        rows.part("units", () -> WallUnits.measure(hall, rows));
    }

    /// In the full city, which is made once; after the first start the wall has it in its cache.
    private Starts begin(Hall hall) throws Exception {
        if (city == null) {
            city = FullCity.make(hall);
        }
        Hall.Server server = hall.server(city.data());
        Account account = Account.of(server.accounts(), "wall");
        Path own = hall.folder().resolve("wall");
        Starts starts = new Starts(hall, own, Hall.seat(server.url(), account, "wall", own, "--screens", "0-17"));
        starts.once("the wall's first start, not counted", true);
        return starts;
    }

    private void starts(Hall hall, Rows rows) throws Exception {
        Starts starts = begin(hall);
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.once("with its cache", true).ifPresent(with::add);
            starts.once("without", false).ifPresent(without::add);
        }
        Double ratio = median(with, STARTS) == null || median(without, STARTS) == null
                ? null
                : Double.valueOf(String.format(Locale.ROOT, "%.2f", median(with, STARTS) / median(without, STARTS)));
        rows.add(
                Row.atMost("aot_start_cpu_ratio", ratio, "of the processor time", 0.6),
                Row.told("wall_start_cpu_ms", median(with, STARTS), "ms"),
                Row.told("wall_start_cpu_without_ms", median(without, STARTS), "ms"));
    }

    private void falls(Hall hall, Rows rows) throws Exception {
        List<Double> killed = new ArrayList<>();
        List<Double> hung = new ArrayList<>();
        falls(begin(hall), killed, hung);
        rows.add(
                Row.atMost("restart_to_picture_ms", worst(killed, hung), "ms", 10_000),
                Row.told("restart_longest_ms", longest(killed, hung), "ms"),
                Row.told("restart_killed_ms", median(killed, FALLS), "ms"),
                Row.told("restart_hung_ms", median(hung, FALLS), "ms"));
    }

    private static void falls(Starts starts, List<Double> killed, List<Double> hung) throws Exception {
        Hall.Program dog = starts.watch(true);
        Path folder = starts.own().resolve("told");
        try {
            if (picture(folder).isEmpty()) {
                throw new IOException("no picture under the watchdog; see errors.log");
            }
            for (int i = 0; i < FALLS; i++) {
                // Settled: a fall in the first minute is answered more slowly, and that is meant.
                Thread.sleep(62_000);
                forget(folder);
                long pid = starts.pid();
                long kill = System.currentTimeMillis();
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                picture(folder).ifPresent(p -> add(killed, "killed", p.at() - kill));
                Thread.sleep(62_000);
                forget(folder);
                Files.writeString(folder.resolve("hang"), "");
                Path when = folder.resolve("hung");
                if (Hall.await(() -> Files.exists(when), PATIENCE_SECONDS)) {
                    long from = Long.parseLong(Files.readString(when));
                    picture(folder).ifPresent(p -> add(hung, "hung", p.at() - from));
                }
            }
        } finally {
            dog.end();
        }
    }

    private static void add(List<Double> to, String what, double millis) {
        System.out.printf(Locale.ROOT, "%s: a picture again after %.0f ms%n", what, millis);
        to.add(millis);
    }

    private static void forget(Path folder) throws IOException {
        try (Stream<Path> told = Files.list(folder)) {
            for (Path file : told.toList()) {
                Files.delete(file);
            }
        }
    }

    private static Optional<Stood> picture(Path folder) throws Exception {
        return stood(folder.resolve("picture"));
    }

    private static Optional<Stood> stood(Path file) throws Exception {
        if (!Hall.await(() -> Files.exists(file), PATIENCE_SECONDS)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).split(" ");
        return Optional.of(new Stood(Long.parseLong(words[0]), Double.parseDouble(words[1])));
    }

    /// Of all falls.
    private static @Nullable Double longest(List<Double> killed, List<Double> hung) {
        return killed.isEmpty() || hung.isEmpty()
                ? null
                : (Double) Math.max(Collections.max(killed), Collections.max(hung));
    }

    /// The worse of the two: one figure stands for both.
    private static @Nullable Double worst(List<Double> killed, List<Double> hung) {
        Double one = median(killed, FALLS);
        Double other = median(hung, FALLS);
        return one == null || other == null ? null : Double.valueOf(Math.max(one, other));
    }

    private static @Nullable Double median(List<Double> values, int all) {
        return values.size() < all
                ? null
                : values.stream().sorted(Comparator.naturalOrder()).toList().get(all / 2);
    }

    /// Walls as they are started here: through a script that the watchdog takes for the starter of an installed wall.
    private record Starts(Hall hall, Path own, String[] seat) {
        /// Milliseconds of processor to the first painted frame.
        Optional<Double> once(String what, boolean cache) throws Exception {
            Path folder = Files.createDirectories(own.resolve("told"));
            forget(folder);
            long exec = System.currentTimeMillis();
            Hall.Program dog = watch(cache);
            dog.drain();
            try {
                Optional<Stood> first = stood(folder.resolve("beat"));
                Optional<Stood> picture = picture(folder);
                if (first.isEmpty() || picture.isEmpty()) {
                    System.out.println(what + ": no picture; see errors.log");
                    return Optional.empty();
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s: first frame after %d ms and %.0f ms of processor, picture after %d and %.0f%n",
                        what,
                        first.get().at() - exec,
                        first.get().processor(),
                        picture.get().at() - exec,
                        picture.get().processor());
                return Optional.of(first.get().processor());
            } finally {
                dog.end();
            }
        }

        Hall.Program watch(boolean cache) throws IOException {
            Path script = own.resolve("wall.sh");
            String path = hall.product() + File.pathSeparator + System.getProperty("java.class.path");
            List<String> java = new ArrayList<>(hall.java("WALL", List.of(WallInStep.UNMEASURED)));
            // Not switched off: then Java's own archive of classes would go, too.
            java.removeIf(f -> !cache && f.startsWith("-XX:AOTCache"));
            Files.writeString(
                    script,
                    "#!/bin/sh\necho $$ >'" + own.resolve("pid") + "'\nexec "
                            + String.join(" ", java) + " -cp '" + path
                            + "' org.yiping.bench.wall.WatchedWall '" + own.resolve("told") + "' \"$@\"\n");
            if (!script.toFile().setExecutable(true)) {
                throw new IOException("no script can be started in " + own);
            }
            List<String> arguments =
                    new ArrayList<>(List.of("--folder", own.resolve("watch").toString(), "--"));
            arguments.addAll(List.of(seat));
            return hall.start(
                    "WATCH",
                    List.of("-Dyiping.watch.starter=" + script),
                    "org.yiping.watch.Main",
                    arguments.toArray(String[]::new));
        }

        long pid() throws IOException {
            return Long.parseLong(Files.readString(own.resolve("pid")).strip());
        }
    }
}
