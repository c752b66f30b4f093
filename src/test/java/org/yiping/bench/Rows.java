package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;

/// What a bench has measured so far. Each row is printed and written into `rows.jsonl` of the bench's
/// folder the moment it is told, and a part that fails says so in a line of its own: what ends later,
/// however it ends, takes nothing of it along. One thread.
final class Rows {
    private final String bench;
    private final Hall hall;
    private final Set<String> wanted;
    private final Set<String> met = new LinkedHashSet<>();
    private final List<Row> all = new ArrayList<>();
    private final Map<String, String> failed = new LinkedHashMap<>();
    private @Nullable String part;

    /// `wanted` are the parts to measure; all, where there are none.
    Rows(String bench, Hall hall, Collection<String> wanted) {
        this.bench = bench;
        this.hall = hall;
        this.wanted = new LinkedHashSet<>(wanted);
    }

    /// The parts `-Dyiping.bench.parts=falls,step` asks for.
    static List<String> wanted() {
        String told = System.getProperty("yiping.bench.parts", "");
        return told.isBlank() ? List.of() : List.of(told.split(","));
    }

    /// Measures something and tells its rows.
    interface Measuring {
        void run() throws Exception;
    }

    void add(Row... rows) {
        add(List.of(rows));
    }

    void add(List<Row> rows) {
        rows.forEach(row -> {
            all.add(row);
            Map<String, @Nullable Object> line = line();
            line.putAll(row.wire());
            write(line);
        });
    }

    /// Measures a part, unless only others are wanted. One that fails does not keep the others from being measured, and
    /// neither it nor any other leaves a program running for them.
    void part(String name, Measuring measuring) throws InterruptedException, Main.MissingData {
        met.add(name);
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return;
        }
        String around = part;
        int before = hall.started();
        part = name;
        try {
            guarded(name, measuring);
        } finally {
            part = around;
            hall.endAfter(before);
        }
    }

    /// All there is of a bench: what fails in none of its parts is a failure of the bench itself.
    void whole(Measuring measuring) throws InterruptedException, Main.MissingData {
        guarded(bench, measuring);
        wanted.stream().filter(w -> !met.contains(w)).forEach(w -> fail(w, "there is no such part of bench " + bench));
    }

    private void guarded(String name, Measuring measuring) throws InterruptedException, Main.MissingData {
        try {
            measuring.run();
        } catch (InterruptedException | Main.MissingData e) {
            throw e;
        } catch (Exception | Error e) {
            e.printStackTrace();
            fail(name, e.getClass().getSimpleName() + ": " + Objects.requireNonNullElse(e.getMessage(), "no words"));
        }
    }

    private void fail(String name, String cause) {
        failed.put(name, cause);
        Map<String, @Nullable Object> line = line();
        line.put("part", name);
        line.put("failed", cause);
        write(line);
    }

    private Map<String, @Nullable Object> line() {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("bench", bench);
        line.put("part", part == null ? bench : part);
        return line;
    }

    private void write(Map<String, @Nullable Object> line) {
        String text = Json.mapper().writeValueAsString(line);
        System.out.println(text);
        try {
            Path file = hall.folder().resolve("rows.jsonl");
            Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println("this row is not in rows.jsonl, only in what was printed: " + e);
        }
    }

    List<Row> all() {
        return all;
    }

    /// The parts that failed, each with its cause.
    Map<String, String> failed() {
        return failed;
    }

    /// Whether every part ran to its end and every row has a value, met or not.
    boolean measured() {
        return failed.isEmpty() && all.stream().allMatch(r -> r.value() != null);
    }
}
