package org.yiping.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table packaging/licences.csv: rows of kind, subject, licence, note. A comma inside a field is written `%2C`.
public record Licences(List<Row> rows) {
    /// One line of the table.
    public record Row(String kind, String subject, String licence, String note) {}

    public static Licences parse(String csv) {
        return new Licences(csv.lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(l -> l.split(",", 4))
                .map(f -> new Row(field(f[0]), field(f[1]), field(f[2]), field(f[3])))
                .toList());
    }

    private static String field(String text) {
        return text.strip().replace("%2C", ",");
    }

    Stream<Row> of(String kind) {
        return rows.stream().filter(r -> r.kind().equals(kind));
    }

    Set<String> allowed() {
        return of("allowed").map(Row::subject).collect(Collectors.toUnmodifiableSet());
    }

    Map<String, String> idByName() {
        return of("name").collect(Collectors.toUnmodifiableMap(Row::subject, Row::licence));
    }

    Map<String, Row> byArtifact() {
        return of("artifact").collect(Collectors.toUnmodifiableMap(Row::subject, r -> r));
    }
}
