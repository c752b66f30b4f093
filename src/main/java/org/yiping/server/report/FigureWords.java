package org.yiping.server.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.server.kpi.FigureDesk.Told;
import org.yiping.server.report.ReportDocument.Column;
import org.yiping.server.report.ReportDocument.Value;

/// Words figures of the whole scope. A figure never stands without those the city puts beside it. Stateless.
final class FigureWords {
    private static final KpiCode CLOSING = new KpiCode("closing-rate");

    private final ReportText text;

    FigureWords(ReportText text) {
        this.text = text;
    }

    String name(FigureRule rule) {
        return text.english() ? rule.nameEnglish() : rule.name();
    }

    /// With the period before, a year before, and the city's target; a closing rate also with what the newest blind
    /// re-check came to, and that there was none.
    ReportDocument.Grid compared(
            String title, List<KpiCode> codes, Map<String, Told> told, FigureBoard.@Nullable Sample recheck) {
        List<Column> columns = List.of(
                column("figure", false),
                column("value", true),
                column("fraction", true),
                column("before", true),
                column("change", true),
                column("last-year", true),
                column("target", true));
        List<List<Value>> rows = new ArrayList<>();
        for (Told t : withCompanions(codes, told)) {
            Figure before = t.before();
            Figure year = t.lastYear();
            Double target = t.rule().target();
            rows.add(List.of(
                    Value.of(label(t, codes)),
                    value(t.figure()),
                    Value.of(fraction(t.figure())),
                    before == null ? none() : value(before),
                    change(t.figure(), before),
                    year == null ? none() : value(year),
                    target == null
                            ? Value.of("")
                            : new Value(text.figure(target, t.rule().unit()), target)));
            if (t.rule().code().equals(CLOSING)) {
                rows.add(recheck(recheck));
            }
        }
        return new ReportDocument.Grid(title, columns, rows, "");
    }

    /// The interval of what holds, and of how many; the rest of the line is of figures.
    private List<Value> recheck(FigureBoard.@Nullable Sample s) {
        Double lower = s == null ? null : s.lower();
        Double upper = s == null ? null : s.upper();
        String interval = lower == null || upper == null
                ? text.unknown()
                : text.figure(lower, FigureRule.PERCENT) + " – " + text.figure(upper, FigureRule.PERCENT);
        String name = s == null
                ? text.get("recheck-none")
                : text.get(Boolean.TRUE.equals(s.simulated()) ? "recheck-simulated" : "recheck", s.size(), s.judged());
        Value none = Value.of("");
        return List.of(
                Value.of(text.get("beside") + name),
                Value.of(interval),
                Value.of(s == null ? "" : s.holds() + " / " + (s.holds() + s.broken())),
                none,
                none,
                none,
                none);
    }

    /// As they stand at one moment.
    ReportDocument.Grid now(String title, List<KpiCode> codes, Map<String, Told> told, Instant at) {
        List<List<Value>> rows = new ArrayList<>();
        for (Told t : withCompanions(codes, told)) {
            rows.add(List.of(Value.of(label(t, codes)), value(t.figure()), Value.of(fraction(t.figure()))));
        }
        return new ReportDocument.Grid(
                title,
                List.of(column("figure", false), column("value", true), column("fraction", true)),
                rows,
                text.get("as-of", text.minute(at)).strip());
    }

    private Column column(String name, boolean figures) {
        return new Column(text.get("column." + name), figures, false);
    }

    private static List<Told> withCompanions(List<KpiCode> codes, Map<String, Told> told) {
        Set<KpiCode> all = new LinkedHashSet<>();
        for (KpiCode code : codes) {
            all.add(code);
            Told t = told.get(code.value());
            if (t != null) {
                t.rule().companions().stream().filter(c -> !codes.contains(c)).forEach(all::add);
            }
        }
        return all.stream()
                .map(c -> told.get(c.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    private String label(Told t, List<KpiCode> codes) {
        return (codes.contains(t.rule().code()) ? "" : text.get("beside")) + name(t.rule());
    }

    Value value(Figure figure) {
        return new Value(text.figure(figure.value(), figure.unit()), figure.value());
    }

    private Value none() {
        return Value.of(text.unknown());
    }

    private static String fraction(Figure f) {
        Long over = f.numerator();
        Long under = f.denominator();
        return over == null || under == null ? "" : over + " / " + under;
    }

    /// Of rates in points, of numbers in percent of what was before.
    private Value change(Figure figure, @Nullable Figure before) {
        Double is = figure.value();
        Double was = before == null ? null : before.value();
        if (is == null || was == null) {
            return none();
        }
        if (figure.unit().equals(FigureRule.PERCENT)) {
            return new Value(text.get("points", signed(is - was)), is - was);
        }
        return was == 0 ? none() : new Value(signed((is - was) / was * 100) + "%", (is - was) / was * 100);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", value);
    }

    /// How each was counted.
    List<ReportDocument.Formula> formulas(List<Told> told) {
        return told.stream()
                .map(t -> {
                    Figure f = t.figure();
                    return new ReportDocument.Formula(
                            name(t.rule()) + " (" + f.code().value() + ")",
                            text.figure(f.value(), f.unit()),
                            fraction(f),
                            f.formula(),
                            f.version(),
                            f.counters().entrySet().stream()
                                    .map(c ->
                                            c.getKey() + " = " + (c.getValue() == null ? text.unknown() : c.getValue()))
                                    .collect(Collectors.joining("; ")),
                            text.span(f.span()));
                })
                .toList();
    }
}
