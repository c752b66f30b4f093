package org.yiping.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What others gave to this product and on what terms: the page THIRD-PARTY.md and what is wrong with it.
public final class ThirdParty {
    private ThirdParty() {}

    /// A dependency whose licence is unknown or may not ship with the product.
    public static List<String> findings(List<Dependency> dependencies, Licences table) {
        List<String> found = new ArrayList<>();
        for (Dependency dependency : dependencies) {
            if (chosen(dependency, table).isEmpty()) {
                found.add(dependency.key() + " " + dependency.version() + " is under " + dependency.licences()
                        + ": none of them is listed and allowed in packaging/licences.csv");
            }
        }
        Stream.of("bundled", "inside").flatMap(table::of).forEach(row -> {
            String licence = row.kind().equals("inside")
                    ? row.licence().substring(row.licence().indexOf('=') + 1).strip()
                    : row.licence();
            if (!table.allowed().contains(licence)) {
                found.add(row.subject() + ": " + licence + " is not allowed");
            }
        });
        return found;
    }

    /// Where a dependency offers several licences, the first allowed one is taken.
    private static Optional<String> chosen(Dependency dependency, Licences table) {
        Licences.Row known = table.byArtifact().get(dependency.key());
        Stream<String> offered = known != null
                ? Stream.of(known.licence())
                : dependency.licences().stream().map(table.idByName()::get).filter(Objects::nonNull);
        return offered.filter(table.allowed()::contains).findFirst();
    }

    public static String page(List<Dependency> dependencies, Licences table) {
        String rows = dependencies.stream()
                .distinct()
                .sorted(Comparator.comparing(Dependency::key))
                .map(d -> "| %s | %s | %s |\n"
                        .formatted(d.key(), d.version(), chosen(d, table).orElse("?")))
                .collect(Collectors.joining());
        String notes = table.of("artifact")
                .map(r -> "- %s: %s\n".formatted(r.subject(), r.note()))
                .collect(Collectors.joining());
        return """
                # Works of others in Yiping

                Yiping itself is GPL-3.0-or-later (LICENSE). Its packages carry the libraries below, each under its own licence;
                where an author offers several, the one named here is taken. This page is made by `./yiping third-party`
                from the class path and packaging/licences.csv; a test holds it.

                | library | version | licence |
                |---|---|---|
                """
                + rows + "\n" + notes
                + section("Inside those libraries", table, "inside", r -> r.subject() + ": " + r.licence())
                + section("Shipped with the program", table, "bundled", r -> r.subject() + " — " + r.licence())
                + section(
                        "Looked for on the machine, not shipped",
                        table,
                        "system",
                        r -> r.subject() + " — " + r.licence());
    }

    private static String section(
            String title, Licences table, String kind, java.util.function.Function<Licences.Row, String> words) {
        String lines = table.of(kind)
                .map(r -> "- " + words.apply(r) + (r.note().isEmpty() ? "" : " (" + r.note() + ")") + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n## " + title + "\n" + lines;
    }
}
