package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.video.VideoRules;

/// Below the captures: what waits to be inserted, and what a judgement of the selected one would bring; or, once it is
/// to be rejected, why (the city's reasons, keys 1 to 9). Always of one height, so that no row moves. FX thread.
final class CaptureStrip {
    private static final int MOST_KEYS = 9;

    private final CaptureQueue queue;
    private final Messages messages;
    private final Label waiting = Nodes.cut("", "t-second");
    private final KeyButton insert;
    private final KeyButton look;
    private final KeyButton withdraw;
    private final Label consequences = Nodes.label("", "t-second");
    private final Label question = Nodes.label("", "t-body");
    private final FlowPane reasons = new FlowPane();
    private final VBox why = new VBox(question, reasons);
    private final VBox root;
    private List<VideoRules.Reason> offered = List.of();
    private boolean choosing;

    /// `looks` enlarges the selected one.
    CaptureStrip(CaptureQueue queue, Messages messages, Runnable looks) {
        this.queue = queue;
        this.messages = messages;
        insert = new KeyButton(messages, "capture/insert", messages.get("capture.insert"), "F5", queue::refill).low();
        look = new KeyButton(messages, "capture/look", messages.get("capture.look"), "V", looks).low();
        withdraw = new KeyButton(messages, "capture/withdraw", messages.get("capture.withdraw"), "Z", queue::withdraw)
                .low();
        consequences.setWrapText(true);
        consequences.setMinHeight(0);
        reasons.getStyleClass().add("capture-reasons");
        why.getStyleClass().add("capture-why");
        StackPane lower = new StackPane(consequences, why);
        lower.getStyleClass().add("capture-lower");
        HBox upper = Nodes.row("capture-upper", Nodes.grow(waiting), withdraw, insert, look);
        waiting.setMaxWidth(Double.MAX_VALUE);
        root = Nodes.column("capture-strip", upper, lower);
        root.setMinHeight(Region.USE_PREF_SIZE);
        choose(false);
    }

    Node root() {
        return root;
    }

    boolean choosing() {
        return choosing;
    }

    /// Asks why the selected one is none, or no longer.
    void choose(boolean now) {
        choosing = now && queue.whyNoReject().isEmpty();
        if (choosing) {
            offer(queue.reasons());
            queue.selectedCapture().ifPresent(c -> question.setText(messages.get("capture.why", queue.name(c))));
        }
        Nodes.show(why, choosing);
        consequences.setVisible(!choosing);
    }

    private void offer(List<VideoRules.Reason> all) {
        if (all.equals(offered) && !reasons.getChildren().isEmpty()) {
            return;
        }
        offered = all;
        List<Node> buttons = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            VideoRules.Reason reason = all.get(i);
            buttons.add(new KeyButton(
                            messages,
                            "capture/reason-" + (i + 1),
                            queue.reason(reason),
                            i < MOST_KEYS ? Integer.toString(i + 1) : "",
                            () -> {
                                choose(false);
                                queue.reject(reason);
                            })
                    .low());
        }
        buttons.add(new KeyButton(messages, "capture/keep", messages.get("capture.keep"), "Esc", () -> choose(false))
                .low()
                .flat());
        reasons.getChildren().setAll(buttons);
    }

    void repaint(boolean speaks) {
        int come = queue.waiting();
        int gone = queue.left();
        waiting.setText(come + gone == 0 ? "" : messages.get("capture.waiting", come, gone));
        Nodes.show(insert, come + gone > 0);
        Nodes.show(withdraw, queue.canWithdraw());
        Nodes.show(look, queue.selected() != null);
        if (choosing && !queue.open()) {
            choose(false); // somebody else was quicker
        }
        consequences.setText(queue.selectedCapture()
                .filter(_ -> queue.open())
                .map(c ->
                        messages.get(speaks ? "capture.consequences-speaking" : "capture.consequences", queue.name(c)))
                .orElse(""));
    }
}
