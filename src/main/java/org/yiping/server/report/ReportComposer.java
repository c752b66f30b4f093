package org.yiping.server.report;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.report.Placeholders;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportSection;
import org.yiping.domain.report.ReportTemplate;
import org.yiping.server.data.Reach;
import org.yiping.server.inspection.Inspections;
import org.yiping.server.inspection.Rechecks;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.FigureDesk.Frame;
import org.yiping.server.kpi.FigureDesk.Question;
import org.yiping.server.kpi.FigureDesk.Told;
import org.yiping.server.kpi.StillFigures;
import org.yiping.server.kpi.StillFigures.Still;

/// Composes a report: asks for all its figures at one moment and words them. One thread a report.
final class ReportComposer {
    /// What stands open when the report is made.
    private static final String NOW = "1h";

    private final FigureDesk figures;
    private final AreaOutlines outlines;
    private final InspectionResults inspections;
    private final ReportRun run;
    private final ReportTemplate template;
    private final String city;
    private final Rechecks rechecks;
    private final ReportNames names;
    private final ReportText text;

    /// `names` and `text` in the language of the run.
    ReportComposer(
            FigureDesk figures,
            AreaOutlines outlines,
            Inspections inspections,
            Order order,
            ReportNames names,
            ReportText text) {
        this.figures = figures;
        this.outlines = outlines;
        this.inspections = new InspectionResults(inspections, names, text);
        this.run = order.run();
        this.template = order.template();
        this.city = order.city();
        this.rechecks = order.rechecks();
        this.names = names;
        this.text = text;
    }

    /// What is asked for; `city` is what the city is called, `simulated` whether its data are.
    record Order(ReportRun run, ReportTemplate template, String city, boolean simulated, Rechecks rechecks) {}

    /// What was composed, and of when its data are.
    record Composed(ReportDocument document, Instant at) {}

    Composed compose(Order order, Progress progress) throws IOException {
        Frame frame = frame();
        Frame now = new Frame(NOW, null, run.scope(), frame.reach());
        ReportPlan plan = ReportPlan.of(template, frame, now, levels());
        Still still = new StillFigures(figures).of(plan.questions(), plan.beside());
        progress.reached(0.3);
        CasesBehind cases = CasesBehind.read(still, figures, now, new CaseColumns(names, text), text);
        List<ReportDocument.Part> parts = new ArrayList<>();
        for (ReportSection section : template.sections()) {
            parts.add(part(section, plan, still, cases));
            progress.reached(progress.share());
        }
        ReportDocument.Trace trace = cases.trace(text.span(figures.span(frame)));
        progress.reached(0.7);
        List<Told> all = new ArrayList<>();
        plan.whole().values().forEach(i -> all.addAll(ReportPlan.told(still, i)));
        return new Composed(
                new ReportDocument(head(order, still, plan), parts, new FigureWords(text).formulas(all), trace),
                still.at());
    }

    private Frame frame() {
        return new Frame(run.period(), run.day(), run.scope(), new Reach(run.areas(), run.department()));
    }

    /// Of the areas the scope is made of; a city of one district is told apart by its streets.
    private List<String> levels() {
        String below = figures.levelBelow(run.scope().area());
        return run.scope().area() == null ? List.of(below, "street") : List.of(below);
    }

    private ReportDocument.Part part(ReportSection s, ReportPlan plan, Still still, CasesBehind cases)
            throws IOException {
        String title = s.title(text.english());
        FigureWords words = new FigureWords(text);
        return switch (s.kind()) {
            case ReportSection.TEXT ->
                new ReportDocument.Words(
                        title,
                        Placeholders.filled(
                                s.text(text.english()), name -> filled(name, plan.whole(s.ofNow(), still))));
            case ReportSection.FIGURES ->
                s.ofNow()
                        ? words.now(title, s.codes(), plan.whole(true, still), still.at())
                        : words.compared(title, s.codes(), plan.whole(false, still), recheck());
            case ReportSection.INSPECTIONS -> inspections.table(title, run, days(), s.rows(100));
            case ReportSection.CASES -> cases.grid(title, plan.behind(s), s.rows(100));
            default -> {
                int place = plan.of(s, still);
                Question question = plan.questions().get(place);
                GroupedFigures grouped = new GroupedFigures(
                        still.answers().get(place), question, s.rows(500), names, text, figures.zone());
                yield switch (s.kind()) {
                    case ReportSection.TABLE -> grouped.table(title);
                    case ReportSection.CHART -> grouped.chart(title);
                    default ->
                        grouped.map(title, outlines.of(question.level()), outlines.attribution(question.level()));
                };
            }
        };
    }

