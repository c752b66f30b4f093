package org.yiping.domain.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;

/// A part of a report. `kind` says which of the rest it needs: `text` its words, with figures in
/// braces; `figures` a table of these, each beside the period before and a year before; `table` and
/// `chart` them told apart `by` department, area (of `level`), class, source, hour or day, `map` one by
/// area; `cases` those a `counter` counted. `inspections` what the inspections came to whose days touch
/// the period. Without a `level` areas are those the report's scope is made of. `most` is how many rows
/// or bars there are at most; `now` asks for what stands open when the report is made rather than at
/// the period's end, of which nobody remembers what was overdue. Immutable; any thread.
public record ReportSection(
        String kind,
        @Nullable String title,
        @Nullable String titleEnglish,
        @Nullable String text,
        @Nullable String textEnglish,
        @Nullable List<KpiCode> figures,
        @Nullable String by,
        @Nullable String level,
        @Nullable String counter,
        @Nullable Integer most,
        @Nullable Boolean now) {
    public static final String TEXT = "text";
    public static final String FIGURES = "figures";
    public static final String TABLE = "table";
    public static final String CHART = "chart";
    public static final String MAP = "map";
    public static final String CASES = "cases";
    public static final String INSPECTIONS = "inspections";
    private static final List<String> KINDS = List.of(TEXT, FIGURES, TABLE, CHART, MAP, CASES, INSPECTIONS);
    /// What figures of a report are told apart by.
    private static final Set<Grouping> GROUPINGS =
            Set.of(Grouping.DEPARTMENT, Grouping.AREA, Grouping.CLASS, Grouping.SOURCE, Grouping.HOUR, Grouping.DAY);
    private static final Set<String> LEVELS = Set.of("district", "street", "community", "cell");
    /// No list or table of a report is longer.
    public static final int MOST_ROWS = 500;
    private static final int MOST_FIGURES = 60;

    public ReportSection {
        Objects.requireNonNull(kind, "kind");
        figures = figures == null ? null : List.copyOf(figures);
    }

    public List<KpiCode> codes() {
        return figures == null ? List.of() : figures;
    }

    public String title(boolean english) {
        return Objects.requireNonNullElse(english ? titleEnglish : title, "");
    }

    public String text(boolean english) {
        return Objects.requireNonNullElse(english ? textEnglish : text, "");
    }

    /// By what its figures are told apart.
    public Grouping grouping() {
        return kind.equals(MAP)
                ? Grouping.AREA
                : by == null ? Grouping.NONE : Grouping.valueOf(by.toUpperCase(Locale.ROOT));
    }

    public int rows(int otherwise) {
        return most == null ? otherwise : most;
    }

    public boolean ofNow() {
        return Boolean.TRUE.equals(now);
    }

    public Optional<Counter> counted() {
        return counter == null ? Optional.empty() : Counter.of(counter);
    }

    /// What is wrong with it, in words; `known` are the city's figures.
    Optional<String> fault(Set<KpiCode> known) {
        if (!KINDS.contains(kind)) {
            return Optional.of("kind is one of " + String.join(", ", KINDS) + ", not " + kind);
        }
        if ((title == null) != (titleEnglish == null)) {
            return Optional.of("a title stands in both languages: title and titleEnglish");
        }
        Optional<String> needs = switch (kind) {
            case TEXT -> text(known);
            case CASES -> counted().isEmpty() ? Optional.of("no such counter: " + counter) : Optional.empty();
            case INSPECTIONS -> Optional.empty();
            default -> figures(known);
        };
        boolean wrong = most != null && (most < 1 || most > MOST_ROWS);
        return needs.isPresent() || !wrong ? needs : Optional.of("most is 1 to " + MOST_ROWS);
    }

    private Optional<String> text(Set<KpiCode> known) {
        if (text == null || textEnglish == null) {
            return Optional.of("a text stands in both languages: text and textEnglish");
        }
        for (String words : List.of(text, textEnglish)) {
            Optional<String> fault = Placeholders.fault(words, known);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> figures(Set<KpiCode> known) {
        if (codes().isEmpty() || codes().size() > MOST_FIGURES) {
            return Optional.of(kind + " needs figures, one to " + MOST_FIGURES);
        }
        for (KpiCode code : codes()) {
            if (!known.contains(code)) {
                return Optional.of("no such figure: " + code.value());
            }
        }
        if ((kind.equals(MAP) || kind.equals(CHART)) && codes().size() > 1) {
            return Optional.of("a " + kind + " shows one figure");
        }
        if (kind.equals(TABLE) || kind.equals(CHART)) {
            boolean there =
                    by != null && GROUPINGS.stream().anyMatch(g -> g.name().equalsIgnoreCase(by));
            if (!there) {
                return Optional.of("by is department, area, class, source, hour or day");
            }
        }
        return level == null || LEVELS.contains(level)
                ? Optional.empty()
                : Optional.of("level is district, street, community or cell");
    }
}
