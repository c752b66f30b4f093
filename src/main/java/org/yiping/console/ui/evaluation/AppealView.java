package org.yiping.console.ui.evaluation;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.FaceCell;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.assessment.Appeal;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.Plea;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;

/// What those assessed object to, with its cases and reasons, and what was decided (申诉与裁定). FX thread.
final class AppealView {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final EvaluationModel model;
    private final EvaluationWords words;
    private final Label about = Nodes.wrapped("", "t-second");
    private final ListView<Appeal> list = Nodes.drawnStraight(new ListView<>());
    private final Label chosenWords = Nodes.whenSaid(Nodes.wrapped("", "t-body"));
    private final Written reason;
    private final Label says = Nodes.whenSaid(Nodes.wrapped("", "t-second"));
    private final Label problem = Nodes.whenSaid(Nodes.wrapped("", "field-error"));
    private final KeyButton appeal;
    private final KeyButton uphold;
    private final KeyButton reject;
    private final VBox root;
    private boolean filling;

    AppealView(EvaluationModel model, NamedCases cases, Hall hall, EvaluationWords words) {
        this.model = model;
        this.words = words;
        list.setId("evaluation/appeals");
        list.setAccessibleText(words.text("evaluation.appeals"));
        FaceCell.fill(list, Row::new);
        list.setPlaceholder(EmptyState.empty(words.text("evaluation.no-appeals")));
        list.getSelectionModel().selectedItemProperty().subscribe(next -> {
            if (!filling && next != null) {
                model.look(next.object());
                cases.show(words.text("evaluation.cases-appeal", next.number()), next.cases());
            }
        });
        reason = new Written(
                model.drafts(), "evaluation/appeal-reason", words.text("evaluation.appeal-reason"), "evaluation-note");
        appeal = new KeyButton(
                hall.messages(), "evaluation/appeal", words.text("evaluation.move.appeal"), "Ctrl ↵", this::appeal);
        uphold = new KeyButton(
                hall.messages(), "evaluation/uphold", words.text("evaluation.uphold"), "Alt Y", () -> decide(true));
        reject = new KeyButton(
                hall.messages(), "evaluation/reject", words.text("evaluation.reject"), "Alt N", () -> decide(false));
        FlowPane buttons = new FlowPane(uphold, reject, appeal);
        buttons.getStyleClass().add("action-flow");
        root = Nodes.column(
                "evaluation-sheet", about, Nodes.grow(list), chosenWords, reason.area(), buttons, says, problem);
    }

    Region root() {
        return root;
    }

    /// Words of a refused appeal or decision are not lost.
    void giveBack(Aside.MoveAssessment refused) {
        reason.giveBack(refused.assessment().value(), refused.plea().reason());
    }

    private boolean hasReason() {
        problem.setText(reason.text().isEmpty() ? words.text("evaluation.need-reason") : "");
        if (reason.text().isEmpty()) {
            reason.area().requestFocus();
        }
        return !reason.text().isEmpty();
    }

    private void appeal() {
        Score score = model.score().orElse(null);
        List<CaseId> named = model.basket();
        if (score == null) {
            return;
        }
        if (named.isEmpty()) {
            problem.setText(words.text("evaluation.need-cases", Appeal.MOST_CASES));
        } else if (hasReason()) {
            String of = reason.about();
            String said = reason.text();
            model.move(Move.APPEAL, Plea.appeal(score.object(), named, said), kept -> {
                if (kept) {
                    reason.sent(of, said);
                    model.baskets().empty(score.object());
                }
            });
        }
    }

    private void decide(boolean upheld) {
        Appeal chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && hasReason()) {
            String of = reason.about();
            String said = reason.text();
            model.move(Move.DECIDE, Plea.decision(chosen.number(), upheld, said), kept -> {
                if (kept) {
                    reason.sent(of, said);
                }
            });
        }
    }

    void refresh() {
        Assessment a = model.open().orElse(null);
        List<Appeal> all = a == null ? List.of() : a.appeals().reversed();
        filling = true;
        if (!list.getItems().equals(all)) {
            Appeal before = list.getSelectionModel().getSelectedItem();
            list.getItems().setAll(all);
            if (before != null) {
                all.stream()
                        .filter(x -> x.number() == before.number())
                        .findFirst()
                        .ifPresent(list.getSelectionModel()::select);
            }
        }
        filling = false;
        reason.about(a == null ? "" : a.id().value());
        String name = model.score().map(Score::name).orElse("");
        about.setText(
                a == null
                        ? ""
                        : a.appealsUntil() == null
                                ? words.text("evaluation.appeals-later")
                                : words.text("evaluation.appeals-until", words.stamp(a.appealsUntil())));
        String why = model.refusal(Move.APPEAL);
        int put = model.basket().size();
        appeal.words(words.text("evaluation.appeal-of", name, put));
        appeal.forbid(why);
        says.setText(says(why));
        dress();
    }

    /// What is on its way, or why nothing can be.
    private String says(String why) {
        return model.delivery()
                .map(Delivery::command)
                .filter(c -> c instanceof Aside.MoveAssessment m && isHere(m))
                .map(c -> words.text("evaluation.under-way", words.move(((Aside.MoveAssessment) c).move())))
                .orElse(why);
    }

    /// Whether it is taken on this sheet.
    static boolean isHere(Aside.MoveAssessment step) {
        return step.move() == Move.APPEAL || step.move() == Move.DECIDE;
    }

    /// What may be done with the appeal the hand is at.
    void dress() {
        Appeal chosen = list.getSelectionModel().getSelectedItem();
        String why = chosen == null
                ? words.text("evaluation.choose-appeal")
                : chosen.decision() != null ? words.text("evaluation.is-decided") : model.refusal(Move.DECIDE);
        uphold.forbid(why);
        reject.forbid(why);
        chosenWords.setText(chosen == null ? "" : whole(chosen));
        uphold.getStyleClass().remove("primary");
        if (uphold.allowed()) {
            uphold.getStyleClass().add("primary");
        }
    }

    /// All that was said: the row may have had no room for it.
    private String whole(Appeal appeal) {
        Appeal.Decision d = appeal.decision();
        return d == null
                ? appeal.reason()
                : appeal.reason() + "\n"
                        + words.text("evaluation.decided", words.who(d.by()), words.stamp(d.at()), d.reason());
    }

    private final class Row implements FaceCell.Face<Appeal> {
        private final Label name = Nodes.cut("", "t-body", "t-strong");
        private final Label state = Nodes.keep("", "tag");
        private final Label why = Nodes.cut("", "t-body");
        private final Label by = Nodes.cut("", "t-second");
        private final VBox face =
                Nodes.column("evaluation-edition", Nodes.row("line", name, Nodes.spring(), state), why, by);

        @Override
        public Region root() {
            return face;
        }

        @Override
        public String show(Appeal item) {
            String of = model.open()
                    .flatMap(a -> a.score(item.object()))
                    .map(Score::name)
                    .orElse(item.object());
            Appeal.Decision d = item.decision();
            name.setText(words.text(
                    "evaluation.appeal-line", item.number(), of, item.cases().size()));
            state.setText(words.text(
                    d == null ? "evaluation.to-decide" : d.upheld() ? "evaluation.upheld" : "evaluation.rejected"));
            state.pseudoClassStateChanged(OPEN, d == null);
            why.setText(item.reason());
            by.setText(words.who(item.by()) + " · " + words.stamp(item.at()));
            return name.getText() + " " + state.getText() + " " + item.reason();
        }
    }
}
