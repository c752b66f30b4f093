package org.yiping.console.ui.wall;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.wall.Box;

/// What visitors are told at this step of the story (演示), beside the map's legend; away while nothing is told. FX
/// thread.
final class ToldPart implements WallPart {
    private static final double LINES = 3.4;

    private final FitLine title;
    private final Label caption;
    private final VBox root;

    ToldPart(Box box, Tiers tiers) {
        double px = Math.min(tiers.should() * 0.8, box.height() / LINES);
        title = new FitLine(px * 0.6, px * 0.4, "wall-muted");
        caption = Nodes.label("", "wall-strong", "wall-line");
        caption.setWrapText(true);
        caption.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", px * 0.85));
        root = Nodes.column("wall-legend", title, caption);
        root.setVisible(false);
        WallPart.based(root, px);
        WallPart.sized(root, box.width(), box.height());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        root.setVisible(!face.told().caption().isEmpty());
        title.text(face.told().title());
        caption.setText(face.told().caption());
    }
}
