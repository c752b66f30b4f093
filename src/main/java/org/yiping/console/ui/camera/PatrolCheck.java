package org.yiping.console.ui.camera;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolRound;

/// The checklist of a round under way (巡逻清单): the camera in hand, what to look for, a tick for each. FX thread.
final class PatrolCheck {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Desk desk;
    private final Hall hall;
    private final PatrolWalk walk;
    private final Hands hands;
    private final Label name = Nodes.label("", "t-body", "t-strong");
    private final Label place = Nodes.keep("", "t-second");
    private final Label goal = Nodes.whenSaid(Nodes.label("", "t-second"));
    private final Label state = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final VBox rows = new VBox();
    private final ScrollPane list = Nodes.drawnStraight(new ScrollPane(rows));
    private final VBox root;
    private final KeyButton order;
    private final KeyButton unseen;
    private final KeyButton found;
    private final List<KeyButton> buttons;

    /// What a hand asks for: the camera it has moved to, a tick, a finding, an end.
    record Hands(Runnable look, Consumer<String> tick, Runnable find, Runnable leave) {}

    PatrolCheck(Desk desk, Hall hall, PatrolWalk walk, Hands hands) {
        this.desk = desk;
        this.hall = hall;
        this.walk = walk;
        this.hands = hands;
        name.setWrapText(true);
        goal.setWrapText(true);
        state.setWrapText(true);
        rows.getStyleClass().add("patrol-list");
        list.setId("patrol/checklist");
        list.setAccessibleText(text("patrol.checklist"));
        list.setFitToWidth(true);
        list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox head = Nodes.column("patrol-head", name, place, goal, state);
        head.setMinHeight(Region.USE_PREF_SIZE); // a long list would take its lines
        root = new VBox(head, Nodes.grow(list));
        order = button("order", "patrol.in-order", "Q", () -> hands.tick().accept(PatrolRound.IN_ORDER));
        unseen = button("unseen", "patrol.unseen", "W", () -> hands.tick().accept(PatrolRound.UNSEEN));
        found = button("found", "patrol.found", "E", hands.find());
        KeyButton before = button("before", "patrol.before", "Alt PgUp", () -> move(walk.at() - 1));
        KeyButton after = button("after", "patrol.after", "Alt PgDn", () -> move(walk.at() + 1));
        KeyButton leave = button("leave", "patrol.leave", "", hands.leave());
        buttons = List.of(order.primary(), unseen, found, before, after, leave);
    }

    Region root() {
        return root;
    }

    List<KeyButton> buttons() {
        return buttons;
    }

    private KeyButton button(String part, String key, String cap, Runnable act) {
        return new KeyButton(hall.messages(), "patrol/" + part, text(key), cap, act).low();
    }

    private void move(int to) {
        walk.go(to);
        hands.look().run();
    }

    void fill(boolean live) {
        PatrolRound round = walk.now().orElse(null);
        if (round == null) {
            return;
        }
        Set<CameraId> pending = walk.pending(round);
        place.setText(hall.messages()
                .get(
                        "patrol.at",
                        walk.at() + 1,
                        round.cameras().size(),
                        round.ticked(),
                        round.findings().size()));
        goal.setText(desk.stores()
                .patrolPlans()
                .find(round.plan())
                .map(PatrolPlan::task)
                .map(PatrolPlan.Task::goal)
                .filter(g -> !g.isBlank())
                .map(g -> hall.messages().get("patrol.goal-is", g))
                .orElse(""));
        rows.getChildren().clear();
        for (int i = 0; i < round.cameras().size(); i++) {
            CameraId id = round.cameras().get(i);
            int to = i;
            String said = round.at(id)
                    .map(l -> text(PatrolRows.outcome(l.seen().outcome())))
                    .orElse("");
            Label mark = Nodes.keep(
                    said.isEmpty() || !pending.contains(id)
                            ? said
                            : hall.messages().get("patrol.pending", said),
                    "t-second");
            HBox row = Nodes.row(
                    "patrol-row",
                    Nodes.keep(Integer.toString(i + 1), "t-second"),
                    Nodes.cut(camera(id)),
                    Nodes.spring(),
                    mark);
            row.pseudoClassStateChanged(SELECTED, i == walk.at());
            row.setOnMouseClicked(_ -> move(to));
            rows.getChildren().add(row);
        }
        tell(live);
    }

    /// What can be said of the camera in hand now.
    void tell(boolean live) {
        PatrolRound round = walk.now().orElse(null);
        CameraId id = walk.camera().orElse(null);
        if (round == null || id == null) {
            return;
        }
        name.setText(camera(id));
        Camera camera = desk.stores().cameras().find(id).orElse(null);
        String why = camera == null
                ? text("patrol.not-yours")
                : camera.state().offline() ? text("patrol.offline") : live ? "" : text("patrol.not-live");
        state.setText(round.isDone() ? text("patrol.done") : why);
        allow(order, why, PatrolRound.IN_ORDER);
        allow(unseen, live ? text("patrol.seen-well") : "", PatrolRound.UNSEEN);
        if (walk.mayWalk()) {
            found.allow();
        } else {
            found.forbid(text("patrol.who-walks"));
        }
    }

    private void allow(KeyButton button, String why, String outcome) {
        String refusal =
                !walk.mayWalk() ? text("patrol.who-walks") : !walk.takes(outcome) ? text("patrol.looked") : why;
        if (!refusal.equals(button.reason())) {
            button.forbid(refusal);
        }
    }

    private String camera(CameraId id) {
        return desk.stores().cameras().find(id).map(Camera::name).orElse(id.value());
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
