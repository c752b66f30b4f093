package org.yiping.console.ui.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.inspection.InspectionReply;
import org.yiping.domain.inspection.InspectionSet;

/// Enters questionnaires (问卷录入): a digit answers the question the hand is at and goes to the next, so that a
/// paper takes as many keys as it has answers. FX thread.
final class ReplyView {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final InspectionModel model;
    private final InspectionWords words;
    private final VBox questions = Nodes.column("inspection-lines");
    private final Label says = Nodes.label("", "t-second");
    private final Label problem = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final KeyButton enter;
    private final VBox root;
    private final Map<String, String> given = new LinkedHashMap<>();
    private int row;

    ReplyView(InspectionModel model, Hall hall, InspectionWords words) {
        this.model = model;
        this.words = words;
        questions.setId("inspection/questions");
        questions.setFocusTraversable(true);
        questions.setAccessibleText(words.text("inspection.questions"));
        questions.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        enter = new KeyButton(
                        hall.messages(), "inspection/enter", words.text("inspection.enter"), "Ctrl ↵", this::enter)
                .low()
                .primary();
        says.setWrapText(true);
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(questions));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("figure-scroll");
        root = Nodes.column("inspection-sheet", Nodes.grow(scroll), says, problem, Nodes.row("line", enter));
    }

    Region root() {
        return root;
    }

    void focus() {
        questions.requestFocus();
    }

    private List<InspectionSet.Question> all() {
        return model.open().map(o -> o.plan().set().questions()).orElse(List.of());
    }

    private void key(KeyEvent e) {
        List<InspectionSet.Question> all = all();
        if (e.isShortcutDown() || e.isAltDown() || all.isEmpty()) {
            return;
        }
        int digit = "123456789".indexOf(e.getText().isEmpty() ? "?" : e.getText());
        InspectionSet.Question here = all.get(Math.clamp(row, 0, all.size() - 1));
        if (digit >= 0 && digit < here.choices().size()) {
            give(here, here.choices().get(digit));
        } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            row = Math.clamp(row + (e.getCode() == KeyCode.DOWN ? 1 : -1), 0, all.size() - 1);
        } else {
            return;
        }
        e.consume();
        refresh();
    }

    private void give(InspectionSet.Question question, InspectionSet.Choice choice) {
        given.put(question.code(), choice.code());
        row = Math.clamp(all().indexOf(question) + 1, 0, all().size() - 1);
        problem.setText("");
    }

    private void enter() {
        List<InspectionReply.Given> answers = new ArrayList<>();
        given.forEach((q, c) -> answers.add(new InspectionReply.Given(q, c)));
        model.reply(answers, why -> {
            problem.setText(why);
            if (why.isEmpty()) { // on the disk: the next paper
                given.clear();
                row = 0;
            }
            refresh();
            focus();
        });
    }

    void refresh() {
        List<Region> rows = new ArrayList<>();
        List<InspectionSet.Question> all = all();
        for (int i = 0; i < all.size(); i++) {
            InspectionSet.Question question = all.get(i);
            FlowPane choices = new FlowPane();
            choices.getStyleClass().add("inspection-choices");
            for (int c = 0; c < question.choices().size(); c++) {
                InspectionSet.Choice choice = question.choices().get(c);
                Chip chip = new Chip(
                        "inspection/" + question.code() + "-" + choice.code(),
                        (c + 1) + " " + words.name(choice.name(), choice.nameEnglish()));
                chip.setSelected(choice.code().equals(given.get(question.code())));
                chip.setFocusTraversable(false);
                chip.setOnAction(_ -> {
                    give(question, choice);
                    refresh();
                    focus();
                });
                choices.getChildren().add(chip);
            }
            Label asked = Nodes.label((i + 1) + ". " + words.name(question.name(), question.nameEnglish()), "t-body");
            asked.setWrapText(true);
            VBox one = Nodes.column("inspection-question", asked, choices);
            one.pseudoClassStateChanged(HERE, i == row);
            rows.add(one);
        }
        questions.getChildren().setAll(rows);
        long waiting = model.repliesWaiting();
        int counted = model.open().map(o -> o.score().replies()).orElse(0);
        says.setText(
                waiting > 0
                        ? words.text("inspection.replies-waiting", counted, waiting)
                        : words.text("inspection.replies", counted));
        if (given.isEmpty()) {
            enter.forbid(words.text("inspection.need-answer"));
        } else if (!model.mayInspect()) {
            enter.forbid(words.text("inspection.other-post"));
        } else {
            enter.allow();
        }
    }
}
