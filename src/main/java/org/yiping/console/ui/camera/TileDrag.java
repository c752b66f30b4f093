package org.yiping.console.ui.camera;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.ToWall;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;

/// Tiles that are dragged onto one another and onto the wall's miniature, and cameras onto tiles. FX thread.
final class TileDrag {
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
            Camera shown = tile.camera();
            if (shown == null || tile.isZoomed() || !allowed.getAsBoolean()) {
                return;
            }
            tile.startDragAndDrop(TransferMode.COPY_OR_MOVE).setContent(content(tile, shown));
            dragged = tile;
            e.consume();
        });
        tile.setOnDragOver(e -> {
            if (dragged != null && !tile.equals(dragged)) {
                e.acceptTransferModes(TransferMode.MOVE);
            } else if (ToWall.draggedCamera(e.getDragboard()::getContent).isPresent()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        tile.setOnDragDropped(e -> {
            CameraTile from = dragged;
            if (from != null) {
                onto.accept(from, tile);
            }
            Optional<CameraId> listed =
                    from == null ? ToWall.draggedCamera(e.getDragboard()::getContent) : Optional.empty();
            listed.ifPresent(id -> camera.accept(id, tile));
            e.setDropCompleted(from != null || listed.isPresent());
            e.consume();
        });
        tile.setOnDragDone(_ -> dragged = null);
    }

    /// Between tiles it is the tile that moves; the wall takes its camera, if it is one for this seat.
    static ClipboardContent content(CameraTile tile, Camera shown) {
        ClipboardContent content = tile.isRefused() ? new ClipboardContent() : ToWall.content(shown.id());
        content.putString(tile.getAccessibleText());
        return content;
    }
}
