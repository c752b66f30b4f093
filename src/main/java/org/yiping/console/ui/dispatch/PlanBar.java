package org.yiping.console.ui.dispatch;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.automation.Plan;
import org.yiping.domain.automation.Planning;
import org.yiping.domain.casework.Case;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// What a rule is about to do with the open case, and the two answers to it (预告：否决、立即执行). FX thread.
final class PlanBar {
    private final CaseViewModel model;
    private final Hall hall;
    private final Words words;
    private final Label says = Nodes.cut("", "t-body");
    private final KeyButton veto;
    private final KeyButton go;
    private final HBox root;

    PlanBar(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        words = model.words();
        says.setGraphic(Icons.of(Icons.RETURNS, Icons.Size.CONTROL));
        veto = new KeyButton(hall.messages(), "case/plan-veto", text("case.plan-veto"), "", () -> decide(false))
                .danger();
        go = new KeyButton(hall.messages(), "case/plan-go", text("case.plan-go"), "", () -> decide(true));
        root = Nodes.row("plan-bar", Nodes.grow(says), veto, go);
        Nodes.show(root, false);
    }

    Region root() {
        return root;
    }

    void refresh() {
        Optional<Plan> plan = plan();
        Nodes.show(root, plan.isPresent());
        plan.ifPresent(p -> {
            says.setText(says(p));
            boolean pending = model.pending();
            veto.pending(pending);
            go.pending(pending);
        });
    }

    private Optional<Plan> plan() {
        return model.value().map(c -> Planning.automatic(c).plan());
    }

    private String says(Plan p) {
        String what = model.value()
                .flatMap(c -> model.desk()
                        .city()
                        .flatMap(f -> f.rules()
                                .workflow()
                                .find(p.action(), c.progress().state())))
                .map(words::action)
                .orElse(p.action().value());
        if (p.department() != null) {
            what = hall.messages().get("case.action-to", what, words.department(p.department()));
        }
        return p.actsAt() == null
                ? hall.messages().get("case.plan-asks", words.rule(p.rule()), what)
                : hall.messages().get("case.plan", words.rule(p.rule()), words.second(p.actsAt()), what);
    }

    private void decide(boolean now) {
        Optional<Case> open = model.value();
        plan().ifPresent(p -> open.ifPresent(c -> model.deliveries()
                .send(new Aside.DecidePlan(
                        new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null),
                        c.id(),
                        p.rule(),
                        now,
                        ""))));
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
