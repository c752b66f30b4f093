package org.yiping.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PostCode;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;
import org.yiping.simulator.city.CityGenerator;
import tools.jackson.databind.JsonNode;

/// `bench staff`: a month of tracks of three hundred people and vehicles through the product's import command, then the
/// month's board as a supervisor asks for it: judged for the first time, and again.
final class StaffBench implements Bench {
    private static final int UNITS = 300;
    private static final int DAYS = 30;
    private static final int SECONDS = 60;
    private static final int HOURS = 8;
    private static final Instant FIRST = Instant.parse("2026-06-01T00:00:00Z");

    @Override
    public void run(Hall hall, Rows out) throws Exception {
        Path city = Files.createDirectories(hall.folder().resolve("city"));
        new CityGenerator(20260311).write(city);
        Path data = hall.folder().resolve("data");
        imported(hall, "import", "city", "--data", data.toString(), city.toString());
        Path file = hall.folder().resolve("tracks.csv");
        long rows = write(new CityFolder(city), file);
        Optional<JsonNode> first = imported(hall, "import", "tracks", "--data", data.toString(), file.toString());
        Optional<JsonNode> again = imported(hall, "import", "tracks", "--data", data.toString(), file.toString());
        Double once = first.map(s -> s.path("seconds").asDouble()).orElse(null);
        out.add(
                Row.told("track_rows", (double) rows, "rows"),
                Row.told("import_1m_rows_s", once == null ? null : once * 1e6 / rows, "s"),
                Row.told(
                        "import_again_s",
                        again.map(s -> s.path("seconds").asDouble()).orElse(null),
                        "s"));
        out.add(asked(hall, data));
    }

    private static Optional<JsonNode> imported(Hall hall, String... words) throws Exception {
        String last = hall.start("IMPORT", "org.yiping.server.Main", words).last();
        System.out.println(String.join(" ", words) + ": " + last);
        return Optional.ofNullable(last)
                .filter(l -> l.startsWith("{"))
                .map(l -> Json.mapper().readTree(l));
    }

    private static List<Row> asked(Hall hall, Path data) throws Exception {
        Hall.Server server = hall.server(data);
        try (HttpClient http = HttpClient.newHttpClient()) {
            Account supervisor = server.accounts().stream()
                    .filter(a -> a.user().startsWith("supervisor"))
                    .findFirst()
                    .orElseThrow();
            Platform platform =
                    Platform.signIn(http, server.url(), supervisor.user(), supervisor.password(), "supervisor");
            List<Double> seconds = new ArrayList<>();
            // another month between: an answer of the last seconds would be given again as it is
            for (String day : List.of("2026-06-15", "2026-05-15", "2026-06-20", "2026-06-25")) {
                long begun = System.nanoTime();
                JsonNode board = board(platform, day);
                seconds.add((System.nanoTime() - begun) / 1e9);
                System.out.println(day + ": " + board.path("rows").size() + " rows");
            }
            long begun = System.nanoTime();
            platform.get("/staff/days/" + "P0030" + "/2026-06-10");
            double opened = (System.nanoTime() - begun) / 1e6;
            return List.of(
                    Row.told("month_judged_s", seconds.getFirst(), "s"),
                    Row.told("month_kept_s", Math.max(seconds.get(2), seconds.get(3)), "s"),
                    Row.told("day_opened_ms", opened, "ms"));
        } finally {
            server.end();
        }
    }

    /// Asked again as long as it is being worked out.
    private static JsonNode board(Platform platform, String day) throws Exception {
        while (true) {
            JsonNode board = platform.get("/staff?period=month&day=" + day);
            if (!board.path("code").asString("").equals("KPI-5031")) {
                return board;
            }
            System.out.println(board.path("detail").asString());
        }
    }

    /// A fix a minute, eight hours a day, around the middle of the own grid.
    private static long write(CityFolder city, Path file) throws IOException {
        var middles = new HashMap<AreaCode, Position>();
        city.areas().forEach(a -> middles.put(a.code(), a.centre()));
        List<String> units = new ArrayList<>();
        List<Position> homes = new ArrayList<>();
        for (CityFolder.Staff s : city.people()) {
            if (s.person().posts().contains(new PostCode("collector"))) {
                units.add(s.person().id().value());
                homes.add(middles.get(s.person().areas().getFirst()));
            }
        }
        Position middle = city.settings().box().centre();
        while (units.size() < UNITS) {
            units.add("V" + units.size());
            homes.add(middle);
        }
        SplittableRandom random = new SplittableRandom(20261127);
        long rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("unit,time_utc,longitude,latitude\n");
            for (int day = 0; day < DAYS; day++) {
                double[] x = new double[UNITS];
                double[] y = new double[UNITS];
                for (int fix = 0; fix < HOURS * 3600 / SECONDS; fix++) {
                    Instant at = FIRST.plusSeconds(day * 86_400L + fix * (long) SECONDS);
                    for (int u = 0; u < UNITS; u++) {
                        x[u] = Math.clamp(x[u] + (random.nextDouble() - 0.5) * 0.0012, -0.006, 0.006);
                        y[u] = Math.clamp(y[u] + (random.nextDouble() - 0.5) * 0.0012, -0.006, 0.006);
                        out.write(units.get(u) + "," + at + ","
                                + (homes.get(u).longitude() + x[u]) + ","
                                + (homes.get(u).latitude() + y[u]) + "\n");
                        rows++;
                    }
                }
            }
        }
        return rows;
    }
}
