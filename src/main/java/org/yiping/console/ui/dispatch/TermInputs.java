package org.yiping.console.ui.dispatch;

import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.control.DayPicker;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.Workflow.Transition;

/// On what terms an action is meant: of which kind, for how many hours, until which day, with a reply or without. FX
/// thread.
final class TermInputs {
    private final CaseViewModel model;
    private final Hall hall;

    TermInputs(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
    }

    /// The kinds the transition knows.
    Node kinds(@Nullable Transition transition) {
        ChipFlow flow = new ChipFlow();
        for (Workflow.Kind k : transition == null
                ? List.<Workflow.Kind>of()
                : transition.permission().choices()) {
            flow.add("case/kind-" + k.code(), model.words().kind(k), () -> ask(asked().withKind(k.code())));
        }
        return flow;
    }

    Node hours() {
        TextField field = new TextField();
        field.setId("case/hours");
        field.setPromptText(text("case.hours"));
        field.setAccessibleText(text("case.hours"));
        field.textProperty()
                .subscribe(typed -> ask(asked().withHours(
                                typed.matches("[0-9]{1,4}") && !typed.matches("0+") ? Integer.valueOf(typed) : null)));
        return field;
    }

    /// From today to a year ahead, as the platform takes it; typed or picked.
    Node until() {
        LocalDate today = LocalDate.ofInstant(hall.now(), model.words().zone());
        DayPicker picker = new DayPicker("case/until", text("case.until"));
        picker.setPromptText(text("case.until"));
        picker.setDayCellFactory(_ -> new DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || day.isBefore(today) || day.isAfter(today.plusYears(1)));
            }
        });
        picker.valueProperty().subscribe(day -> ask(asked().withUntil(day)));
        return picker;
    }

    Node reply() {
        ChipFlow flow = new ChipFlow();
        for (boolean wanted : new boolean[] {true, false}) {
            flow.add(
                    "case/reply-" + wanted,
                    text(wanted ? "case.reply-wanted" : "case.reply-not-wanted"),
                    () -> ask(asked().withReply(wanted)));
        }
        return flow;
    }

    private Choice.Asked asked() {
        return model.choice().get().asked();
    }

    private void ask(Choice.Asked next) {
        model.choose(model.choice().get().with(next));
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
