package org.yiping.server.kpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.server.data.Reach;
import org.yiping.server.kpi.FigureDesk.Answer;
import org.yiping.server.kpi.FigureDesk.Frame;
import org.yiping.server.kpi.FigureDesk.Question;
import org.yiping.server.kpi.FigureDesk.Told;

/// The few figures of the city's day that strips, walls and tables show, by the formulas of the city: what is said
/// there
/// cannot differ from what the figures' page says of the same day. As fresh as the desk's answers, and as cheap. Any
/// thread.
public final class DayFigures {
    private static final String DAY = "day";
    /// Departments and sources that had a case within two years stand there with a nought, too.
    private static final String LATELY = "800d";
    private static final KpiCode REPORTED = new KpiCode("reported");
    private static final List<KpiCode> OF_DAY =
            codes("reported", "filed", "dispatched", "closed", "on-time-rate", "overdue", "open");
    private static final List<KpiCode> OF_DEPARTMENTS = codes("filed", "open", "closed", "overdue", "on-time-rate");

    private final FigureDesk desk;

    public DayFigures(FigureDesk desk) {
        this.desk = desk;
    }

    private static List<KpiCode> codes(String... codes) {
        return List.of(codes).stream().map(KpiCode::new).toList();
    }

    /// By code, `source-…` for each source among them; codes the city has no figure for are not there.
    public record Day(long revision, Map<String, Kpi> kpis) {}

    /// By department the values by code.
    public record Departments(long revision, Map<String, Map<String, @Nullable Double>> rows) {}

    /// Empty until the journal has been read, and where the city does not count what was reported.
    public Optional<Day> day(Reach reach) {
        Frame frame = new Frame(DAY, null, FigureScope.CITY, reach);
        FigureRules rules = desk.rules(frame);
        List<KpiCode> asked =
                OF_DAY.stream().filter(c -> rules.find(c).isPresent()).toList();
        if (!asked.contains(REPORTED)) {
            return Optional.empty();
        }
        try {
            Answer all = desk.answer(new Question(asked, frame, Grouping.NONE, ""));
            Map<String, Kpi> kpis = new LinkedHashMap<>();
            for (Told told : all.groups().getOrDefault("", List.of())) {
                if (asked.contains(told.rule().code())) {
                    kpis.put(told.rule().code().value(), kpi(told.rule().code(), told.figure(), all));
                }
            }
            Answer sources = desk.answer(new Question(List.of(REPORTED), frame, Grouping.SOURCE, ""));
            for (String source : known(reach, Grouping.SOURCE, sources)) {
                KpiCode code = new KpiCode("source-" + source);
                List<Told> told = sources.groups().get(source);
                kpis.put(
                        code.value(),
                        told == null
                                ? new Kpi(code, 0.0, FigureRule.CASES, 0L, null, sources.at())
                                : kpi(code, told.getFirst().figure(), sources));
            }
            return Optional.of(new Day(Math.min(all.revision(), sources.revision()), kpis));
        } catch (FactKeeper.NotYet e) {
            return Optional.empty();
        }
    }

    /// Empty until the journal has been read, and where the city has not all of these figures.
    public Optional<Departments> departments(Reach reach) {
        Frame frame = new Frame(DAY, null, FigureScope.CITY, reach);
        FigureRules rules = desk.rules(frame);
        if (rules.find(REPORTED).isEmpty()
                || !OF_DEPARTMENTS.stream().allMatch(c -> rules.find(c).isPresent())) {
            return Optional.empty();
        }
        try {
            Answer answer = desk.answer(new Question(OF_DEPARTMENTS, frame, Grouping.DEPARTMENT, ""));
            Map<String, Map<String, @Nullable Double>> rows = new TreeMap<>();
            for (String department : known(reach, Grouping.DEPARTMENT, answer)) {
                Map<String, @Nullable Double> row = new LinkedHashMap<>();
                for (Told told : answer.groups().getOrDefault(department, List.of())) {
                    row.put(told.rule().code().value(), told.figure().value());
                }
                rows.put(department, row);
            }
            return Optional.of(new Departments(answer.revision(), rows));
        } catch (FactKeeper.NotYet e) {
            return Optional.empty();
        }
    }

    /// Those of an answer, and those that had anything lately.
    private List<String> known(Reach reach, Grouping by, Answer today) {
        Frame lately = new Frame(LATELY, null, FigureScope.CITY, reach);
        List<String> known = new ArrayList<>(today.groups().keySet());
        // a window goes by the version in force now, as today does
        desk.answer(new Question(List.of(REPORTED), lately, by, "")).groups().keySet().stream()
                .filter(g -> !known.contains(g))
                .forEach(known::add);
        known.sort(null);
        return known;
    }

    private static Kpi kpi(KpiCode code, Figure figure, Answer of) {
        Double value = figure.value();
        Long count = figure.denominator() == null && value != null && value == Math.rint(value)
                ? Long.valueOf(Math.round(value))
                : figure.numerator();
        return new Kpi(code, value, figure.unit(), count, figure.denominator(), of.at());
    }
}
