package org.yiping.console.ui.wall;

import javafx.geometry.HPos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.StatusWords;

/// The cameras of the wall: the panel `cameras-wall` where this program has it, else a frame that says it has not.
/// FX thread.
final class CamerasPart implements WallPart {
    static final String PANEL = "cameras-wall";

    /// Caption type as a share of its tile's width, at which a street's name and the age fit one line.
    private static final double TYPE = 0.0875;

    private final Desk desk;
    private final Messages messages;
    private final StatusWords words;
    private final @Nullable Panel panel;
    private final FitLine missing;
    private final FitLine online;
    private final StackPane root;

    CamerasPart(Scene.Box box, Tiers tiers, PanelCatalogue catalogue, Desk desk, Hall hall) {
        this.desk = desk;
        messages = hall.messages();
        words = new StatusWords(desk, messages);
        double least = Math.min(tiers.may() * 0.5, box.height() * 0.05);
        missing = new FitLine(Math.min(tiers.should(), box.height() * 0.12), least, "wall-muted").side(HPos.CENTER);
        online = new FitLine(Math.min(tiers.may() * 1.1, box.height() * 0.09), least, "wall-muted").side(HPos.CENTER);
        root = new StackPane();
        root.getStyleClass().add("wall-cameras");
        panel = catalogue.has(PANEL) ? catalogue.open(PANEL) : null;
        if (panel == null) {
            VBox note = Nodes.column("wall-missing", missing, online);
            StackPane.setMargin(note, new javafx.geometry.Insets(WallPart.bezel(Math.min(1, box.width() / 1200))));
            root.getChildren().add(note);
        } else {
            root.getChildren().add(panel.root());
        }
        boolean row = box.width() > 3 * box.height();
        WallPart.based(root, Math.min(tiers.may(), box.width() / (row ? Scene.LETTERED : 2) * TYPE));
        WallPart.sized(root, box.width(), box.height());
    }

    @Override
    public Region root() {
        return root;
    }

    @Nullable
    Panel panel() {
        return panel;
    }

    @Override
    public void tick(WallFace face) {
        boolean known = desk.stores().cameras().rows().size() > 0;
        if (panel == null) {
            missing.text(messages.get("wall.no-cameras"));
            online.text(known ? words.cameras().text() : "");
        }
    }
}
