package org.yiping.console.ui.wall;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.Box;

/// A tile about one case, the named one whichever the wall has in focus: a part of it, or all there is room
/// for. FX thread.
final class NamedCasePart implements WallPart {
    /// What and where need more room than a countdown.
    private static final double HEAD = 0.6;

    private final @Nullable CaseId id;
    private final List<WallPart> parts;
    private final VBox root = new VBox();

    /// Without an id, about the case in focus.
    NamedCasePart(@Nullable CaseId id, List<WallPart> parts) {
        this.id = id;
        this.parts = List.copyOf(parts);
        parts.forEach(p -> root.getChildren().add(p.root()));
    }

    /// All of a case a tile has room for.
    static List<WallPart> whole(Box box, Tiers tiers, Messages messages) {
        double head = Math.rint(box.height() * HEAD);
        return List.of(
                new CasePart(new Box(box.x(), box.y(), box.width(), head), tiers, messages),
                new CasePart.Clock(
                        new Box(box.x(), box.y() + head, box.width(), box.height() - head), tiers, messages));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        WallFace here = id == null ? face : face.about(id);
        parts.forEach(p -> p.tick(here));
    }

    @Override
    public String late(WallFace face) {
        return face.detail().lateCases();
    }
}
