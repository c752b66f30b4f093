package org.yiping.console.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;

/// The caption of a story's step, above the status line of the seat that tells it. FX thread.
final class CaptionBar {
    private final StoryHand hand;
    private final Label step = Nodes.keep("", "t-second");
    private final Label caption = Nodes.cut("", "caption-words");
    private final HBox root;

    CaptionBar(String window, StoryHand hand, Messages messages) {
        this.hand = hand;
        caption.setId(window + "/story-caption");
        caption.setWrapText(true);
        KeyButton back = button(messages, window, "story-back", "storybar.back", "Ctrl PgUp", hand::back);
        KeyButton next = button(messages, window, "story-next", "storybar.next", "Ctrl PgDn", hand::next);
        KeyButton stop = button(messages, window, "story-stop", "storybar.stop", "Ctrl End", hand::stop);
        root = Nodes.row("caption-bar", step, Nodes.grow(caption), back, next, stop);
        caption.setMaxWidth(Double.MAX_VALUE);
        hand.step().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    private void show() {
        Nodes.show(root, hand.step().get() > 0);
        step.setText(hand.title());
        caption.setText(hand.caption());
        caption.setAccessibleText(hand.caption());
    }

    private static KeyButton button(
            Messages messages, String window, String part, String words, String key, Runnable act) {
        return new KeyButton(messages, window + "/" + part, messages.get(words), key, act).flat();
    }
}
