package org.yiping.console.ui.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PendingNote;
import org.yiping.console.ui.control.TimelineRow;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.assessment.DepartmentNotice.State;
import org.yiping.domain.command.Aside;

/// One notice with every word that was said to it, and what may be said now (通知与答复). FX thread.
final class NoticeView {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final AccountModel model;
    private final NamedCases cases;
    private final Hall hall;
    private final EvaluationWords words;
    private final Label title = Nodes.cut("", "t-name");
    private final Label state = Nodes.keep("", "tag");
    private final Label until = Nodes.wrapped("", "t-second");
    private final Label reason = Nodes.wrapped("", "t-body");
    private final Label by = Nodes.wrapped("", "t-second");
    private final KeyButton list;
    private final VBox said = Nodes.column("evaluation-deeds");
    private final Written text;
    private final Label says = Nodes.whenSaid(Nodes.wrapped("", "t-second"));
    private final Label problem = Nodes.whenSaid(Nodes.wrapped("", "field-error"));
    private final KeyButton answer;
    private final KeyButton accept;
    private final KeyButton sendBack;
    private final KeyButton withdraw;
    private final PendingNote pending;
    private final EmptyState none;
    private final VBox filled;
    private final VBox root;
    private List<DepartmentNotice> painted = List.of();

    NoticeView(AccountModel model, NamedCases cases, Hall hall, EvaluationWords words) {
        this.model = model;
        this.cases = cases;
        this.hall = hall;
        this.words = words;
        list = button("notice-cases", "evaluation.notice-cases", "Alt L", this::list)
                .low();
        text = new Written(
                model.drafts(), "evaluation/answer-text", words.text("evaluation.answer-text"), "evaluation-note");
        answer = button("answer", "evaluation.answer", "Ctrl ↵", () -> say(State.ANSWERED));
        accept = button("accept", "evaluation.accept", "Alt Y", () -> say(State.ACCEPTED));
        sendBack = button("send-back", "evaluation.send-back", "Alt N", () -> say(State.SENT_BACK));
        withdraw = button("withdraw-notice", "evaluation.withdraw-notice", "Alt W", () -> say(State.WITHDRAWN));
        pending = new PendingNote(hall.messages());
        FlowPane buttons = new FlowPane(answer, accept, sendBack, withdraw, pending);
        buttons.getStyleClass().add("action-flow");
        VBox body = Nodes.column(
                "evaluation-lines",
                Nodes.row("line", title, Nodes.spring(), state),
                until,
                reason,
                by,
                Nodes.row("line", list),
                Nodes.label(words.text("evaluation.words"), "section-title"),
                said);
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(body));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("figure-scroll");
        scroll.setId("evaluation/notice");
        scroll.setAccessibleText(words.text("evaluation.notice"));
        filled = Nodes.column("evaluation-lines", Nodes.grow(scroll), text.area(), buttons, says, problem);
        none = EmptyState.empty(words.text("evaluation.choose-notice"));
        root = Nodes.column("evaluation-sheet", Nodes.grow(filled), none);
    }

    private KeyButton button(String id, String key, String cap, Runnable act) {
        return new KeyButton(hall.messages(), "evaluation/" + id, words.text(key), cap, act);
    }

    Region root() {
        return root;
    }

    /// Words of a refused answer are not lost.
    void giveBack(Aside.AnswerNotice refused) {
        text.giveBack(refused.notice().value(), refused.text());
    }

    private void say(State to) {
        DepartmentNotice of = model.notice().orElse(null);
        if (of == null) {
            return;
        }
        if (text.text().isEmpty() && to != State.ACCEPTED) {
            problem.setText(words.text("evaluation.need-words"));
            text.area().requestFocus();
            return;
        }
        problem.setText("");
        String reply = text.text();
        model.answer(of, to, reply, kept -> {
            if (kept) {
                text.sent(of.id().value(), reply);
            }
        });
    }

    private void list() {
        model.notice()
                .ifPresent(n -> cases.show(
                        words.text(
                                "evaluation.cases-notice", words.kind(n.said().kind())),
                        n.said().cases()));
    }

    void refresh() {
        DepartmentNotice n = model.notice().orElse(null);
        Nodes.show(filled, n != null);
        Nodes.show(none, n == null);
        if (n == null) {
            painted = List.of();
            return;
        }
        text.about(n.id().value());
        boolean overdue = n.isOverdue(hall.now());
        String department = words.names().department(n.department());
        title.setText(words.text("evaluation.notice-title", words.kind(n.said().kind()), department));
        state.setText(overdue ? words.text("evaluation.is-overdue") : words.state(n.state()));
        state.pseudoClassStateChanged(LATE, overdue);
        until.setText(words.deadline(n, hall.now()));
        if (!painted.equals(List.of(n))) {
            painted = List.of(n);
            reason.setText(n.said().reason());
            by.setText(words.text("evaluation.issued", words.who(n.by()), words.stamp(n.at())));
            words(n);
        }
        list.words(words.text("evaluation.notice-cases", n.said().cases().size()));
        list.forbid(n.said().cases().isEmpty() ? words.text("evaluation.no-cases-named") : "");
        answer.forbid(model.refusal(n, State.ANSWERED));
        accept.forbid(model.refusal(n, State.ACCEPTED));
        sendBack.forbid(model.refusal(n, State.SENT_BACK));
        withdraw.forbid(model.refusal(n, State.WITHDRAWN));
        says.setText(n.takes(State.ANSWERED) ? answer.reason() : accept.reason());
        tick();
    }

    private void words(DepartmentNotice n) {
        List<Node> rows = new ArrayList<>();
        for (DepartmentNotice.Word w : n.words().reversed()) {
            String what = w.late() ? words.text("evaluation.word-late", words.state(w.to())) : words.state(w.to());
            rows.add(new TimelineRow(
                    words.stamp(w.at()), what, words.who(w.by()) + (w.text().isBlank() ? "" : " · " + w.text())));
        }
        if (rows.isEmpty()) {
            rows.add(Nodes.label(words.text("evaluation.no-words"), "t-second"));
        }
        said.getChildren().setAll(rows);
    }

    void tick() {
        Delivery on = model.notice().flatMap(n -> model.delivery(n.id())).orElse(null);
        Nodes.show(pending, on != null);
        if (on != null) {
            pending.show(words.text("evaluation.sending"), Duration.between(on.queuedAt(), hall.now()));
        }
    }
}
