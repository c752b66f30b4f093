package org.yiping.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.yiping.city.CityFolder;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.component.Component;
import org.yiping.domain.identity.Department;
import org.yiping.simulator.city.CityGenerator;

/// The demo city with a year of closed cases and twenty thousand open ones in a server's data folder, made once by the
/// product's own import and kept; each run works on a copy. One thread.
final class MillionCity {
    static final int CLOSED = Integer.getInteger("yiping.bench.closed", 1_000_000);
    static final int OPEN = 20_000;

    private static final long SEED = 1;
    /// A storage of another shape is made anew.
    private static final String SHAPE = "7";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> STATES =
            List.of("to-accept", "to-file", "to-dispatch", "to-handle", "handling", "handling", "to-check", "to-close");

    /// The server's data folder, and the city's own.
    record Copy(Path data, Path city) {}

    private MillionCity() {}

    static Copy copy(Hall hall) throws IOException, InterruptedException {
        Path kept = hall.cache().resolve("million-" + CLOSED + "-" + SHAPE);
        if (!Files.exists(kept.resolve("made"))) {
            delete(kept);
            make(hall, kept);
        }
        System.out.println(Files.readString(kept.resolve("made")).strip());
        Path copy = hall.folder().resolve("million");
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(kept.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return new Copy(copy.resolve("server"), copy.resolve("city"));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void make(Hall hall, Path kept) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path city = kept.resolve("city");
        Path data = kept.resolve("server");
        new CityGenerator(SEED).write(city);
        Path csv = hall.folder().resolve("million.csv");
        write(csv, new CityFolder(city), Instant.now());
        Path mapping = hall.folder().resolve("mapping.yaml");
        Files.writeString(mapping, mapping());
        run(hall, "import", "city", "--data", data.toString(), city.toString());
        String last = run(
                hall, "import", "cases", "--data", data.toString(), "--mapping", mapping.toString(), csv.toString());
        if (!last.contains("\"taken\":" + (CLOSED + OPEN))) {
            throw new IOException("the city did not take all cases: " + last);
        }
        Files.delete(csv);
        compact(data);
        long bytes = Files.size(data.resolve("yiping.mv.db"));
        Files.writeString(
                kept.resolve("made"),
                String.format(
                        Locale.ROOT,
                        "%d closed and %d open cases, made by the import in %.0f s, %.0f MB of storage: %s",
                        CLOSED,
                        OPEN,
                        (System.nanoTime() - start) / 1e9,
                        bytes / 1e6,
                        last));
    }

    /// A bulk load leaves half of the file's pages behind; copies of it shall be small.
    private static void compact(Path data) throws IOException {
        String file = data.resolve("yiping").toAbsolutePath().toString();
        try (Connection c = DriverManager.getConnection("jdbc:h2:file:" + file + ";COMPRESS=TRUE", "sa", "");
                Statement s = c.createStatement()) {
            s.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String run(Hall hall, String... arguments) throws IOException, InterruptedException {
        Hall.Program program = hall.start("IMPORT", "org.yiping.server.Main", arguments);
        String last = program.last();
        if (program.process().exitValue() != 0) {
            throw new IOException("the import failed; see errors.log");
        }
        return last == null ? "" : last;
    }

    private static void write(Path csv, CityFolder city, Instant now) throws IOException {
        Random random = new Random(SEED);
        List<CaseClass> classes = city.catalogue().classes();
        List<Department> departments = city.departments();
        List<Component> places = city.components();
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("number,reported,due,closed,state,major,class,department,longitude,latitude,title,address,source,"
                    + "name,phone\n");
            int all = CLOSED + OPEN;
            long year = Duration.ofDays(365).toSeconds();
            for (int i = 0; i < all; i++) {
                boolean open = i >= CLOSED;
                Instant reported = open
                        ? now.minusSeconds(600 + (all - i) * 10L)
                        : now.minusSeconds(4 * 86_400 + year - year * i / CLOSED);
                Instant due = reported.plusSeconds(3_600L * (2 + random.nextInt(72)));
                Instant closed = reported.plusSeconds(1_800L + random.nextInt(3 * 86_400));
                CaseClass of = classes.get(random.nextInt(classes.size()));
                Component place = places.get(random.nextInt(places.size()));
                boolean called = random.nextInt(3) == 0;
                out.write(String.format(
                        Locale.ROOT,
                        "%d,%s,%s,%s,%s,%s,%s,%s,%.7f,%.7f,%s,%s,%s,%s,%s%n",
                        10_000_000 + i,
                        stamp(reported),
                        stamp(due),
                        open ? "" : stamp(closed),
                        open ? STATES.get(random.nextInt(STATES.size())) : "closed",
                        of.major(),
                        of.name(),
                        departments.get(random.nextInt(departments.size())).name(),
                        place.position().longitude(),
                        place.position().latitude(),
                        Words.of(of.name(), random),
                        place.name() + "旁 " + (1 + random.nextInt(300)) + " 号",
                        called ? "hotline" : "collector",
                        called ? "王先生" : "",
                        called ? phone(random) : ""));
            }
        }
    }

    /// A hundred thousand callers: most call more than once.
    static String phone(Random random) {
        return String.format(Locale.ROOT, "139%08d", random.nextInt(100_000));
    }

    private static String stamp(Instant at) {
        return STAMP.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private static String mapping() {
        StringBuilder states = new StringBuilder("  closed: closed\n");
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
                  closedAt: closed
                  state: state
                  major: major
                  class: class
                  department: department
                  longitude: longitude
                  latitude: latitude
                  title: title
                  address: address
                  source: source
                  callerName: name
                  callerPhone: phone
                states:
                """ + states;
    }
}
