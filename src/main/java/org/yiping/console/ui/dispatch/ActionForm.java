package org.yiping.console.ui.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.SopStep;

/// What an action still needs, filled in above the buttons: reason, criterion, department, handler, photos. It
/// covers nothing and stops nothing; Esc goes back. FX thread.
final class ActionForm {
    private static final int MOST_NUMBERED = 9;

    private final CaseViewModel model;
    private final Hall hall;
    private final VBox root = new VBox();
    private final Label problem = Nodes.label("", "field-error");
    private final Label draft = Nodes.keep("", "t-second");
    private final List<Chip> chips = new ArrayList<>();
    private @Nullable Transition shown;
    private @Nullable Node before;
    private String stock = "";

    ActionForm(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        root.getStyleClass().add("action-form");
        problem.setWrapText(true);
        Nodes.whenSaid(problem);
        Nodes.show(root, false);
    }

    Region root() {
        return root;
    }

    void refresh() {
        Transition next = model.filling().get();
        if (java.util.Objects.equals(next, shown)) {
            return;
        }
        if (shown == null && root.getScene() != null) {
            before = root.getScene().getFocusOwner();
        }
        boolean focused = focused();
        shown = next;
        Nodes.show(root, next != null);
        root.getChildren().clear();
        chips.clear();
        stock = "";
        draft.setText("");
        problem.setText("");
        if (next == null) {
            if (focused && before != null) {
                before.requestFocus(); // the hand goes on where it was
            }
            before = null;
            return;
        }
        root.getChildren()
                .add(Nodes.row(
                        "line",
                        Nodes.label(text("case.fill", model.words().action(next)), "section-title"),
                        Nodes.spring(),
                        draft));
        List<SopStep> open = model.openSteps(next);
        if (!open.isEmpty()) {
            root.getChildren().add(named(open, next));
        }
        List<Node> inputs = new ArrayList<>();
        for (String need : next.permission().needs()) {
            Node input = input(need);
            inputs.add(input);
            if (input instanceof ChipFlow flow) {
                flow.getChildren().forEach(n -> {
                    if (n instanceof Chip chip) {
                        chips.add(chip);
                    }
                });
            }
            root.getChildren().add(input);
        }
        if (next.effect().does().contains("call-back")) {
            root.getChildren().add(words("case.remark")); // welcome, and in nobody's way
        }
        String words = model.words().action(next);
        int cases = model.marked() == 0 ? 1 : model.reached(next);
        KeyButton confirm = new KeyButton(
                        hall.messages(),
                        "case/confirm",
                        cases == 1 ? words : text("case.confirm-many", words, cases),
                        "Ctrl ↵",
                        this::confirm)
                .primary()
                .tall();
        KeyButton cancel =
                new KeyButton(hall.messages(), "case/cancel", text("case.cancel"), "Esc", model::cancel).tall();
        root.getChildren().addAll(problem, Nodes.row("line-wide", confirm, cancel));
        inputs.stream().findFirst().ifPresent(ActionForm::focus);
    }

    /// Steps that were left out: named, and in nobody's way.
    private Label named(List<SopStep> open, Transition next) {
        Label line = Nodes.label(
                text(
                        "case.steps-open",
                        open.size(),
                        open.stream().map(model.words()::step).collect(Collectors.joining(text("words.and"))),
                        model.words().action(next)),
                "t-body");
        line.setId("case/steps-open");
        line.setGraphic(Icons.of(Icons.WARNING, Icons.Size.CONTROL));
        line.setWrapText(true);
        return line;
    }

    private boolean focused() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        while (owner != null && !owner.equals(root)) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    /// The choices of the form by their number, while nothing is written.
    List<Action> actions() {
        List<Action> all = new ArrayList<>();
        if (shown != null) {
            String group = model.words().action(shown);
            for (int i = 0; i < chips.size() && i < MOST_NUMBERED; i++) {
                Chip chip = chips.get(i);
                all.add(Action.of(chip.getId(), group, chip.getAccessibleText(), chip::fire)
                        .on(Key.of(KeyCode.valueOf("DIGIT" + (i + 1)))));
            }
        }
        return all;
    }

    private void confirm() {
        model.confirm()
                .ifPresent(need -> problem.setText(
                        switch (need) {
                            case "reason" -> text("case.need-reason");
                            case "closing" -> text("case.need-closing");
                            case "criterion" -> text("case.need-criterion");
                            case "department" -> text("case.need-department");
                            case "handler" -> text("case.need-handler");
                            case "photos" -> text("case.need-photos");
                            case "kind" -> text("case.need-kind");
                            case "hours" -> text("case.need-hours");
                            case "until" -> text("case.need-until");
                            case "reply" -> text("case.need-reply");
                            case "survivor" -> text("case.need-survivor");
                            case "place" -> text("case.need-place");
                            default -> text("case.need-unknown", need);
                        }));
    }

    private Node input(String need) {
        return switch (need) {
            case "criterion" -> new CatalogueInputs(model, hall).criteria();
            case "department" -> new CatalogueInputs(model, hall).departments();
            case "handler" -> new HandlerInput(model, hall).of(shown);
            case "photos" -> new PhotoInput(model, hall, problem::setText).node();
            case "closing" -> closing();
            case "kind" -> new TermInputs(model, hall).kinds(shown);
            case "hours" -> new TermInputs(model, hall).hours();
            case "until" -> new TermInputs(model, hall).until();
            case "reply" -> new TermInputs(model, hall).reply();
            case "survivor" -> new TargetInputs(model, hall).survivors();
            case "place" -> new TargetInputs(model, hall).places();
            default -> words("case.reason");
        };
    }

    private Node words(String key) {
        TextArea area = Nodes.drawnStraight(new TextArea());
        area.setId("case/reason");
        area.setPromptText(text(key));
        area.setAccessibleText(text(key));
        area.setPrefRowCount(2);
        area.setWrapText(true);
        String said = model.choice().get().reason();
        area.setText(said == null ? "" : said);
        Transition of = shown;
        if (of != null) {
            model.drafts().find(of).ifPresent(d -> {
                area.setText(d.text());
                draft.setText(text("case.draft-of", model.words().shortMinute(d.at(), model.now())));
            });
        }
        area.textProperty().subscribe(t -> {
            model.choose(model.choice().get().withReason(t));
            if (of != null && !t.equals(stock)) {
                model.drafts().keep(of, t);
            }
        });
        return area;
    }

    private Node closing() {
        Node area = words("case.closing-words");
        if (area instanceof TextArea typed && typed.getText().isEmpty()) {
            model.value()
                    .flatMap(model.words()::criterionOf)
                    .flatMap(model.words()::closing)
                    .ifPresent(words -> {
                        stock = words; // nobody wrote it
                        typed.setText(words);
                    });
        }
        return area;
    }

    private static void focus(Node node) {
        if (node instanceof TextArea || node instanceof Label) {
            node.requestFocus();
        } else if (node instanceof VBox box && !box.getChildren().isEmpty()) {
            box.getChildren().getFirst().requestFocus();
        } else if (node instanceof FlowPane flow && !flow.getChildren().isEmpty()) {
            flow.getChildren().getFirst().requestFocus();
        }
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
