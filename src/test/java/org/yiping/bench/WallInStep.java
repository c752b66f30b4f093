package org.yiping.bench;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiping.bench.wall.Screens;
import org.yiping.figures.Row;
import tools.jackson.databind.JsonNode;

/// Four computers of one wall, a process and a monitor each, whose tiles all turn every five seconds: how far apart the
/// changed pictures are painted, by the platform's time as each has measured it; and how soon all know that one has
/// been killed, and is back.
final class WallInStep {
    /// A wall that has just been set up would measure its machine meanwhile.
    static final String UNMEASURED = "-Dyiping.wall.unmeasured=true";

    private static final int NODES = 4;
    private static final Screens.Size SIZE = new Screens.Size(NODES, 1, 960, 540);
    private static final int SETTLING_SECONDS = 45;
    private static final int SECONDS = Integer.getInteger("yiping.bench.wall.turning", 120);

    private final Map<Instant, Map<String, Instant>> painted = new TreeMap<>();
    private final Map<Instant, Map<String, Instant>> byMachine = new TreeMap<>();

    static void measure(Hall hall, Path shim, Rows rows) throws Exception {
        new WallInStep().run(hall, shim, rows);
    }

    private void run(Hall hall, Path shim, Rows rows) throws Exception {
        WallCity city = WallCity.open(hall, "step", "turning", 1);
        try (Screens screens = Screens.open(SIZE, hall.folder().resolve("screens"));
                HttpClient http = HttpClient.newHttpClient()) {
            hall.around(screens.around(shim));
            List<Hall.Program> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                nodes.add(node(hall, city, i));
            }
            Account desk = Account.of(city.server().accounts(), "dispatcher");
            Platform platform = Platform.signIn(http, city.server().url(), desk.user(), desk.password(), "dispatcher");
            if (!Hall.await(() -> there(platform) == NODES, 300)) {
                throw new IllegalStateException("not all nodes came; see errors.log");
            }
            Thread.sleep(1000L * SETTLING_SECONDS);
            long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
            while (System.nanoTime() < end) {
                note(platform.get("/walls/wall/nodes"));
                Thread.sleep(200);
            }
            double[] skews = apart(painted);
            System.out.printf(
                    Locale.ROOT, "%d changes of all nodes, apart by %s ms%n", skews.length, List.of(text(skews)));
            rows.add(
                    Row.atMost("skew_ms", at(skews, 0.5), "ms", 50),
                    Row.told("skew_95_ms", at(skews, 0.95), "ms"),
                    Row.told("skew_by_machine_ms", at(apart(byMachine), 0.5), "ms"));
            long killed = System.currentTimeMillis();
            nodes.getLast().process().destroyForcibly();
            Double lost = Hall.await(() -> there(platform) == NODES - 1, 60)
                    ? (Double) (double) (System.currentTimeMillis() - killed)
                    : null;
            node(hall, city, NODES - 1);
            Double back = Hall.await(() -> there(platform) == NODES, 120)
                    ? (Double) (double) (System.currentTimeMillis() - killed)
                    : null;
            System.out.println("killed: lost after " + lost + " ms, there again after " + back);
            rows.add(Row.told("node_lost_ms", lost, "ms"), Row.told("node_back_ms", back, "ms"));
        } finally {
            hall.around(Map.of());
            city.end();
        }
    }

    private static Hall.Program node(Hall hall, WallCity city, int i) throws Exception {
        Path own = hall.folder().resolve("node-" + i);
        List<String> arguments = new ArrayList<>(List.of("--mode", "wall"));
        arguments.addAll(List.of(city.seat(own, "--node", "n" + i, "--seat", "wall-" + i, "--screens", i + "-" + i)));
        Hall.Program node =
                hall.start("WALL", List.of(UNMEASURED), "org.yiping.console.Main", arguments.toArray(String[]::new));
        node.drain();
        return node;
    }

    private static long there(Platform platform) throws Exception {
        return platform.get("/walls/wall/nodes")
                .path("nodes")
                .valueStream()
                .filter(n -> n.path("there").asBoolean())
                .count();
    }

    /// All nodes are on this machine, so their own clocks are one, which no measurement has to find.
    private void note(JsonNode team) {
        team.path("nodes").valueStream().filter(n -> n.has("stood")).forEach(n -> {
            Instant due = Instant.parse(n.at("/stood/due").asString());
            Instant at = Instant.parse(n.at("/stood/painted").asString());
            String node = n.path("id").asString();
            painted.computeIfAbsent(due, _ -> new HashMap<>()).put(node, at);
            byMachine
                    .computeIfAbsent(due, _ -> new HashMap<>())
                    .putIfAbsent(node, at.minusMillis(n.path("offsetMillis").asLong()));
        });
    }

    private static double[] apart(Map<Instant, Map<String, Instant>> changes) {
        return changes.values().stream()
                .filter(p -> p.size() == NODES)
                .mapToDouble(WallInStep::apartAt)
                .sorted()
                .toArray();
    }

    private static double apartAt(Map<String, Instant> painted) {
        List<Instant> all = painted.values().stream().sorted().toList();
        return Duration.between(all.getFirst(), all.getLast()).toNanos() / 1e6;
    }

    private static @Nullable Double at(double[] sorted, double share) {
        return sorted.length < 10 ? null : (Double) sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    private static String text(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(String.format(Locale.ROOT, "%.0f ", value));
        }
        return text.toString().strip();
    }
}
