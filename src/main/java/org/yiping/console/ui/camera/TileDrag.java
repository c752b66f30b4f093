package org.yiping.console.ui.camera;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// Tiles that are dragged onto one another. FX thread.
final class TileDrag {
    private final BooleanSupplier allowed;
    private final BiConsumer<CameraTile, CameraTile> onto;
    private @Nullable CameraTile dragged;

    /// `onto` is told what was dropped and on which.
    TileDrag(BooleanSupplier allowed, BiConsumer<CameraTile, CameraTile> onto) {
        this.allowed = allowed;
        this.onto = onto;
    }

    void takesPart(CameraTile tile) {
        tile.setOnDragDetected(e -> {
            if (tile.camera() == null || tile.isZoomed() || !allowed.getAsBoolean()) {
                return;
            }
            Dragboard board = tile.startDragAndDrop(TransferMode.MOVE);
            ClipboardContent content = new ClipboardContent();
            content.putString(tile.getAccessibleText());
            board.setContent(content);
            dragged = tile;
            e.consume();
        });
        tile.setOnDragOver(e -> {
            if (dragged != null && !tile.equals(dragged)) {
                e.acceptTransferModes(TransferMode.MOVE);
            }
            e.consume();
        });
        tile.setOnDragDropped(e -> {
            CameraTile from = dragged;
            if (from != null) {
                onto.accept(from, tile);
            }
            e.setDropCompleted(from != null);
            e.consume();
        });
        tile.setOnDragDone(_ -> dragged = null);
    }
}
