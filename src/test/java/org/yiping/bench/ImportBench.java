package org.yiping.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// `bench import`: all of Boston's 311 requests of 2015 through the product's import command, then 1,000 random rows of
/// the files compared with what the server answers, field by field, by a reader that shares nothing with the import.
final class ImportBench implements Bench {
    private static final ZoneId BOSTON = ZoneId.of("America/New_York");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        Path boston = hall.data()
                .map(d -> d.resolve("cases-boston-2015"))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new Main.MissingData("no data folder: set YIPING_DATA"));
        List<Path> files;
        try (var list = Files.list(boston)) {
            files = list.filter(f -> f.toString().endsWith(".csv.gz")).sorted().toList();
        }
        List<Double> seconds = new ArrayList<>();
        String[] password = {""};
        Path data = hall.folder().resolve("none");
        for (int i = 1; i <= 3; i++) {
            data = hall.folder().resolve("data-" + i);
            List<String> arguments =
                    new ArrayList<>(List.of("import", "cases", "--data", data.toString(), "--mapping", "boston-2015"));
            files.forEach(f -> arguments.add(f.toString()));
            Hall.Program program = hall.start("IMPORT", "org.yiping.server.Main", arguments.toArray(String[]::new));
            Optional<String> summary = program.await(l -> {
                if (l.startsWith("administrator ")) { // the import founded the city
                    password[0] = l.substring(l.lastIndexOf(' ') + 1);
                }
                return l.startsWith("{");
            });
            program.last();
            System.out.println(summary.orElse("no summary"));
            summary.ifPresent(
                    s -> seconds.add(Json.mapper().readTree(s).path("seconds").asDouble()));
        }
        Double median =
                seconds.size() < 3 ? null : seconds.stream().sorted().toList().get(1);
        Double mismatches = compare(hall, data, files, password[0]);
        rows.add(Row.atMost("seconds", median, "s", 15), Row.atMost("mismatches", mismatches, "rows", 0));
    }

    private static Double compare(Hall hall, Path data, List<Path> files, String password) throws Exception {
        Hall.Program server = hall.start("SERVER", "org.yiping.server.Main", "--data", data.toString(), "--port", "0");
        String url = server.await(l -> l.startsWith("ready http"))
                .orElseThrow(() -> new IOException("the server did not start"))
                .substring("ready ".length());
        server.drain();
        try (HttpClient http = HttpClient.newHttpClient()) {
            Platform platform = Platform.signIn(http, url, "admin", password, "administrator");
            Map<String, String> departments =
                    names(platform.get("/departments?limit=1000").path("items"), "id");
            Map<String, String> classes =
                    names(platform.get("/city").path("rules").path("classes"), "code");
            int wrong = 0;
            for (Map<String, String> row : sample(files, 1000, new Random(2015))) {
                JsonNode got = platform.get("/cases/boston2015-" + row.get("case_enquiry_id"));
                List<String> differences = differences(row, got, departments, classes);
                if (!differences.isEmpty()) {
                    wrong++;
                    System.out.println(row.get("case_enquiry_id") + ": " + differences);
                }
            }
            return (double) wrong;
        } finally {
            server.end();
        }
    }

    private static Map<String, String> names(JsonNode items, String id) {
        Map<String, String> names = new HashMap<>();
        items.forEach(n -> names.put(n.path(id).asString(), n.path("name").asString()));
        return names;
    }

    private static List<String> differences(
            Map<String, String> row, JsonNode got, Map<String, String> departments, Map<String, String> classes) {
        List<String> wrong = new ArrayList<>();
        check(wrong, "number", row.get("case_enquiry_id"), got.path("head").path("number"));
        check(wrong, "opened", utc(row.get("open_dt")), got.path("report").path("reportedAt"));
        check(wrong, "title", row.get("case_title"), got.path("subject").path("description"));
        check(wrong, "address", row.get("location"), got.path("place").path("address"));
        JsonNode position = got.path("place").path("position");
        boolean nowhere =
                row.get("latitude").equals("42.3594") && row.get("longitude").equals("-71.0587");
        check(wrong, "longitude", nowhere ? "" : row.get("longitude"), position.path("longitude"));
        check(wrong, "latitude", nowhere ? "" : row.get("latitude"), position.path("latitude"));
        boolean closed = row.get("case_status").equals("Closed");
        check(
                wrong,
                "state",
                closed ? "closed" : "handling",
                got.path("progress").path("state"));
        check(
                wrong,
                "closed",
                utc(row.get("closed_dt")),
                got.path("progress").path("milestones").path("closedAt"));
        JsonNode clock = got.path("progress").path("clocks").path(0);
        boolean clocked = !row.get("target_dt").isEmpty()
                && !(closed && row.get("closed_dt").isEmpty());
        check(wrong, "due", clocked ? utc(row.get("target_dt")) : "", clock.path("dueAt"));
        String department =
                departments.getOrDefault(got.path("progress").path("department").asString(""), "?");
        if (!department.equals(row.get("subject"))) {
            wrong.add("department " + department);
        }
        String name = classes.getOrDefault(got.path("subject").path("classCode").asString(""), "?");
        if (!name.equals(row.get("type"))) {
            wrong.add("class " + name);
        }
        String source = got.path("report").path("source").asString("");
        String expected = switch (row.get("source")) {
            case "Constituent Call" -> "hotline";
            case "Citizens Connect App" -> "app";
            case "Employee Generated" -> "staff";
            case "City Worker App" -> "collector";
            case "Self Service" -> "web";
            case "Maximo Integration" -> "upper";
            case "Twitter" -> "media";
            default -> "?";
        };
        if (!source.equals(expected)) {
            wrong.add("source " + source);
        }
        return wrong;
    }

    private static void check(List<String> wrong, String field, String expected, JsonNode got) {
        boolean same;
        if (got.isNumber()) {
            same = !expected.isEmpty() && Double.parseDouble(expected) == got.asDouble();
        } else {
            same = expected.equals(got.isMissingNode() || got.isNull() ? "" : got.asString());
        }
        if (!same) {
            wrong.add(field + " '" + expected + "' <> '" + got + "'");
        }
    }

    private static String utc(String local) {
        return local.isEmpty()
                ? ""
                : LocalDateTime.parse(local, LOCAL).atZone(BOSTON).toInstant().toString();
    }

    /// Reservoir sample over all rows.
    private static List<Map<String, String>> sample(List<Path> files, int size, Random random) throws IOException {
        List<Map<String, String>> sample = new ArrayList<>();
        int seen = 0;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (Path file : files) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                for (CSVRecord row : format.parse(reader)) {
                    seen++;
                    if (sample.size() < size) {
                        sample.add(stripped(row));
                    } else {
                        int at = random.nextInt(seen);
                        if (at < size) {
                            sample.set(at, stripped(row));
                        }
                    }
                }
            }
        }
        return sample;
    }

    private static Map<String, String> stripped(CSVRecord row) {
        Map<String, String> map = new HashMap<>();
        row.toMap().forEach((k, v) -> map.put(k, v.strip()));
        return map;
    }
}
