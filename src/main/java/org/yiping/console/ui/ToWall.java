package org.yiping.console.ui;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallScene.Shown;

/// What is dragged from any page onto the wall's miniature, in any window (拖到大屏). FX thread; stateless.
public final class ToWall {
    private static final String CAMERA = "application/x-yiping-camera";

    private static final String CASE = "application/x-yiping-case";

    private ToWall() {}

    /// Lets a case be dragged off this node; absent while the node shows none.
    public static void draggable(Node node, Supplier<@Nullable CaseId> shown) {
        node.setOnDragDetected(e -> {
            CaseId id = shown.get();
            if (id != null) {
                node.startDragAndDrop(TransferMode.COPY).setContent(Map.of(format(CASE), id.value()));
                e.consume();
            }
        });
    }

    /// A camera as it is dragged off a list or a tile, onto a tile or the wall.
    public static ClipboardContent content(CameraId id) {
        ClipboardContent content = new ClipboardContent();
        content.put(format(CAMERA), id.value());
        return content;
    }

    /// The camera that is being dragged, by what the drag holds.
    public static Optional<CameraId> draggedCamera(Function<DataFormat, @Nullable Object> held) {
        return held.apply(format(CAMERA)) instanceof String id ? Optional.of(new CameraId(id)) : Optional.empty();
    }

    /// What a wall would show of what is being dragged.
    public static Optional<Shown> dragged(Function<DataFormat, @Nullable Object> held) {
        Optional<Shown> camera = draggedCamera(held).map(id -> camera(id.value()));
        return camera.isPresent() || !(held.apply(format(CASE)) instanceof String id)
                ? camera
                : Optional.of(aCase(new CaseId(id)));
    }

    public static Shown camera(String id) {
        return new Shown(PanelKind.CAMERAS, Map.of("cameras", id, "side", "1"));
    }

    public static Shown aCase(CaseId id) {
        return new Shown(PanelKind.CASE, Map.of("case", id.value(), "part", "whole"));
    }

    /// A format may be made once in a program.
    private static DataFormat format(String name) {
        DataFormat known = DataFormat.lookupMimeType(name);
        return known == null ? new DataFormat(name) : known;
    }
}
