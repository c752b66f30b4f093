package org.yiping.console.ui.evaluation;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.assessment.Appeal;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.Plea;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.casework.CaseId;

/// What those assessed object to, with its cases and reasons, and what was decided (申诉与裁定). FX thread.
final class AppealView {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final EvaluationModel model;
    private final NamedCases cases;
    private final EvaluationWords words;
    private final Label about = Nodes.wrapped("", "t-second");
    private final ListView<Appeal> list = Nodes.drawnStraight(new ListView<>());
    private final Label chosenWords = Nodes.whenSaid(Nodes.wrapped("", "t-body"));
    private final TextArea reason = Nodes.drawnStraight(new TextArea());
    private final Label says = Nodes.whenSaid(Nodes.wrapped("", "t-second"));
    private final Label problem = Nodes.whenSaid(Nodes.wrapped("", "field-error"));
    private final KeyButton appeal;
    private final KeyButton uphold;
    private final KeyButton reject;
    private final VBox root;
    private boolean filling;

    AppealView(EvaluationModel model, NamedCases cases, Hall hall, EvaluationWords words) {
        this.model = model;
        this.cases = cases;
        this.words = words;
        list.setId("evaluation/appeals");
        list.setAccessibleText(words.text("evaluation.appeals"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(EmptyState.empty(words.text("evaluation.no-appeals")));
        list.getSelectionModel().selectedItemProperty().subscribe(next -> {
            if (!filling && next != null) {
                model.look(next.object());
                cases.show(words.text("evaluation.cases-appeal", next.number()), next.cases());
            }
        });
        reason.setId("evaluation/appeal-reason");
        reason.setPromptText(words.text("evaluation.appeal-reason"));
        reason.setAccessibleText(words.text("evaluation.appeal-reason"));
        reason.setWrapText(true);
        reason.setPrefColumnCount(12);
        reason.getStyleClass().add("evaluation-note");
        appeal = new KeyButton(
                hall.messages(), "evaluation/appeal", words.text("evaluation.move.appeal"), "Ctrl ↵", this::appeal);
        uphold = new KeyButton(
                hall.messages(), "evaluation/uphold", words.text("evaluation.uphold"), "Alt Y", () -> decide(true));
        reject = new KeyButton(
                hall.messages(), "evaluation/reject", words.text("evaluation.reject"), "Alt N", () -> decide(false));
        FlowPane buttons = new FlowPane(uphold, reject, appeal);
        buttons.getStyleClass().add("action-flow");
        root = Nodes.column("evaluation-sheet", about, Nodes.grow(list), chosenWords, reason, buttons, says, problem);
    }

    Region root() {
        return root;
    }

    void giveBack(String text) {
        if (!text.isEmpty() && written().isEmpty()) {
            reason.setText(text);
        }
    }

    private String written() {
        return reason.getText() == null ? "" : reason.getText().strip();
    }

    private boolean hasReason() {
        problem.setText(written().isEmpty() ? words.text("evaluation.need-reason") : "");
        if (written().isEmpty()) {
            reason.requestFocus();
        }
        return !written().isEmpty();
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
            model.move(Move.APPEAL, Plea.appeal(score.object(), named, written()), kept -> {
                if (kept) {
                    reason.clear();
                    model.baskets().empty(score.object());
                }
            });
        }
    }

    private void decide(boolean upheld) {
        Appeal chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && hasReason()) {
            model.move(Move.DECIDE, Plea.decision(chosen.number(), upheld, written()), kept -> {
                if (kept) {
                    reason.clear();
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
        refuse(appeal, why);
        says.setText(why);
        dress();
    }

    /// What may be done with the appeal the hand is at.
    void dress() {
        Appeal chosen = list.getSelectionModel().getSelectedItem();
        String why = chosen == null
                ? words.text("evaluation.choose-appeal")
                : chosen.decision() != null ? words.text("evaluation.is-decided") : model.refusal(Move.DECIDE);
        refuse(uphold, why);
        refuse(reject, why);
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

    private static void refuse(KeyButton button, String why) {
        if (why.isEmpty()) {
            button.allow();
        } else {
            button.forbid(why);
        }
    }

    private final class Cell extends ListCell<Appeal> {
        private final Label name = Nodes.cut("", "t-body", "t-strong");
        private final Label state = Nodes.keep("", "tag");
        private final Label why = Nodes.cut("", "t-body");
        private final Label by = Nodes.cut("", "t-second");
        private final VBox face =
                Nodes.column("evaluation-edition", Nodes.row("line", name, Nodes.spring(), state), why, by);

        Cell() {
            setPrefWidth(0);
            face.setMinWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Appeal item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
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
            setAccessibleText(name.getText() + " " + state.getText() + " " + item.reason());
            setGraphic(face);
        }
    }
}
