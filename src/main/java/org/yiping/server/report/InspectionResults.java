package org.yiping.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionScore;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.report.ReportRun;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.inspection.Inspections;
import org.yiping.server.report.ReportDocument.Column;
import org.yiping.server.report.ReportDocument.Grid;
import org.yiping.server.report.ReportDocument.Value;

/// What the inspections of a period came to, as a table of a report: for each its total and its dimensions, with how
/// many marks they rest on and what is unknown. One thread.
final class InspectionResults {
    private final Inspections inspections;
    private final ReportNames names;
    private final ReportText text;

    InspectionResults(Inspections inspections, ReportNames names, ReportText text) {
        this.inspections = inspections;
        this.names = names;
        this.text = text;
    }

    /// Both are in it.
    record Days(LocalDate first, LocalDate last) {
        boolean touch(InspectionPlan.Task task) {
            return !task.from().isAfter(last) && !task.until().isBefore(first);
        }
    }

    /// At most `most` inspections, the latest first.
    Grid table(String title, ReportRun run, Days days, int most) {
        Reach reach = new Reach(run.areas(), run.department());
        List<Row> all = inspections.all(reach).stream()
                .filter(r -> within(run, Inspections.plan(r), days))
                .toList()
                .reversed();
        List<List<Value>> rows = new ArrayList<>();
        all.stream().limit(most).forEach(r -> rows(inspections.shown(r, reach, Instant.EPOCH), rows));
        return new Grid(title, columns(), rows, note(run, all.size(), most));
    }

    /// An inspection is of places and of no department, class or source.
    private static boolean within(ReportRun run, InspectionPlan plan, Days days) {
        var area = run.scope().area();
        return days.touch(plan.task())
                && (area == null || plan.task().area().value().startsWith(area.value()))
                && placesAlone(run);
    }

    private static boolean placesAlone(ReportRun run) {
        return run.scope().equals(FigureScope.of(run.scope().area()));
    }

    private String note(ReportRun run, int all, int most) {
        if (!placesAlone(run)) {
            return text.get("inspections-of-places");
        }
        if (all == 0) {
            return text.get("no-inspections");
        }
        return all > most ? text.get("some-groups", most, all) : "";
    }

    private List<Column> columns() {
        return List.of(
                new Column(text.get("column.inspection"), false, false),
                new Column(text.get("by.area"), false, true),
                new Column(text.get("column.days"), false, true),
                new Column(text.get("column.dimension"), false, false),
                new Column(text.get("column.mark"), true, false),
                new Column(text.get("column.interval"), false, false),
                new Column(text.get("column.marks"), true, false),
                new Column(text.get("column.unknown"), true, false),
                new Column(text.get("column.mark-before"), true, false));
    }

    private void rows(Inspection inspection, List<List<Value>> rows) {
        InspectionSet set = inspection.plan().set();
        InspectionScore score = inspection.score();
        InspectionScore before =
                inspection.before() == null ? null : inspection.before().score();
        List<Value> total = head(inspection, whole(inspection), text.get("total"));
        total.add(mark(score.total()));
        total.add(Value.of(""));
        total.add(count(score.done()));
        total.add(percent(1 - score.known()));
        total.add(mark(before == null ? null : before.total()));
        rows.add(total);
        for (InspectionScore.Part part : score.parts()) {
            List<Value> row = head(inspection, inspection.plan().task().name(), dimension(set, part.dimension()));
            row.add(mark(part.score()));
            row.add(Value.of(interval(part)));
            row.add(count(part.of()));
            row.add(percent(part.unknown()));
            row.add(mark(before == null ? null : of(before, part.dimension())));
            rows.add(row);
        }
    }

    /// Where, when, and that it is a sample or nobody was there: once for all its rows.
    private String whole(Inspection inspection) {
        InspectionPlan.Task task = inspection.plan().task();
        List<String> words = new ArrayList<>(List.of(task.name(), area(task), days(task)));
        if (inspection.plan().set().sample()) {
            words.add(text.get("sample-set"));
        }
        if (inspection.cards().stream().anyMatch(c -> c.sheet().simulated())) {
            words.add(text.get("simulated-cell"));
        }
        return String.join(" · ", words);
    }

    private List<Value> head(Inspection inspection, String words, String dimension) {
        InspectionPlan.Task task = inspection.plan().task();
        return new ArrayList<>(
                List.of(Value.of(words), Value.of(area(task)), Value.of(days(task)), Value.of(dimension)));
    }

    private String area(InspectionPlan.Task task) {
        return names.area(task.area().value());
    }

    private String days(InspectionPlan.Task task) {
        return text.get("span", task.from(), task.until());
    }

    private String dimension(InspectionSet set, String code) {
        return set.dimensions().stream()
                .filter(d -> d.code().equals(code))
                .map(d -> text.english() ? d.nameEnglish() : d.name())
                .findFirst()
                .orElse(code);
    }

    private static @Nullable Double of(InspectionScore score, String dimension) {
        return score.parts().stream()
                .filter(p -> p.dimension().equals(dimension))
                .map(InspectionScore.Part::score)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Value mark(@Nullable Double score) {
        return new Value(score == null ? text.unknown() : String.format(Locale.ROOT, "%.1f", score), score);
    }

    private static Value count(int number) {
        return new Value(Integer.toString(number), (double) number);
    }

    private static Value percent(double share) {
        return new Value(String.format(Locale.ROOT, "%.0f%%", 100 * share), 100 * share);
    }

    private String interval(InspectionScore.Part part) {
        if (part.lower() == null || part.upper() == null) {
            return "";
        }
        String bounds = String.format(Locale.ROOT, "%.0f–%.0f", part.lower(), part.upper());
        return part.small() ? text.get("small-sample", bounds) : bounds;
    }
}
