package org.yiping.server.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.Span;
import org.yiping.paper.AreaMap;
import org.yiping.server.kpi.FigureDesk.Answer;
import org.yiping.server.kpi.FigureDesk.Question;
import org.yiping.server.kpi.FigureDesk.Told;
import org.yiping.server.report.ReportDocument.Column;
import org.yiping.server.report.ReportDocument.Value;

/// Figures told apart, as a table, a chart or a map. In time every hour and day has its place; where
/// nothing was counted a number of cases is none, and a rate unknown. One thread.
final class GroupedFigures {
    private static final String CASES = "cases";

    private final Answer answer;
    private final Question question;
    private final int most;
    private final ReportNames names;
    private final ReportText text;
    private final ZoneId zone;

    GroupedFigures(Answer answer, Question question, int most, ReportNames names, ReportText text, ZoneId zone) {
        this.answer = answer;
        this.question = question;
        this.most = most;
        this.names = names;
        this.text = text;
        this.zone = zone;
    }

    ReportDocument.Grid table(String title) {
        List<FigureRule> rules = rules();
        FigureWords words = new FigureWords(text);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(text.get("by." + question.by().name().toLowerCase(Locale.ROOT)), false, false));
        Set<KpiCode> own = Set.copyOf(question.codes());
        rules.forEach(r -> columns.add(new Column(words.name(r), true, !own.contains(r.code()))));
        List<List<Value>> rows = new ArrayList<>();
        for (String group : ordered()) {
            List<Value> row = new ArrayList<>();
            row.add(Value.of(names.group(question.by(), group)));
            for (FigureRule rule : rules) {
                Double value = value(group, rule);
                row.add(new Value(text.figure(value, rule.unit()), value));
            }
            rows.add(row);
        }
        int all = answer.groups().size();
        String note = rows.isEmpty()
                ? text.get("nothing")
                : !inTime() && rows.size() < all ? text.get("some-groups", rows.size(), all) : "";
        return new ReportDocument.Grid(title, columns, rows, note);
    }

    ReportDocument.Chart chart(String title) {
        List<FigureRule> rules = rules();
        if (rules.isEmpty()) {
            return new ReportDocument.Chart(title, false, CASES, List.of(), text.get("nothing"));
        }
        FigureRule rule = rules.getFirst();
        List<ReportDocument.Bar> bars = ordered().stream()
                .map(g -> new ReportDocument.Bar(names.group(question.by(), g), value(g, rule)))
                .toList();
        int all = answer.groups().size();
        String note = !inTime() && bars.size() < all ? text.get("some-groups", bars.size(), all) : "";
        return new ReportDocument.Chart(title, inTime(), rule.unit(), bars, note);
    }

    /// Of the areas within what was asked for: of others nothing was counted here, which is not none.
    ReportDocument.Areas map(String title, List<AreaOutlines.Outline> outlines, String attribution) {
        List<FigureRule> rules = rules();
        List<AreaMap.Area> areas = outlines.stream()
                .filter(o -> question.frame().covers(o.code()))
                .map(o -> new AreaMap.Area(
                        o.name(), o.rings(), rules.isEmpty() ? null : value(o.code(), rules.getFirst())))
                .toList();
        return new ReportDocument.Areas(
                title, rules.isEmpty() ? CASES : rules.getFirst().unit(), areas, attribution);
    }

    /// In the order they were asked for, what stands beside them after them.
    private List<FigureRule> rules() {
        Map<KpiCode, FigureRule> found = new LinkedHashMap<>();
        answer.groups()
                .values()
                .forEach(told -> told.forEach(t -> found.putIfAbsent(t.rule().code(), t.rule())));
        List<FigureRule> rules = new ArrayList<>();
        question.codes().forEach(c -> {
            FigureRule rule = found.remove(c);
            if (rule != null) {
                rules.add(rule);
            }
        });
        rules.addAll(found.values());
        return rules;
    }

    private boolean inTime() {
        return question.by() == Grouping.HOUR || question.by() == Grouping.DAY;
    }

    private @Nullable Double value(String group, FigureRule rule) {
        List<Told> told = answer.groups().get(group);
        if (told == null) {
            boolean none = rule.unit().equals(CASES)
                    && hasBegun(group)
                    && !answer.groups().isEmpty()
                    && answer.groups().values().stream().allMatch(t -> value(t, rule) != null);
            return none ? Double.valueOf(0) : null;
        }
        return value(told, rule);
    }

    private static @Nullable Double value(List<Told> told, FigureRule rule) {
        return told.stream()
                .filter(t -> t.rule().code().equals(rule.code()))
                .findFirst()
                .map(t -> t.figure().value())
                .orElse(null);
    }

    /// Whether an hour of the day has come in the period that runs; anything else is always there.
    private boolean hasBegun(String group) {
        Span passed = answer.span().passed(answer.at());
        if (question.by() != Grouping.HOUR
                || !passed.until().isBefore(passed.from().plus(Duration.ofDays(1)))) {
            return true;
        }
        int hour = Integer.parseInt(group);
        for (Instant at = passed.from(); at.isBefore(passed.until()); at = at.plus(Duration.ofMinutes(15))) {
            if (at.atZone(zone).getHour() == hour) {
                return true;
            }
        }
        return false;
    }

    /// Hours and days as they come; else by the first figure, the most first.
    private List<String> ordered() {
        List<String> groups = new ArrayList<>();
        if (answer.groups().isEmpty()) {
            return groups;
        }
        if (question.by() == Grouping.HOUR) {
            for (int hour = 0; hour < 24; hour++) {
                groups.add(String.format(Locale.ROOT, "%02d", hour));
            }
        } else if (question.by() == Grouping.DAY) {
            Span passed = answer.span().passed(answer.at());
            LocalDate last = LocalDate.ofInstant(passed.until().minusMillis(1), zone);
            for (LocalDate day = LocalDate.ofInstant(passed.from(), zone); !day.isAfter(last); day = day.plusDays(1)) {
                groups.add(day.toString());
            }
        } else {
            List<FigureRule> rules = rules();
            Map<String, Double> first = new HashMap<>();
            for (String group : answer.groups().keySet()) {
                Double value = rules.isEmpty() ? null : value(group, rules.getFirst());
                first.put(group, value == null ? -1 : value);
            }
            return answer.groups().keySet().stream()
                    .sorted(Comparator.<String, Double>comparing(first::get)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(most)
                    .collect(Collectors.toList());
        }
        return groups;
    }
}
