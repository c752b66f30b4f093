package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.WallState;

/// What was sent to the wall and stands there, alarms that wait for a lock, and who changed what (投送记录). FX
/// thread.
final class SentList {
    private final Hall hall;
    private final DeskModel model;
    private final OrderWords words;
    private final Runnable changed;
    private final VBox standing = new VBox();
    private final VBox log = new VBox();
    private final PanelHeader header;
    private final HBox root;
    private List<Object> made = List.of();

    SentList(Hall hall, DeskModel model, OrderWords words, Runnable changed) {
        this.hall = hall;
        this.model = model;
        this.words = words;
        this.changed = changed;
        header = new PanelHeader(hall.messages(), text("desk.on-wall"));
        root = Nodes.row(
                "page-row",
                new PanelFrame(header, scrolled("desk/sent", "desk.on-wall", standing)),
                new PanelFrame(
                        new PanelHeader(hall.messages(), text("desk.log")), scrolled("desk/log", "desk.log", log)));
        root.getChildren().forEach(panel -> {
            ((Region) panel).setPrefWidth(1);
            HBox.setHgrow(panel, Priority.ALWAYS);
        });
        root.getStyleClass().add("desk-lists");
    }

    private ScrollPane scrolled(String id, String key, VBox rows) {
        rows.getStyleClass().add("duty-list");
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(rows));
        scroll.setId(id);
        scroll.setAccessibleText(text(key));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    Region root() {
        return root;
    }

    /// Rows are made anew when what they say differs.
    void refresh(WallPlan plan, Instant now) {
        List<Placement> sent = model.sent(now);
        List<Placement> waiting = model.waiting(now);
        List<Object> next =
                new ArrayList<>(List.of(plan.slots(), waiting, model.state().log()));
        sent.forEach(p -> next.add(List.of(p, words.until(p, now), model.refusal(p))));
        if (next.equals(made)) {
            return;
        }
        made = next;
        header.count(sent.size());
        List<Region> rows = new ArrayList<>();
        sent.forEach(p -> rows.add(row(p, plan, now)));
        waiting.forEach(p -> rows.add(Nodes.column(
                "duty-row",
                Nodes.cut(words.name(p.order(), model.book()), "t-body", "t-strong"),
                Nodes.cut(text("desk.waits-for-lock"), "t-second", "t-yellow"))));
        standing.getChildren().setAll(rows.isEmpty() ? List.of(EmptyState.empty(text("desk.none-sent"))) : rows);
        List<WallState.Change> changes = model.state().log();
        log.getChildren()
                .setAll(
                        changes.isEmpty()
                                ? List.of(EmptyState.empty(text("desk.log-none")))
                                : changes.stream().map(this::line).toList());
    }

    private Region row(Placement p, WallPlan plan, Instant now) {
        var region = p.order().region();
        String where = region == null ? words.whole() : words.place(plan.letters(region));
        KeyButton off = new KeyButton(hall.messages(), "desk/off-" + p.id().value(), text("desk.take-off"), "", () -> {
                    model.takeOff(p);
                    changed.run();
                })
                .low();
        String refusal = model.refusal(p);
        if (!refusal.isEmpty()) {
            off.forbid(refusal);
        }
        Region first = Nodes.row(
                "line",
                Icons.of(p.isLocked() ? Icons.LOCKED : Icons.TO_WALL, Icons.Size.TAG),
                Nodes.cut(words.name(p.order(), model.book()), "t-body", "t-strong"),
                Nodes.spring(),
                off);
        return Nodes.column(
                "duty-row",
                first,
                Nodes.cut(where + " · " + words.until(p, now), "t-second"),
                Nodes.cut(words.who(p) + " · " + p.order().reason(), "t-second"));
    }

    private Region line(WallState.Change change) {
        return Nodes.column(
                "desk-change",
                Nodes.cut(words.did(change), "t-second"),
                Nodes.cut(words.name(change.order(), model.book()) + why(change), "t-body"));
    }

    private static String why(WallState.Change change) {
        return change.reason().isBlank() ? "" : " · " + change.reason();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
