package org.yiping.console.ui;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallScene.Shown;

/// What is dragged from any page onto the wall's miniature, in any window (拖到大屏). FX thread; stateless.
public final class ToWall {
    /// As the camera lists name theirs.
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

    /// What a wall would show of what is being dragged.
    public static Optional<Shown> dragged(Dragboard board) {
        if (board.getContent(format(CAMERA)) instanceof String camera) {
            return Optional.of(camera(camera));
        }
        return board.getContent(format(CASE)) instanceof String id
                ? Optional.of(aCase(new CaseId(id)))
                : Optional.empty();
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
