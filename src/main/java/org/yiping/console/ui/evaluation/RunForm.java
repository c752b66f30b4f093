package org.yiping.console.ui.evaluation;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Me;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.DayPicker;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.Scheme;
import org.yiping.domain.kpi.Period;

/// What an assessment is run of: scheme, period, area, and whom, with a reason where there was an edition before. FX
/// thread.
final class RunForm {
    private static final List<String> PERIODS = List.of("day", "week", "month", "quarter", "year");
    private static final List<String> LEVELS = List.of("district", "street");

    private final EvaluationModel model;
    private final Desk desk;
    private final Hall hall;
    private final EvaluationWords words;
    private final Runnable close;
    private final ComboBox<Choice> scheme;
    private final ComboBox<Choice> period;
    private final ComboBox<Choice> area;
    private final DayPicker day;
    private final Label source = Nodes.wrapped("", "t-second");
    private final VBox objects = Nodes.column("evaluation-objects");
    private final Map<String, CheckBox> ticks = new LinkedHashMap<>();
    private final Written reason;
    private final Label problem = Nodes.whenSaid(Nodes.wrapped("", "field-error"));
    private final KeyButton run;
    private final VBox root;

    RunForm(EvaluationModel model, Desk desk, Hall hall, EvaluationWords words, Runnable close) {
        this.model = model;
        this.desk = desk;
        this.hall = hall;
        this.words = words;
        this.close = close;
        scheme = Choice.box("evaluation/scheme", words.text("evaluation.scheme"));
        period = Choice.box("evaluation/period", words.text("evaluation.period"));
        area = Choice.box("evaluation/area", words.text("evaluation.area"));
        day = new DayPicker("evaluation/day", words.text("evaluation.day"));
        Choice.put(
                period,
                PERIODS.stream().map(p -> new Choice(p, words.periodKind(p))).toList());
        Choice.choose(period, "month");
        reason = new Written(
                model.drafts(), "evaluation/run-reason", words.text("evaluation.run-reason"), "evaluation-note");
        scheme.valueProperty().subscribe(_ -> arrange());
        area.valueProperty().subscribe(_ -> arrange());
        day.valueProperty().subscribe(_ -> schemes());
        run = new KeyButton(hall.messages(), "evaluation/run", words.text("evaluation.run"), "Alt R", this::run)
                .primary();
        KeyButton cancel =
                new KeyButton(hall.messages(), "evaluation/cancel", words.text("evaluation.cancel"), "Esc", close);
        VBox form = Nodes.column(
                "form",
                labelled("evaluation.scheme", scheme),
                source,
                labelled("evaluation.period", period),
                labelled("evaluation.day", day),
                labelled("evaluation.area", area),
                labelled("evaluation.objects", objects),
                labelled("evaluation.run-reason", reason.area()));
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(form));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("figure-scroll");
        FlowPane buttons = new FlowPane(run, cancel);
        buttons.getStyleClass().add("action-flow");
        root = Nodes.column("evaluation-sheet", Nodes.grow(scroll), problem, buttons);
        Nodes.onEscape(root, close);
    }

    private VBox labelled(String key, Region field) {
        return Nodes.column("section", Nodes.label(words.text(key), "field-label"), field);
    }

    Region root() {
        return root;
    }

    /// The period before this one, or, of an edition that is to be put right, the same again.
    void begin(@Nullable Assessment of) {
        problem.setText("");
        LocalDate today = LocalDate.ofInstant(hall.now(), words.names().zone());
        areas();
        reason.about(of == null ? "" : of.id().value());
        if (of == null) {
            Choice.choose(period, "month");
            day.setValue(today.withDayOfMonth(1).minusDays(1));
            reason.area().clear();
        } else {
            day.setValue(LocalDate.ofInstant(of.span().from(), words.names().zone()));
        }
        schemes();
        if (of != null) {
            Choice.choose(period, of.period());
            Choice.choose(scheme, of.yardstick().scheme().code());
            Choice.choose(area, of.area() == null ? "" : of.area().value());
        }
        arrange();
        if (of == null) {
            scheme.requestFocus();
        } else {
            reason.area().requestFocus();
        }
    }

    /// The city has told of its schemes, or of others.
    void refresh() {
        schemes();
        run.pending(model.isRunning());
    }

    private @Nullable AssessmentRules rules() {
        LocalDate at = day.getValue();
        return model.rules(
                        at == null
                                ? LocalDate.ofInstant(hall.now(), words.names().zone())
                                : at)
                .orElse(null);
    }

    private void schemes() {
        AssessmentRules rules = rules();
        Choice.put(
                scheme,
                rules == null
                        ? List.of()
                        : rules.schemes().stream()
                                .map(s -> new Choice(s.code(), words.scheme(s)))
                                .toList());
        source.setText(rules == null ? waits() : source());
    }

    private String waits() {
        return model.noRules().isEmpty() ? words.text("evaluation.asking") : model.noRules();
    }

    private String source() {
        AssessmentRules rules = rules();
        Scheme chosen = scheme();
        if (rules == null || chosen == null) {
            return "";
        }
        String version = words.text(rules.sample() ? "evaluation.rules-sample" : "evaluation.rules", rules.version());
        return version + " · " + chosen.source();
    }

    private @Nullable Scheme scheme() {
        AssessmentRules rules = rules();
        return rules == null ? null : rules.find(Choice.code(scheme)).orElse(null);
    }

    /// Whoever works for some areas runs within one of them.
    private void areas() {
        List<AreaCode> own = desk.me().map(Me::areas).orElse(List.of());
        List<Choice> choices = new ArrayList<>();
        if (own.isEmpty()) {
            choices.add(new Choice("", words.text("evaluation.whole-city")));
        }
        desk.stores()
                .areas()
                .rows()
                .values()
                .filter(a -> LEVELS.contains(a.level()))
                .filter(a -> own.isEmpty()
                        || own.stream().anyMatch(o -> a.code().value().startsWith(o.value())))
                .sorted(Comparator.comparing(a -> a.code().value()))
                .forEach(a -> choices.add(new Choice(a.code().value(), a.name())));
        Choice.put(area, choices);
    }

    /// Whom the scheme could be about, in the area.
    private void arrange() {
        source.setText(source());
        Map<String, String> who = new LinkedHashMap<>();
        Scheme of = scheme();
        String within = Choice.code(area);
        if (of != null) {
            switch (of.kind()) {
                case DEPARTMENT ->
                    desk.stores()
                            .departments()
                            .rows()
                            .values()
                            .sorted(Comparator.comparing(d -> d.name()))
                            .forEach(d -> who.put(d.id().value(), d.name()));
                case AREA ->
                    desk.stores()
                            .areas()
                            .rows()
                            .values()
                            .filter(a -> a.level().equals(of.level())
                                    && a.code().value().startsWith(within))
                            .sorted(Comparator.comparing((Area a) -> a.code().value()))
                            .forEach(a -> who.put(a.code().value(), a.name()));
                case POST ->
                    desk.stores()
                            .people()
                            .rows()
                            .values()
                            .filter(p -> of.post() != null && p.posts().contains(of.post()))
                            .sorted(Comparator.comparing(p -> p.name()))
                            .forEach(p -> who.put(p.id().value(), p.name()));
            }
        }
        if (ticks.keySet().equals(who.keySet())) {
            return;
        }
        ticks.clear();
        objects.getChildren().setAll(Nodes.label(words.text("evaluation.objects-all", who.size()), "t-second"));
        who.forEach((id, name) -> {
            CheckBox tick = new CheckBox(name);
            tick.setWrapText(true);
            ticks.put(id, tick);
            objects.getChildren().add(tick);
        });
    }

    private void run() {
        LocalDate at = day.getValue();
        Scheme of = scheme();
        if (of == null || at == null) {
            problem.setText(words.text("evaluation.need-scheme"));
            return;
        }
        ZonedDateTime in = at.atStartOfDay(words.names().zone());
        boolean runs = Period.of(Choice.code(period), in)
                .map(p -> p.span().until().isAfter(hall.now()))
                .orElse(true);
        if (runs) {
            problem.setText(words.text("evaluation.period-runs"));
            return;
        }
        String within = Choice.code(area);
        List<String> only = ticks.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
        String about = reason.about();
        String why = reason.text();
        problem.setText("");
        model.run(
                new AssessmentWish(
                        of.code(), Choice.code(period), at, within.isEmpty() ? null : new AreaCode(within), only, why),
                refused -> {
                    problem.setText(refused);
                    if (refused.isEmpty()) {
                        reason.sent(about, why);
                        close.run();
                    }
                });
    }
}
