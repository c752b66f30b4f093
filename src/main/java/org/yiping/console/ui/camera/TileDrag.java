package org.yiping.console.ui.camera;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;

/// Tiles that are dragged onto one another, and cameras onto tiles. FX thread.
final class TileDrag {
    /// The id of a camera that is dragged from a list.
    static final DataFormat CAMERA = new DataFormat("application/x-yiping-camera");

    private final BooleanSupplier allowed;
    private final BiConsumer<CameraTile, CameraTile> onto;
    private final BiConsumer<CameraId, CameraTile> camera;
    private @Nullable CameraTile dragged;

    /// `onto` is told what was dropped and on which, `camera` the same of a camera from a list.
    TileDrag(
            BooleanSupplier allowed, BiConsumer<CameraTile, CameraTile> onto, BiConsumer<CameraId, CameraTile> camera) {
        this.camera = camera;
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
            } else if (e.getDragboard().hasContent(CAMERA)) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        tile.setOnDragDropped(e -> {
            CameraTile from = dragged;
            if (from != null) {
                onto.accept(from, tile);
            }
            boolean listed = from == null && e.getDragboard().getContent(CAMERA) instanceof String id && took(id, tile);
            e.setDropCompleted(from != null || listed);
            e.consume();
        });
        tile.setOnDragDone(_ -> dragged = null);
    }

    private boolean took(String id, CameraTile tile) {
        camera.accept(new CameraId(id), tile);
        return true;
    }
}
