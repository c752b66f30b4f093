package org.yiping.console.ui.camera;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.PendingOverlay;
import org.yiping.console.ui.control.Photo;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.capture.CaptureId;

/// A capture in the list (抓拍行): picture, class, confidence, place, time, repeats; in the selected one what can be done
/// stands where the others say what speaks for caution, so that no row changes its height. FX thread.
final class CaptureCell extends ListCell<CaptureId> {
    private static final PseudoClass ALIKE = PseudoClass.getPseudoClass("alike");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final PseudoClass UNDER_WAY = PseudoClass.getPseudoClass("under-way");

    private final CaptureQueue queue;
    private final CaptureThumbs thumbs;
    private final Supplier<Node> buttons;
    private final SimulatedTag tag;
    private final Photo photo = new Photo("");
    private final Label name = Nodes.cut("", "capture-name");
    private final Label sure = Nodes.keep("", "capture-sure");
    private final Label place = Nodes.cut("", "t-second");
    private final Label time = Nodes.keep("", "t-second");
    private final Label repeats = Nodes.cut("", "t-second");
    private final Label note = Nodes.cut("", "capture-note");
    private final HBox last = Nodes.row("capture-last", note);
    private final PendingOverlay hatch = new PendingOverlay();
    private final StackPane row;
    private @Nullable Image shown;
    private @Nullable String why;

    /// `buttons` are those of the selected row, one set for all rows.
    CaptureCell(CaptureQueue queue, CaptureThumbs thumbs, Messages messages, Supplier<Node> buttons) {
        this.queue = queue;
        this.thumbs = thumbs;
        this.buttons = buttons;
        tag = new SimulatedTag(SimulatedTag.What.SHORT, messages);
        photo.getStyleClass().add("capture-thumb");
        photo.corner(tag);
        VBox lines = Nodes.column(
                "capture-lines",
                Nodes.row("capture-line", name, Nodes.spring(), sure),
                place,
                Nodes.row("capture-line", time, Nodes.spring(), repeats),
                last);
        lines.setMinWidth(0);
        row = new StackPane(Nodes.row("capture-row", photo, Nodes.grow(lines)), hatch);
        row.setMinWidth(0);
        setPrefWidth(0);
        selectedProperty().subscribe(_ -> repaint());
    }

    @Override
    protected void updateItem(@Nullable CaptureId id, boolean isEmpty) {
        super.updateItem(id, isEmpty);
        repaint();
    }

    void repaint() {
        CaptureFace face = isEmpty() || getItem() == null ? null : queue.face(getItem());
        if (face == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        CaptureFace.Stage stage = face.stage();
        name.setText(face.name());
        sure.setText(face.confidence());
        place.setText(face.place());
        time.setText(face.time());
        repeats.setText(face.repeats());
        note.setText(face.note().words());
        note.pseudoClassStateChanged(ALIKE, face.note().alike());
        note.pseudoClassStateChanged(UNDER_WAY, stage == CaptureFace.Stage.PENDING);
        row.pseudoClassStateChanged(GONE, stage == CaptureFace.Stage.LEFT);
        hatch.show(stage == CaptureFace.Stage.PENDING);
        Node shownLast = isSelected() && stage == CaptureFace.Stage.OPEN ? buttons.get() : note;
        if (!last.getChildren().contains(shownLast)) {
            last.getChildren().setAll(shownLast);
        }
        picture(face);
        setAccessibleText(String.join(
                " ", face.name(), face.confidence(), face.place(), face.time(), face.repeats(), note.getText()));
        if (!row.equals(getGraphic())) {
            setGraphic(row);
        }
    }

    private void picture(CaptureFace face) {
        Image image = thumbs.image(face.capture());
        String missing = image == null ? thumbs.why(face.capture()) : null;
        if (Objects.equals(image, shown) && Objects.equals(missing, why)) {
            return;
        }
        shown = image;
        why = missing;
        photo.setAccessibleText(face.name());
        if (image == null) {
            photo.missing(missing == null ? "" : missing);
        } else {
            tag.setVisible(face.capture().simulated());
            photo.show(image);
        }
    }
}
