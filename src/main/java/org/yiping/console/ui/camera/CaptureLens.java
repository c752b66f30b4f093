package org.yiping.console.ui.camera;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.Photo;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;

/// One capture's picture as wide as the panel, over the end of the list, until it is closed or judged. FX thread.
final class CaptureLens {
    private final Messages messages;
    private final CaptureThumbs thumbs;
    private final Label words = Nodes.cut("", "t-body");
    private final Label hint = Nodes.cut("", "t-second");
    private final StackPane place = new StackPane();
    private final VBox root;
    private @Nullable CaptureId shown;

    CaptureLens(Messages messages, CaptureThumbs thumbs) {
        this.messages = messages;
        this.thumbs = thumbs;
        KeyButton close = new KeyButton(
                        messages, "capture/look-away", messages.get("capture.look-away"), "Esc", this::close)
                .low();
        place.getStyleClass().add("capture-large");
        root = Nodes.column(
                "capture-lens",
                Nodes.row("capture-upper", Nodes.grow(words), close),
                place,
                Nodes.row("capture-upper", hint));
        words.setMaxWidth(Double.MAX_VALUE);
        StackPane.setAlignment(root, Pos.BOTTOM_CENTER);
        root.setMaxHeight(Region.USE_PREF_SIZE);
        close();
    }

    Region root() {
        return root;
    }

    void show(CaptureFace face, String said, int width) {
        Capture c = face.capture();
        shown = c.id();
        words.setText(said);
        hint.setText(messages.get("capture.not-live"));
        Photo photo = new Photo(said);
        photo.missing(messages.get("capture.picture-coming"));
        if (c.simulated()) {
            photo.corner(new SimulatedTag(SimulatedTag.What.PICTURE, messages));
        }
        place.getChildren().setAll(photo);
        thumbs.large(c, width, photo::show, photo::missing);
        Nodes.show(root, true);
    }

    void close() {
        shown = null;
        place.getChildren().clear();
        Nodes.show(root, false);
    }

    /// What may no longer be seen, or was judged, goes.
    void repaint(CaptureQueue queue) {
        CaptureId id = shown;
        if (id == null) {
            return;
        }
        CaptureFace face = queue.face(id);
        if (face == null || !id.equals(queue.selected()) || thumbs.hidden(face.capture())) {
            close();
        }
    }
}
