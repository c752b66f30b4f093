package org.yiping.console.ui.wall;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;

/// One thing that can be sent, to be dragged onto the wall or taken by key. FX thread.
final class WallOfferCell extends ListCell<WallOffer> {
    private final FontIcon icon = Icons.of(Icons.TO_WALL, Icons.Size.ROW);
    private final Label name = Nodes.cut("", "t-body", "t-strong");
    private final Label note = Nodes.cut("", "t-second");
    private final VBox lines = new VBox(name, note);
    private final HBox row = Nodes.row("desk-offer", icon, Nodes.grow(lines));

    /// `dragged` hears what a hand drags, and null when that is over.
    WallOfferCell(Consumer<WallOffer> taken, Consumer<@Nullable WallOffer> dragged) {
        lines.setMinWidth(0);
        setPrefWidth(0);
        setOnDragDetected(e -> {
            WallOffer offer = getItem();
            if (offer != null) {
                taken.accept(offer);
                dragged.accept(offer);
                startDragAndDrop(TransferMode.COPY).setContent(Map.of(DataFormat.PLAIN_TEXT, offer.name()));
                e.consume();
            }
        });
        setOnDragDone(_ -> dragged.accept(null));
    }

    @Override
    protected void updateItem(@Nullable WallOffer offer, boolean isEmpty) {
        super.updateItem(offer, isEmpty);
        if (offer == null || isEmpty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Icons.change(icon, offer.icon());
        name.setText(offer.name());
        note.setText(offer.note());
        Nodes.show(note, !offer.note().isEmpty());
        setAccessibleText(offer.name() + " " + offer.note());
        setGraphic(row);
    }
}
