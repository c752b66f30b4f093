package org.yiping.server.kpi;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.city.CityFolder;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.Formula;
import org.yiping.protocol.Json;
import org.yiping.server.data.Meta;

/// Every version of the city's figures, with their formulas read. Kept in the storage; a city that has brought none has
/// the shipped ones. Immutable; any thread.
public final class FigureBook {
    private static final Logger LOG = LoggerFactory.getLogger(FigureBook.class);
    private static final String NAME = "figures";

    private record Document(List<FigureRules> versions) {}

    private final List<FigureRules> versions;
    private final Map<String, Formula> formulas = new HashMap<>();

    FigureBook(List<FigureRules> versions) {
        this.versions = versions.stream()
                .sorted(Comparator.comparing(FigureRules::from))
                .toList();
        for (FigureRules rules : versions) {
            for (FigureRule f : rules.figures()) {
                try {
                    formulas.put(f.formula(), Formula.of(f.formula()));
                } catch (Formula.Wrong e) {
                    throw new IllegalArgumentException(f.code().value() + ": " + e.getMessage(), e);
                }
            }
        }
    }

    public static FigureBook load(Meta meta) {
        return new FigureBook(meta.get(NAME)
                .map(text -> Json.mapper().readValue(text, Document.class).versions())
                .orElseGet(CityFolder::shippedFigures));
    }

    /// The book with what a city's folder has now. Versions are kept for ever; a file with a fault, or one that says
    /// something else under a name that was in force, is told of and changes nothing.
    public static FigureBook adopt(Path folder, Meta meta) {
        FigureBook old = load(meta);
        try {
            List<FigureRules> all = merged(meta.get(NAME).isPresent() ? old.versions : List.of(), folder);
            FigureBook next = new FigureBook(all);
            if (!all.equals(old.versions) || meta.get(NAME).isEmpty()) {
                meta.set(NAME, Json.mapper().writeValueAsString(new Document(all)));
            }
            return next;
        } catch (IllegalArgumentException e) {
            LOG.error("{}; the figures stay as they were", e.getMessage());
            return old;
        }
    }

    private static List<FigureRules> merged(List<FigureRules> known, Path folder) {
        List<FigureRules> all = new ArrayList<>(known);
        for (FigureRules rules : new CityFolder(folder).figures()) {
            FigureRules before = all.stream()
                    .filter(v -> v.version().equals(rules.version()))
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                all.add(rules);
            } else if (!before.equals(rules)) {
                throw new IllegalArgumentException("kpi.yaml has changed version " + rules.version()
                        + ", which is in force: give it another name");
            }
        }
        return all;
    }

    /// The version in force at an instant; before the first it is the first. Of two from the same day on the later one.
    FigureRules at(Instant instant, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        FigureRules found = versions.getFirst();
        for (FigureRules rules : versions) {
            if (!rules.from().isAfter(day)) {
                found = rules;
            }
        }
        return found;
    }

    Formula formula(FigureRule rule) {
        return Objects.requireNonNull(formulas.get(rule.formula()));
    }

    public List<FigureRules> versions() {
        return versions;
    }

    /// Counters as formulas name them.
    public static List<String> counters() {
        return Arrays.stream(Counter.values()).map(Counter::code).toList();
    }
}
