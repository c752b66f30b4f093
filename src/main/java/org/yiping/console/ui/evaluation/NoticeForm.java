package org.yiping.console.ui.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.DayPicker;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.KpiCode;

/// Calls a department to account: what it is about, why, with which cases and until when it has to answer. FX thread.
final class NoticeForm {
    private static final int DAYS = 5;

    private final AccountModel model;
    private final EvaluationModel assessments;
    private final Hall hall;
    private final EvaluationWords words;
    private final Runnable close;
    private final Label to = Nodes.cut("", "t-name");
    private final ComboBox<Choice> kind;
    private final ComboBox<Choice> figure;
    private final DayPicker until;
    private final Written reason;
    private final Label named = Nodes.wrapped("", "t-second");
    private final Label problem = Nodes.whenSaid(Nodes.wrapped("", "field-error"));
    private final KeyButton issue;
    private final VBox root;

    /// `assessments` has the cases that were put aside.
    NoticeForm(AccountModel model, EvaluationModel assessments, Hall hall, EvaluationWords words, Runnable close) {
        this.model = model;
        this.assessments = assessments;
        this.hall = hall;
        this.words = words;
        this.close = close;
        kind = Choice.box("evaluation/kind", words.text("evaluation.kind"));
        figure = Choice.box("evaluation/figure", words.text("evaluation.figure"));
        until = new DayPicker("evaluation/until", words.text("evaluation.until"));
        Choice.put(
                kind,
                DepartmentNotice.KINDS.stream()
                        .map(k -> new Choice(k, words.kind(k)))
                        .toList());
        reason = new Written(
                model.drafts(),
                "evaluation/notice-reason",
                words.text("evaluation.notice-reason"),
                "evaluation-reason");
        issue = new KeyButton(
                        hall.messages(), "evaluation/issue", words.text("evaluation.issue"), "Ctrl ↵", this::issue)
                .primary();
        KeyButton cancel = new KeyButton(
                hall.messages(), "evaluation/issue-cancel", words.text("evaluation.cancel"), "Esc", close);
        FlowPane buttons = new FlowPane(issue, cancel);
        buttons.getStyleClass().add("action-flow");
        root = Nodes.column(
                "evaluation-sheet",
                to,
                Nodes.row("line", labelled("evaluation.kind", kind), labelled("evaluation.until", until)),
                labelled("evaluation.figure", figure),
                reason.area(),
                named,
                buttons,
                problem);
        Nodes.onEscape(root, close);
    }

    private VBox labelled(String key, Region field) {
        VBox section = Nodes.column("section", Nodes.label(words.text(key), "field-label"), field);
        section.setMinWidth(0);
        HBox.setHgrow(section, Priority.ALWAYS);
        return section;
    }

    Region root() {
        return root;
    }

    void begin() {
        problem.setText("");
        until.setValue(LocalDate.ofInstant(hall.now(), words.names().zone()).plusDays(DAYS));
        refresh();
        reason.area().requestFocus();
    }

    /// What a refused notice said is not lost.
    void giveBack(Aside.IssueNotice refused) {
        DepartmentNotice.Said said = refused.said();
        reason.giveBack(refused.department().value(), said.reason());
        said.cases().forEach(c -> assessments.baskets().put(refused.department().value(), c));
    }

    void refresh() {
        reason.about(model.row().map(r -> r.department().id().value()).orElse(""));
        to.setText(model.row().map(r -> r.department().name()).orElse(""));
        List<Choice> figures = new ArrayList<>();
        figures.add(new Choice("", words.text("evaluation.no-figure")));
        assessments
                .open()
                .map(Assessment::yardstick)
                .ifPresent(y ->
                        y.rules().forEach(r -> figures.add(new Choice(r.code().value(), words.figure(r)))));
        Choice.put(figure, figures);
        int put = cases().size();
        named.setText(put == 0 ? words.text("evaluation.no-cases-aside") : words.text("evaluation.cases-aside", put));
    }

    private List<CaseId> cases() {
        return model.row()
                .map(r -> assessments.baskets().of(r.department().id().value()))
                .orElse(List.of());
    }

    private void issue() {
        DepartmentId department = model.row().map(r -> r.department().id()).orElse(null);
        LocalDate day = until.getValue();
        if (department == null || reason.text().isEmpty()) {
            problem.setText(words.text("evaluation.need-reason"));
            reason.area().requestFocus();
            return;
        }
        Instant deadline = day == null
                ? hall.now()
                : day.plusDays(1).atStartOfDay(words.names().zone()).toInstant();
        if (!deadline.isAfter(hall.now())) {
            problem.setText(words.text("evaluation.need-deadline"));
            return;
        }
        problem.setText("");
        String of = Choice.code(figure);
        String why = reason.text();
        var said = new DepartmentNotice.Said(
                Choice.code(kind), why, of.isEmpty() ? null : new KpiCode(of), cases(), deadline);
        model.issue(department, said, kept -> {
            if (kept) {
                reason.sent(department.value(), why);
                assessments.baskets().empty(department.value());
                close.run();
            }
        });
    }
}
