package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.yiping.city.CityFolder;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.component.Component;
import org.yiping.domain.identity.Department;
import org.yiping.simulator.city.CityGenerator;

/// The demo city with 20,000 open cases in a server's data folder, made by the product's own import. Same seed, same
/// cases; their deadlines lie around the moment of making, so that all three lights burn. One thread.
final class FullCity {
    static final int CASES = 20_000;

    private static final long SEED = 1;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /// Each open state, the dispatcher's own twice.
    private static final List<String> STATES = List.of(
            "to-accept",
            "to-file",
            "to-dispatch",
            "to-dispatch",
            "to-handle",
            "handling",
            "handling",
            "to-check",
            "checking",
            "to-close");

    private final Path data;

    private FullCity(Path data) {
        this.data = data;
    }

    static FullCity make(Hall hall) throws IOException, InterruptedException {
        return make(hall, CASES, false);
    }

    /// With so many cases, and whether their reporters said more and left a number.
    static FullCity make(Hall hall, int cases, boolean talkative) throws IOException, InterruptedException {
        Path city = hall.folder().resolve("city");
        Path data = hall.folder().resolve("server");
        new CityGenerator(SEED).write(city);
        Path csv = hall.folder().resolve("cases.csv");
        Files.write(csv, rows(new CityFolder(city), Instant.now(), cases, talkative));
        Path mapping = hall.folder().resolve("mapping.yaml");
        Files.writeString(mapping, mapping(talkative));
        run(hall, "import", "city", "--data", data.toString(), city.toString());
        String last = run(
                hall, "import", "cases", "--data", data.toString(), "--mapping", mapping.toString(), csv.toString());
        if (!last.contains("\"taken\":" + cases)) {
            throw new IOException("the city did not take all cases: " + last);
        }
        return new FullCity(data);
    }

    Path data() {
        return data;
    }

    private static String run(Hall hall, String... arguments) throws IOException, InterruptedException {
        Hall.Program program = hall.start("SERVER", "org.yiping.server.Main", arguments);
        String last = program.last();
        if (program.process().exitValue() != 0) {
            throw new IOException("the import failed; see errors.log");
        }
        return last == null ? "" : last;
    }

    private static List<String> rows(CityFolder city, Instant now, int cases, boolean talkative) {
        Random random = new Random(SEED);
        List<CaseClass> classes = city.catalogue().classes();
        List<Department> departments = city.departments();
        List<Component> places = city.components();
        List<String> rows = new ArrayList<>();
        rows.add("number,reported,due,state,major,class,department,longitude,latitude,title,address"
                + (talkative ? ",name,phone" : ""));
        for (int i = 0; i < cases; i++) {
            CaseClass of = classes.get(random.nextInt(classes.size()));
            Component place = places.get(random.nextInt(places.size()));
            Instant reported = now.minus(Duration.ofMinutes(10 + random.nextInt(3 * 24 * 60)));
            Instant due = now.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60) - 12 * 60));
            rows.add(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%s,%s,%s,%s,%.7f,%.7f,%s,%s",
                    100_000 + i,
                    stamp(reported),
                    stamp(due.isBefore(reported) ? reported.plus(Duration.ofHours(2)) : due),
                    STATES.get(random.nextInt(STATES.size())),
                    of.major(),
                    of.name(),
                    departments.get(random.nextInt(departments.size())).name(),
                    place.position().longitude(),
                    place.position().latitude(),
                    talkative ? Words.of(of.name(), random) : "市民反映" + of.name() + "，请尽快处理",
                    place.name() + "旁 " + (1 + random.nextInt(300)) + " 号"
                            + (talkative ? ",陈先生,139" + (10_000_000 + random.nextInt(90_000_000)) : "")));
        }
        return rows;
    }

    private static String stamp(Instant at) {
        return STAMP.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private static String mapping(boolean talkative) {
        StringBuilder states = new StringBuilder();
        STATES.stream()
                .distinct()
                .forEach(s ->
                        states.append("  ").append(s).append(": ").append(s).append('\n'));
        return """
                name: bench
                encoding: UTF-8
                zone: UTC
                dateFormats: ["yyyy-MM-dd HH:mm:ss"]
                columns:
                  number: number
                  reportedAt: reported
                  dueAt: due
                  state: state
                  major: major
                  class: class
                  department: department
                  longitude: longitude
                  latitude: latitude
                  title: title
                  address: address
                %sconstants:
                  source: hotline
                states:
                """.formatted(talkative ? "  callerName: name\n  callerPhone: phone\n" : "") + states;
    }
}
