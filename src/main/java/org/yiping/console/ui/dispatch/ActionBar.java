package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.time.Instant;
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
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.Workflow.Effect;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.Limit;
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
            first = false;
            made.add(button);
            buttons.getChildren().add(button);
        }
    }

    private @Nullable String departmentName() {
        DepartmentId chosen = model.choice().get().department();
        return chosen == null ? null : model.words().department(chosen);
    }

    private void words() {
        Optional<DeskAction> primary = shown.stream().filter(DeskAction::isTurn).findFirst();
        if (shown.isEmpty()) {
            consequence.setText(hall.messages().get(model.value().isEmpty() ? "case.pick-one" : "case.ended"));
        } else if (model.pending()) {
            consequence.setText(hall.messages().get("case.waiting"));
        } else {
            consequence.setText(primary.map(a -> consequence(a.transition()))
                    .orElse(hall.messages().get("case.others-turn")));
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

    /// What happens next and when that is due.
    private String consequence(Transition transition) {
        String action = model.words().action(transition);
        String to = model.value()
                .map(c -> Workflow.target(transition, c.progress()))
                .map(model.words()::state)
                .orElse("");
        Effect effect = transition.effect();
        if (effect.does().contains("extend")) {
            return hall.messages().get("case.then-extend", action, to);
        }
        if (effect.does().contains("pause")) {
            return hall.messages().get("case.then-pause", action, to);
        }
        if (effect.does().contains("resume")) {
            return hall.messages().get("case.then-resume", action, to);
        }
        if (effect.startsStage() == null) {
            return hall.messages().get("case.then", action, to);
        }
        String stage = model.words().stage(effect.startsStage());
        Duration limit = effect.stageLimit();
        if (limit != null) {
            return hall.messages()
                    .get(
                            "case.then-due",
                            action,
                            to,
                            stage,
                            model.words().minute(model.now().plus(limit)));
        }
        Optional<Limit> byCriterion =
                model.value().flatMap(model.words()::criterionOf).map(k -> k.limit());
        if (byCriterion.isEmpty()) {
            return hall.messages().get("case.then", action, to);
        }
        Limit l = byCriterion.get();
        Instant due = continuous(l, model.now());
        return due == null
                ? hall.messages()
                        .get("case.then-limit", action, to, stage, model.words().limit(l))
                : hall.messages()
                        .get("case.then-due", action, to, stage, model.words().shortMinute(due, model.now()));
    }

    /// Only continuous limits can be added here; working time is the platform's to count.
    private static @Nullable Instant continuous(Limit limit, Instant from) {
        return switch (limit.unit()) {
            case UH -> from.plus(Duration.ofHours(limit.value()));
            case UD -> from.plus(Duration.ofDays(limit.value()));
            case WH, WD -> null;
        };
    }
}