    private FigureBoard.@Nullable Sample recheck() {
        Frame frame = frame();
        return rechecks.newest(frame.scope(), frame.reach(), figures.span(frame))
                .orElse(null);
    }

    private InspectionResults.Days days() {
        Span span = figures.span(frame());
        ZoneId zone = figures.zone();
        return new InspectionResults.Days(
                LocalDate.ofInstant(span.from(), zone),
                LocalDate.ofInstant(span.until().minusNanos(1), zone));
    }

    private String filled(String name, Map<String, Told> told) {
        return switch (name) {
            case "city" -> city;
            case "period" -> text.span(figures.span(frame()));
            case "scope" -> scope();
            default -> {
                Placeholders.Asked asked = Placeholders.figure(name).orElseThrow();
                Told of = told.get(asked.code().value());
                Figure figure = of == null
                        ? null
                        : switch (asked.then()) {
                            case "before" -> of.before();
                            case "year" -> of.lastYear();
                            default -> of.figure();
                        };
                yield figure == null ? text.unknown() : text.figure(figure.value(), figure.unit());
            }
        };
    }

    /// Of whom, in words.
    private String scope() {
        FigureScope of = run.scope();
        List<String> parts = new ArrayList<>();
        if (of.area() != null) {
            parts.add(names.area(of.area().value()));
        }
        if (of.department() != null) {
            parts.add(names.department(of.department().value()));
        }
        if (of.classCode() != null) {
            parts.add(names.caseClass(of.classCode().value()));
        }
        if (of.source() != null) {
            parts.add(names.source(of.source().value()));
        }
        if (parts.isEmpty()) {
            run.areas().forEach(a -> parts.add(names.area(a)));
        }
        if (run.department() != null && of.department() == null) {
            parts.add(names.department(run.department()));
        }
        return parts.isEmpty() ? text.get("whole-city") : String.join(text.get("and"), parts);
    }

    private ReportDocument.Head head(Order order, Still still, ReportPlan plan) {
        List<String> marks = new ArrayList<>();
        if (order.simulated()) {
            marks.add(text.get("simulated"));
        }
        if (Boolean.TRUE.equals(template.sample())) {
            marks.add(text.get("sample"));
        }
        Instant due = run.due();
        if (due != null && run.late()) {
            marks.add(text.get("late", text.minute(due)));
        }
        Instant made = still.at();
        List<ReportDocument.Fact> facts = new ArrayList<>();
        facts.add(fact("period", text.span(figures.span(frame()))));
        facts.add(fact("scope", scope()));
        facts.add(fact("data-time", text.second(made)));
        facts.add(fact("revision", Long.toString(still.revision())));
        facts.add(fact("formulas", versions(still, plan)));
        facts.add(fact("template", template.code().value() + " " + template.version()));
        facts.add(fact("made-by", run.due() == null ? run.name() : text.get("by-schedule")));
        facts.add(fact("report-id", run.id().value()));
        return new ReportDocument.Head(order.city(), template.title(text.english()), marks, facts);
    }

    private ReportDocument.Fact fact(String name, String value) {
        return new ReportDocument.Fact(text.get("fact." + name), value);
    }

    private static String versions(Still still, ReportPlan plan) {
        Set<String> versions = new LinkedHashSet<>();
        plan.whole()
                .values()
                .forEach(i -> ReportPlan.told(still, i)
                        .forEach(t -> versions.add(t.figure().version())));
        return String.join(", ", versions);
    }
}
