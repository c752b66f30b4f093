package org.yiping.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yiping.figures.Report;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;

/// `./yiping soak NAME [--seconds N | --minutes N]`: its usual time unless told otherwise. Ends with one JSON object;
/// exits 1 when something was lost or grew. `--list` prints the names
/// of those that verify runs.
public final class Main {
    private static final Map<String, Supplier<Soak>> SOAKS = new TreeMap<>(Map.of(
            "kill",
            KillSoak::new,
            "map",
            MapSoak::new,
            "push",
            PushSoak::new,
            "video",
            VideoSoak::new,
            "wall",
            WallSoak::new,
            "workbench",
            WorkbenchSoak::new));

    private static final Map<String, ChronoUnit> UNITS =
            Map.of("--seconds", ChronoUnit.SECONDS, "--minutes", ChronoUnit.MINUTES);

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.equals(List.of("--list"))) {
            SOAKS.keySet().forEach(System.out::println);
            return;
        }
        Supplier<Soak> wanted = words.isEmpty() ? null : SOAKS.get(words.getFirst());
        if (wanted == null || !(words.size() == 1 || words.size() == 3 && UNITS.containsKey(words.get(1)))) {
            System.err.println(
                    "usage: soak " + String.join("|", SOAKS.keySet()) + " [--seconds N | --minutes N], or soak --list");
            System.exit(2);
            return;
        }
        Soak soak = wanted.get();
        Duration length =
                words.size() == 1 ? soak.usual() : Duration.of(Long.parseLong(words.get(2)), UNITS.get(words.get(1)));
        System.exit(run(words.getFirst(), soak, length));
    }

    private static int run(String name, Soak soak, Duration length) throws Exception {
        Path folder = emptied(
                Path.of(Optional.ofNullable(System.getenv("YIPING_ROOT")).orElse("."))
                        .resolve("target/soak")
                        .resolve(name));
        System.out.println("soak " + name + " for " + length.toSeconds() + " s in " + folder);
        List<Row> rows;
        try {
            rows = soak.run(new Stretch(folder, length));
        } catch (Soak.Unable e) {
            System.out.println(Json.mapper().writeValueAsString(Map.of("soak", name, "skipped", e.getMessage())));
            return Boolean.parseBoolean(System.getenv("CI")) ? 1 : 0;
        } catch (AssertionError e) {
            e.printStackTrace(); // what was promised did not happen: the run ends here, with no row to its name
            rows = List.of();
        }
        boolean ok = !rows.isEmpty() && rows.stream().allMatch(Row::holds);
        new Report("soak", name)
                .with("seconds", length.toSeconds())
                .rows(rows)
                .with("ok", ok)
                .print();
        return ok ? 0 : 1;
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
