package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.bench.map.Figures;
import org.yiping.bench.video.NumberedClip;
import org.yiping.bench.video.VideoClips;
import org.yiping.bench.video.Viewers;
import org.yiping.figures.Row;

/// `bench video`: the product's camera grids in windows, fed by clips of real cameras over HTTP, against ffmpeg
/// decoding the same clips to nowhere. Each task is a process of its own with the console's flags, those that count the
/// processor three times, each time with ffmpeg beside it; what it starts to decode counts as its own.
final class VideoBench implements Bench {
    private static final int RUNS = Integer.getInteger("yiping.bench.runs", 3);
    /// As many cameras as the demo's city has.
    private static final int DEMO = 347;
    private static final int CACHING_MILLIS = 300;
    private static final String FIGURES = "org.yiping.bench.video.VideoFigures";

    private final Map<String, List<Double>> told = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        Path recordings = hall.data()
                .map(d -> d.resolve("clips"))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new Main.MissingData("bench video needs YIPING_DATA with its folder clips"));
        VideoClips clips = new VideoClips(hall.cache().resolve("video"));
        VideoClips.Set hd = clips.make(recordings, "hd", "1280x720", 25, "2500k");
        VideoClips.Set sd = clips.make(recordings, "sd", "640x360", 15, "500k");
        Path numbered = hall.folder().resolve("numbered.ts");
        NumberedClip.write(numbered);
        Hall.Program largeServer = serve(hall, hd);
        String large = url(largeServer);
        Hall.Program smallServer = serve(hall, sd);
        String small = url(smallServer);
        rows.part("grids", () -> {
            for (int run = 0; run < RUNS; run++) {
                grids(hall, hd, large, sd, small);
            }
            tell(rows, grids());
        });
        rows.part("switch", () -> {
            task(hall, "switch", small);
            tell(rows, List.of(Row.atMost("grid16_switch_ms", of("grid16_switch_ms"), "ms", 1000)));
        });
        rows.part("enlarge", () -> {
            task(hall, "enlarge", large, small);
            tell(rows, List.of(Row.atMost("enlarge_ms", of("enlarge_ms"), "ms", 800)));
        });
        rows.part("stall", () -> {
            task(hall, "stall", small, Long.toString(smallServer.process().pid()));
            tell(
                    rows,
                    List.of(
                            Row.atMost("frozen_noticed_ms", of("frozen_noticed_ms"), "ms", 3000),
                            Row.atMost("picture_back_ms", of("picture_back_ms"), "ms", 3000)));
        });
        rows.part("restart", () -> {
            task(hall, "restart");
            tell(rows, List.of(Row.atMost("picture_back_restarted_ms", of("picture_back_restarted_ms"), "ms", 3000)));
        });
        rows.part("latency", () -> {
            task(hall, "latency", numbered.toString());
            Double latency = of("latency_ms");
            Double added = latency == null ? null : latency - CACHING_MILLIS;
            tell(rows, List.of(Row.atMost("added_latency_ms", added, "ms", 50)));
        });
        rows.part("overload", () -> {
            task(hall, "overload", large);
            tell(
                    rows,
                    List.of(
                            Row.atMost("fx_stall_max_ms", of("fx_stall_max_ms"), "ms", 100),
                            Row.told("overload_fps", of("overload_fps"), "pictures/s")));
        });
        rows.part("demo", () -> rows.add(Row.atMost("demo347_core_percent", demo(hall), "% of a core", 15)));
    }

    /// What there is counts, also where a task of the part has failed.
    private void tell(Rows rows, List<Row> told) throws IOException {
        rows.add(told);
        String failed = String.join(", ", broken);
        broken.clear();
        if (!failed.isEmpty()) {
            throw new IOException(failed + "; see errors.log");
        }
    }

    private void grids(Hall hall, VideoClips.Set hd, String large, VideoClips.Set sd, String small) throws Exception {
        double decodeHd = VideoClips.decodeCores(hd);
        double decodeSd = VideoClips.decodeCores(sd);
        System.out.printf(Locale.ROOT, "ffmpeg decodes one stream in %.4f and %.4f of a core%n", decodeHd, decodeSd);
        task(hall, "play", large, "hd", "9");
        over("hd9", 9 * decodeHd);
        task(hall, "play", large, "hd", "16");
        over("hd16", 16 * decodeHd);
        task(hall, "play", small, "sd", "16");
        over("sd16", 16 * decodeSd);
        task(hall, "play", small, "sd", "36");
        over("sd36", 36 * decodeSd);
        task(hall, "play", large, "hd", "9", "marked");
        over("hd9_marked", 9 * decodeHd);
        task(hall, "stages", small);
        over("stages18", 18 * decodeSd);
    }

    private static double demo(Hall hall) throws IOException {
        Hall.Program demo = hall.startTest("SIMULATOR", "org.yiping.simulator.camera.ClipServer");
        return Viewers.corePercent(url(demo), DEMO, demo.process());
    }

    private List<Row> grids() {
        return List.of(
                Row.atMost("hd9_cpu_over_decode", of("hd9_cpu_over_decode"), "times", 2.2),
                Row.atMost("hd16_cpu_over_decode", of("hd16_cpu_over_decode"), "times", 1.9),
                Row.atLeast("hd16_fps", of("hd16_fps_least"), "pictures/s", 24),
                Row.atMost("sd16_cpu_over_decode", of("sd16_cpu_over_decode"), "times", 3.0),
                Row.atMost("sd36_cpu_over_decode", of("sd36_cpu_over_decode"), "times", 3.0),
                Row.told("hd9_marked_cpu_over_decode", of("hd9_marked_cpu_over_decode"), "times"),
                Row.atMost("stages18_cpu_over_decode", of("stages18_cpu_over_decode"), "times", 3.5),
                Row.atLeast("fps_delivered", delivered(), "of source", 0.98),
                Row.atMost("sd_tile_rss_mb", of("sd16_tile_mb"), "MB", 18),
                Row.atMost("hd_tile_rss_mb", of("hd9_tile_mb"), "MB", 70),
                Row.told("hd9_cores", of("hd9_cores"), "cores"),
                Row.told("hd16_cores", of("hd16_cores"), "cores"),
                Row.told("sd16_cores", of("sd16_cores"), "cores"),
                Row.told("stages18_cores", of("stages18_cores"), "cores"));
    }

    /// Of what the source sends where the machine is not saturated: the worst tile of all such tasks.
    private @Nullable Double delivered() {
        Double hd = of("hd9_fps_least");
        Double sd = of("sd16_fps_least");
        Double stages = of("stages18_fps_least");
        return hd == null || sd == null || stages == null
                ? null
                : Double.valueOf(Math.min(hd / 25, Math.min(sd, stages) / 15));
    }

    private static Hall.Program serve(Hall hall, VideoClips.Set clips) throws IOException {
        return hall.startTest(
                "SIMULATOR",
                "org.yiping.simulator.camera.ClipServer",
                clips.files().stream().map(Path::toString).toArray(String[]::new));
    }

    private static String url(Hall.Program server) throws IOException {
        String ready = server.await(l -> l.startsWith("ready "))
                .orElseThrow(() -> new IOException("the cameras did not start; see errors.log"));
        server.drain();
        return ready.substring("ready ".length());
    }

    private void task(Hall hall, String... words) throws IOException, InterruptedException {
        Hall.Program run = hall.startTest("CONSOLE", List.of("-Dyiping.video.every-picture=true"), FIGURES, words);
        run.await(line -> {
            System.out.println(line);
            if (Figures.isRow(line)) {
                String[] parts = line.split(" ", -1);
                told.computeIfAbsent(parts[1], _ -> new ArrayList<>()).add(Double.valueOf(parts[2]));
            }
            return false;
        });
        int status = run.process().waitFor();
        if (status != 0) {
            broken.add(String.join(" ", List.of(words)) + " ended with " + status);
        }
    }

    private void over(String name, double decode) {
        List<Double> cores = told.get(name + "_cores");
        if (cores != null) {
            told.computeIfAbsent(name + "_cpu_over_decode", _ -> new ArrayList<>())
                    .add(cores.getLast() / decode);
        }
    }

    /// The median of all runs to three digits; null where none told it.
    private @Nullable Double of(String name) {
        List<Double> values = told.get(name);
        if (values == null) {
            return null;
        }
        double median = values.stream().sorted().toList().get(values.size() / 2);
        return Double.valueOf(String.format(Locale.ROOT, "%.3g", median));
    }
}
