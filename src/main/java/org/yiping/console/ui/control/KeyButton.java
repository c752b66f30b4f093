package org.yiping.console.ui.control;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;

/// A button with its key printed on it. Refused by rule it stays reachable, dashed, with a lock and its reason in
/// words, which pressing it tells too.
///
/// JavaFX thread. The window presses it by its key; the cap shows the key of this seat, which may be another than its
/// own.
public final class KeyButton extends Button {
    private static final PseudoClass FORBIDDEN = PseudoClass.getPseudoClass("forbidden");
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

    private static final String CAPS = "key-caps";
    private static final Duration SOON = Duration.millis(300);
    private static final double BESIDE = 4;

    /// What stands on the button of an id whose own key is given.
    @FunctionalInterface
    public interface Caps {
        String of(String id, String own);
    }

    private final Messages messages;
    private final String key;
    private final Label words = new Label();
    private final Label cap = new Label();
    private final HBox face = new HBox();
    private final PendingOverlay hatch = new PendingOverlay();
    /// One for good: another would hide the one that is being read, and panels say every second what is refused.
    private final Tooltip why = new Tooltip();
    private @Nullable String icon;
    private String reason = "";
    private boolean pending;

    /// `id` is `feature/part`; `key` may be empty.
    public KeyButton(Messages messages, String id, String text, String key, Runnable action) {
        this.messages = messages;
        this.key = key;
        setId(id);
        getStyleClass().add("key-button");
        face.getStyleClass().add("key-button-face");
        cap.getStyleClass().add("key-cap");
        cap.setText(key);
        words.setText(text);
        words.setMinWidth(Region.USE_PREF_SIZE);
        cap.setMinWidth(Region.USE_PREF_SIZE);
        setMinWidth(Region.USE_PREF_SIZE);
        setGraphic(new StackPane(face));
        setOnAction(_ -> {
            if (!reason.isEmpty()) {
                tell();
            } else if (!pending) {
                action.run();
            }
        });
        why.setShowDelay(SOON);
        why.setAutoHide(true);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> untell());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                untell();
            }
        });
        dress();
        sceneProperty().subscribe(scene -> {
            if (scene != null && scene.getProperties().get(CAPS) instanceof Caps caps) {
                cap(caps.of(id, key));
            }
        });
    }

    /// Every button that comes into this scene shows the key that these say.
    public static void caps(Scene scene, Caps caps) {
        scene.getProperties().put(CAPS, caps);
    }

    /// Its own key, as it is printed where nobody gave it another.
    public String key() {
        return key;
    }

    public void cap(String shown) {
        if (!shown.equals(cap.getText())) {
            cap.setText(shown);
            dress();
        }
    }

    /// Why it is refused now; empty where it is not.
    public String reason() {
        return reason;
    }

    public String words() {
        return words.getText();
    }

    public KeyButton primary() {
        getStyleClass().add("primary");
        return this;
    }

    public KeyButton danger() {
        getStyleClass().add("danger");
        return this;
    }

    public KeyButton flat() {
        getStyleClass().add("flat");
        return this;
    }

    /// 32 px instead of 28: the actions of a case.
    public KeyButton tall() {
        getStyleClass().add("case-height");
        return this;
    }

    /// 24 px: inside a row.
    public KeyButton low() {
        getStyleClass().add("row-height");
        return this;
    }

    public KeyButton icon(String name) {
        icon = name;
        dress();
        return this;
    }

    public void words(String text) {
        words.setText(text);
        dress();
    }

    /// The rule refuses this action now, for this reason.
    public void forbid(String becauseOf) {
        if (!becauseOf.equals(reason)) {
            reason = becauseOf;
            dress();
        }
    }

    public void allow() {
        forbid("");
    }

    public boolean allowed() {
        return reason.isEmpty();
    }

    /// The command is on its way; pressing again does nothing.
    public void pending(boolean now) {
        pending = now;
        dress();
    }

    public boolean isPending() {
        return pending;
    }

    private void tell() {
        Bounds at = localToScreen(getLayoutBounds());
        if (at != null) {
            why.show(this, at.getMinX(), at.getMaxY() + BESIDE);
        }
    }

    private void untell() {
        if (why.isShowing()) {
            why.hide();
        }
    }

    private void dress() {
        boolean refused = !reason.isEmpty();
        pseudoClassStateChanged(FORBIDDEN, refused);
        pseudoClassStateChanged(PENDING, pending);
        hatch.show(pending);
        face.getChildren().clear();
        String shown = pending ? Icons.PENDING : refused ? Icons.LOCKED : icon;
        if (shown != null) {
            FontIcon graphic = Icons.of(shown, Icons.Size.CONTROL);
            face.getChildren().add(graphic);
        }
        face.getChildren().add(words);
        if (!cap.getText().isEmpty() && !pending && !refused) {
            face.getChildren().add(cap);
        }
        if (refused) {
            why.setText(reason);
        } else {
            untell();
        }
        setTooltip(refused ? why : null);
        setAccessibleText(words.getText());
        setAccessibleHelp(
                refused
                        ? messages.get("control.forbidden", reason)
                        : cap.getText().isEmpty() ? null : messages.get("control.key", cap.getText()));
        if (refused) {
            setAccessibleText(words.getText() + ", " + messages.get("control.forbidden", reason));
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // The hatch fills the button to its edge, which a graphic inside the padding cannot.
        if (pending && !getChildren().contains(hatch)) {
            getChildren().add(hatch);
        } else if (!pending) {
            getChildren().remove(hatch);
        }
        if (pending) {
            hatch.resizeRelocate(1, 1, getWidth() - 2, getHeight() - 2);
        }
    }
}
