package org.yiping.console.ui.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.console.ui.dispatch.DeskActions.Refusal;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.identity.DepartmentId;

/// The actions of the open case (动作): one primary with its key, the allowed rest, the refused dashed with their
/// reason; below, what happens next and when it is due. FX thread.
final class ActionBar {
    private final CaseViewModel model;
    private final Hall hall;
    private final FlowPane buttons = new FlowPane();
    private final Label consequence = Nodes.cut("", "t-second");
    private final Label reason = Nodes.keep("", "t-second");
    private final ActionForm form;
    private final RefusalWords refusals;
    private final ConsequenceWords consequences;
    private @Nullable Transition looked;
    private final VBox root;
    private List<DeskAction> shown = List.of();
    private @Nullable String target;
    private boolean wasPending;
    private int together;
    private final Label marked = Nodes.cut("", "t-body", "t-strong");
    private final HBox markedLine;
    private final List<KeyButton> made = new ArrayList<>();

    ActionBar(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        form = new ActionForm(model, hall);
        refusals = new RefusalWords(hall.messages(), model.words());
        consequences = new ConsequenceWords(hall.messages(), model.words());
        consequence.setGraphic(Icons.of(Icons.OPEN, Icons.Size.TAG));
        buttons.getStyleClass().add("action-flow");
        marked.setGraphic(Icons.of(Icons.WARNING, Icons.Size.CONTROL));
        KeyButton unmark = new KeyButton(
                        hall.messages(), "case/unmark", hall.messages().get("case.unmark"), "", model::unmark)
                .low();
        markedLine = Nodes.row("together-line", Nodes.grow(marked), unmark);
        Nodes.show(markedLine, false);
        root = Nodes.column(
                "action-bar", markedLine, form.root(), buttons, Nodes.row("line", consequence, Nodes.spring(), reason));
        root.setMinHeight(Region.USE_PREF_SIZE);
    }

    Region root() {
        return root;
    }

    void refresh() {
        List<DeskAction> actions = model.actions();
        String department = departmentName();
        boolean pending = model.pending();
        together(model.marked());
        if (!actions.equals(shown) || !java.util.Objects.equals(department, target) || pending != wasPending) {
            shown = actions;
            target = department;
            wasPending = pending;
            rebuild();
        }
        form.refresh();
        // The form has its own two buttons: a second primary with the same key would be a riddle.
        Nodes.show(buttons, model.filling().get() == null);
        words();
    }

    /// Several cases are marked: said loudly, because the next press moves them all.
    private void together(int count) {
        if (count != together) {
            together = count;
            shown = List.of();
            Nodes.show(markedLine, count > 0);
        }
        Transition filled = model.filling().get();
        marked.setText(
                filled == null
                        ? hall.messages().get("case.marked", count)
                        : hall.messages().get("case.marked-reached", count, model.reached(filled)));
    }

    /// The table of this case: the next step, and every action the city's workflow knows.
    List<Action> actions() {
        List<Action> all = new ArrayList<>(form.actions());
        all.addAll(new CaseActions(model, hall).all());
        return all;
    }

    private void rebuild() {
        buttons.getChildren().clear();
        made.clear();
        looked = null;
        boolean first = true;
        for (DeskAction a : shown) {
            Transition t = a.transition();
            String words = model.words().action(t);
            boolean primary = first && a.isTurn();
            if (primary && t.permission().needs().contains("department") && target != null) {
                words = hall.messages().get("case.action-to", words, target);
            }
            KeyButton button = new KeyButton(
                            hall.messages(),
                            "case/action-" + t.action().value(),
                            words,
                            primary ? "Ctrl ↵" : t.label().key(),
                            () -> model.act(a))
                    .tall();
            if (primary) {
                button.primary().icon(Icons.SEND);
            }
            Refusal refusal = a.refusal();
            if (refusal != null) {
                button.forbid(refusals.words(refusal));
            } else if (together > 0 && !Together.fits(t)) {
                button.forbid(hall.messages().get("case.one-by-one"));
            }
            button.pending(a.allowed() && model.pending());
            button.hoverProperty().subscribe(_ -> look(button, a));
            button.focusedProperty().subscribe(_ -> look(button, a));
            first = false;
            made.add(button);
            buttons.getChildren().add(button);
        }
    }

    /// Somebody else of this post is at it, or it is another post's turn.
    private String notNow() {
        return model.hand()
                .other()
                .map(o -> hall.messages()
                        .get("case.in-hand", model.words().seats().name(o)))
                .orElse(hall.messages().get("case.others-turn"));
    }

    private @Nullable String departmentName() {
        DepartmentId chosen = model.choice().get().department();
        return chosen == null ? null : model.words().department(chosen);
    }

    /// Of the action that is filled in, else of the one the hand is on, else of the case's next.
    private Optional<String> consequence(Transition t) {
        return model.value()
                .map(c -> consequences.of(
                        c, t, model.desk().city().map(f -> f.rules().workflow()).orElse(null), model.now()));
    }

    private void look(KeyButton button, DeskAction action) {
        boolean here = action.allowed() && (button.isHover() || button.isFocused());
        if (here) {
            looked = action.transition();
        } else if (action.transition().equals(looked)) {
            looked = null;
        }
        words();
    }

    private void words() {
        Optional<DeskAction> primary = shown.stream().filter(DeskAction::isTurn).findFirst();
        if (shown.isEmpty()) {
            consequence.setText(hall.messages().get(model.value().isEmpty() ? "case.pick-one" : "case.ended"));
        } else if (model.pending()) {
            consequence.setText(hall.messages().get("case.waiting"));
        } else {
            Transition asked = model.filling().get() != null ? model.filling().get() : looked;
            consequence.setText(Optional.ofNullable(asked)
                    .or(() -> primary.map(DeskAction::transition))
                    .flatMap(this::consequence)
                    .orElseGet(this::notNow));
        }
        reason.setText(shown.stream()
                .filter(a -> !a.allowed())
                .findFirst()
                .map(a -> {
                    Refusal refusal = a.refusal();
                    return model.words().action(a.transition()) + ": "
                            + (refusal == null ? "" : refusals.words(refusal));
                })
                .orElse(""));
    }
}
