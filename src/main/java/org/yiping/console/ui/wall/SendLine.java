package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.TypedText;
import org.yiping.domain.wall.WallOrder;

/// How what is sent is to stand on the wall: what is in the hand, why, for how long, locked or not; and the
/// question what to do with what stands there already. FX thread.
final class SendLine {
    private static final String SECONDS = "desk.seconds"; // not a message
    private static final String REASON = "desk.reason-kept"; // not a message
    private static final int USUAL = 600;
    /// 0: until somebody takes it off.
    private static final List<Integer> TIMES = List.of(300, 600, 1800, 7200, 0);

    private final Hall hall;
    private final DeskModel model;
    private final OrderWords words;
    private final Runnable changed;
    private final TextField reason = new TextField();
    private final List<Chip> times = new ArrayList<>();
    private final Chip lock;
    private final Label hand = Nodes.cut("", "t-body", "t-strong");
    private final Label refused = Nodes.whenSaid(Nodes.cut("", "t-yellow"));
    private final Label question = Nodes.cut("", "t-body", "t-strong");
    private final KeyButton yes;
    private final HBox asks;
    private final VBox root;
    private int seconds;

    /// `follow` stands beside the lock.
    SendLine(Hall hall, DeskModel model, OrderWords words, Chip follow, Runnable changed) {
        this.hall = hall;
        this.model = model;
        this.words = words;
        this.changed = changed;
        var choices = hall.remembered().now().get().choices();
        seconds = kept(choices.getOrDefault(SECONDS, ""));
        reason.setId("desk/reason");
        reason.setPromptText(text("desk.reason"));
        reason.setAccessibleText(text("desk.reason"));
        reason.setText(choices.getOrDefault(REASON, ""));
        ToggleGroup one = new ToggleGroup();
        FlowPane row = new FlowPane(); // on a narrow desk the times take a second line
        row.getStyleClass().add("desk-times");
        for (int time : TIMES) {
            Chip chip = new Chip("desk/for-" + time, words.time(time));
            chip.setToggleGroup(one);
            chip.setSelected(time == seconds);
            chip.setOnAction(_ -> {
                seconds = time;
                chip.setSelected(true);
                hall.remembered().change(p -> p.withChoice(SECONDS, Integer.toString(time)));
                tell();
            });
            times.add(chip);
            row.getChildren().add(chip);
        }
        lock = new Chip("desk/lock", text("desk.lock"));
        lock.setOnAction(_ -> tell());
        row.getChildren().addAll(lock, follow);
        yes = new KeyButton(hall.messages(), "desk/replace", text("desk.replace"), "", this::replace).danger();
        KeyButton no = new KeyButton(hall.messages(), "desk/keep", text("desk.keep"), "", () -> {
            model.ask(null);
            changed.run();
        });
        asks = Nodes.row("line-wide", question, Nodes.spring(), yes, no);
        asks.getStyleClass().add("desk-question");
        root = Nodes.column("desk-send", Nodes.row("line-wide", hand, Nodes.spring(), refused), reason, row, asks);
        root.getStyleClass().add("panel");
        TypedText.of(reason).subscribe(_ -> tell());
    }

    Region root() {
        return root;
    }

    private static int kept(String text) {
        try {
            int value = Integer.parseInt(text);
            return TIMES.contains(value) ? value : USUAL;
        } catch (NumberFormatException _) {
            return USUAL;
        }
    }

    /// Says to the model what stands here.
    private void tell() {
        String why = TypedText.of(reason).get().strip();
        String cut = why.length() > WallOrder.LONGEST_REASON ? why.substring(0, WallOrder.LONGEST_REASON) : why;
        model.terms(new WallOffer.Terms(cut, seconds, lock.isSelected()));
        lock.setDisable(seconds == 0); // a lock has an end
        if (!cut.isEmpty()) {
            refused.setText("");
        }
    }

    /// Says why nothing was sent; where the reason is missing, the hand is at it.
    void refused(String why) {
        refused.setText(why);
        if (TypedText.of(reason).get().isBlank()) {
            reason.requestFocus();
        }
    }

    private void replace() {
        if (model.replace()) {
            keepReason();
        }
        changed.run();
    }

    /// The seat's next reason is often the last one.
    private void keepReason() {
        String why = TypedText.of(reason).get().strip();
        hall.remembered().change(p -> p.withChoice(REASON, why));
    }

    void refresh() {
        hand.setText(model.hand()
                .map(o -> hall.messages().get("desk.hand", o.name()))
                .orElse(text("desk.hand-empty")));
        DeskModel.Question asked = model.question().orElse(null);
        Nodes.show(asks, asked != null);
        if (asked != null) {
            question.setText(hall.messages()
                    .get(
                            "desk.question",
                            asked.met().stream()
                                    .map(p -> words.stands(p, hall.now()))
                                    .collect(Collectors.joining(" · "))));
            String kept = model.kept(asked);
            if (kept.isEmpty()) {
                yes.allow();
            } else {
                yes.forbid(kept);
            }
        }
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
