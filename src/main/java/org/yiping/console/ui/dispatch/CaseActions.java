package org.yiping.console.ui.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.shift.Seat;

/// The open case's part of the window's table: the step it waits for, and every action of the city's workflow, those
/// that are not for now with their reason. FX thread.
final class CaseActions {
    private final CaseViewModel model;
    private final Hall hall;
    private final RefusalWords refusals;

    CaseActions(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        refusals = new RefusalWords(hall.messages(), model.words());
    }

    List<Action> all() {
        List<DeskAction> now = model.actions();
        boolean filling = model.filling().get() != null;
        List<Action> all = new ArrayList<>();
        if (!filling) {
            all.add(next(now));
        }
        all.add(hall.action("case/withdraw", "case.group", "case.withdraw", model.deliveries()::withdraw)
                .on(Key.ctrl(KeyCode.Z))
                .refused(model.deliveries().unsent().isPresent() ? "" : text("case.nothing-unsent")));
        Map<String, Action> byCode = new LinkedHashMap<>();
        now.forEach(a -> byCode.putIfAbsent(a.transition().action().value(), taken(a)));
        model.desk()
                .city()
                .map(c -> c.rules().workflow())
                .map(Workflow::transitions)
                .orElse(List.of())
                .forEach(t -> {
                    if (!t.from().isEmpty()) { // what creates a case is done where reports come in
                        byCode.putIfAbsent(t.action().value(), named(t).refused(elsewhere(t)));
                    }
                });
        // a key of another action must not fire from under an open form
        byCode.values().forEach(a -> all.add(filling ? a.on(null) : a));
        return all;
    }

    private Action next(List<DeskAction> now) {
        Optional<DeskAction> turn = now.stream().filter(DeskAction::isTurn).findFirst();
        String step = turn.map(a -> model.words().action(a.transition())).orElse("—");
        Action next = hall.action("case/go", "case.group", "case.go", () -> turn.ifPresent(model::act), step)
                .on(Key.ctrl(KeyCode.ENTER));
        if (model.value().isEmpty()) {
            return next.refused(text("case.pick-one"));
        }
        Optional<Seat> other = model.hand().other();
        if (other.isPresent()) {
            return next.refused(refusals.words(new DeskActions.OtherHand(other.get())));
        }
        return turn.isEmpty() ? next.refused(text("case.others-turn")) : next.refused(underWay());
    }

    private Action taken(DeskAction a) {
        Action named = named(a.transition());
        DeskActions.Refusal refusal = a.refusal();
        if (refusal != null) {
            return named.refused(refusals.words(refusal));
        }
        if (model.marked() > 0 && !Together.fits(a.transition())) {
            return named.refused(text("case.one-by-one"));
        }
        return named.refused(underWay()).doing(() -> model.act(a));
    }

    private Action named(Transition t) {
        Workflow.Label label = t.label();
        String other = model.words().english() ? label.name() : label.nameEnglish();
        return Action.of(
                        "case/action-" + t.action().value(),
                        text("case.group"),
                        model.words().action(t),
                        () -> {})
                .also(other)
                .on(Key.parse(label.key()).orElse(null))
                .when(t.from().stream().map(StateCode::value).collect(Collectors.toSet()));
    }

    private String underWay() {
        return model.pending() ? text("case.waiting") : "";
    }

    private String elsewhere(Transition t) {
        String from = t.from().stream().map(model.words()::state).collect(Collectors.joining(text("words.and")));
        Optional<Case> open = model.value();
        return open.isEmpty()
                ? text("case.pick-one")
                : hall.messages()
                        .get(
                                "case.refuse-state",
                                model.words().state(open.get().progress().state()),
                                from);
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
