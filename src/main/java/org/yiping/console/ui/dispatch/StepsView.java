package org.yiping.console.ui.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Tick;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// The steps by which cases of this class are worked on (处置步骤): what is to be done, and who has done it when. FX
/// thread.
///
/// A tick is a command like any other: until the platform has it, the box stays as it was and says that it waits. Boxes
/// are changed in place, so that the hand stays on its step.
final class StepsView extends VBox {
    private final CaseViewModel model;
    private final Hall hall;
    private final Words words;
    private final Label count = Nodes.keep("", "t-second");
    private final VBox rows = Nodes.column("steps");
    private List<Step> shown = List.of();
    private @Nullable CaseId shownFor;

    /// A step as it is now; `waits` while a tick is on its way.
    private record Step(SopStep step, @Nullable Tick tick, boolean waits, boolean open) {}

    StepsView(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        this.words = model.words();
        getChildren()
                .addAll(
                        Nodes.row(
                                "line",
                                Nodes.label(text("case.steps"), "section-title", "said-title"),
                                Nodes.spring(),
                                count),
                        rows);
    }

    void show(Case c) {
        List<Step> now = steps(c);
        if (now.equals(shown) && c.id().equals(shownFor)) {
            return;
        }
        boolean same = c.id().equals(shownFor)
                && now.stream()
                        .map(Step::step)
                        .toList()
                        .equals(shown.stream().map(Step::step).toList());
        shown = now;
        shownFor = c.id();
        Nodes.show(this, !now.isEmpty());
        count.setText(text(
                "case.steps-count", now.stream().filter(s -> s.tick != null).count(), now.size()));
        if (!same) {
            rows.getChildren().setAll(now.stream().map(s -> row(c.id(), s.step)).toList());
        }
        for (int i = 0; i < now.size(); i++) {
            fill((HBox) rows.getChildren().get(i), now.get(i));
        }
    }

    /// The next step, by one key.
    Action ticks() {
        Optional<Step> next =
                shown.stream().filter(s -> s.tick == null && !s.waits && s.open).findFirst();
        String step = next.map(s -> words.step(s.step)).orElse("—");
        Action tick = hall.action(
                        "case/tick",
                        "case.group",
                        "case.step-tick",
                        () -> next.ifPresent(s -> tick(Objects.requireNonNull(shownFor), s.step, true)),
                        step)
                .on(Key.of(KeyCode.S));
        return next.isPresent()
                ? tick
                : tick.refused(text(
                        model.value().isEmpty()
                                ? "case.pick-one"
                                : shown.isEmpty() ? "case.steps-none" : "case.steps-done"));
    }

    private List<Step> steps(Case c) {
        CityFacts.Rules rules = model.desk().city().map(CityFacts::rules).orElse(null);
        if (rules == null) {
            return List.of();
        }
        Map<String, Tick> ticks = new HashMap<>();
        c.progress().done().forEach(t -> ticks.put(t.step(), t));
        List<String> waiting = model.desk().outbox().pending(c.id()).stream()
                .map(Delivery::command)
                .filter(Aside.TickStep.class::isInstance)
                .map(t -> ((Aside.TickStep) t).step())
                .toList();
        boolean open = rules.workflow().ending(c.progress().state()) == Workflow.Ending.OPEN;
        List<Step> all = new ArrayList<>();
        for (SopStep s : rules.procedure(c)) {
            all.add(new Step(s, ticks.get(s.id()), waiting.contains(s.id()), open));
        }
        return all;
    }

    private HBox row(CaseId of, SopStep step) {
        CheckBox box = new CheckBox(words.step(step));
        box.setId("case/step-" + step.id());
        box.setWrapText(true);
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> {
            boolean wish = box.isSelected();
            box.setSelected(!wish); // it is done when the platform says so
            tick(of, step, wish);
        });
        return Nodes.row("step-row", Nodes.grow(box), Nodes.keep("", "t-second"));
    }

    private void fill(HBox row, Step now) {
        CheckBox box = (CheckBox) row.getChildren().getFirst();
        Label who = (Label) row.getChildren().getLast();
        box.setSelected(now.tick != null);
        box.setDisable(!now.open);
        Tick tick = now.tick;
        who.setText(
                now.waits
                        ? text("case.step-waits")
                        : tick == null
                                ? ""
                                : text("case.step-by", words.person(tick.by()), words.moment(tick.at(), hall.now())));
        box.setAccessibleText(words.step(now.step) + " " + who.getText());
    }

    private void tick(CaseId of, SopStep step, boolean done) {
        if (shown.stream().anyMatch(s -> s.waits && s.step.equals(step))) {
            return;
        }
        model.deliveries()
                .send(new Aside.TickStep(
                        new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null), of, step.id(), done));
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
