package org.yiping.console.ui.wall;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Ground;
import org.yiping.console.ui.Panel;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.MapView;

/// A map that a desk sent, beside the scene's own: one monitor's piece of it, without numbers and cards. FX
/// thread.
final class MapPart implements WallPart {
    private final PanelPool pool;
    private final @Nullable Panel panel;
    private final FitLine missing;
    private final WallMonitor.Kit kit;
    private final StackPane root = new StackPane();

    MapPart(Scene.View view, Box box, Scene.Bezels bezels, Tiers tiers, WallMonitor.Kit kit) {
        this.kit = kit;
        pool = kit.pool();
        missing = new FitLine(tiers.may(), tiers.may() * 0.5, "wall-muted").side(HPos.CENTER);
        root.getStyleClass().add("wall-ground");
        panel = pool.has(Hero.MAP) ? pool.take(Hero.MAP) : null;
        if (panel == null) {
            root.getChildren().add(missing);
        } else {
            WallPart.sized(panel.root(), box.width(), box.height());
            root.getChildren().add(WallPart.sized(pool.frame(panel), box.width(), box.height()));
        }
        if (panel instanceof Ground ground) {
            Box whole = bezels.behind(view.whole());
            Box part = bezels.behind(box);
            ground.part(new Ground.Part(
                    part.x() - whole.x(),
                    part.y() - whole.y(),
                    whole.width(),
                    whole.height(),
                    new Rectangle2D(0, 0, whole.width(), whole.height())));
            ground.speak(List.of(), List.of());
            ground.cover(List.of());
            ground.closeUp(false);
            ground.look(MapView.of(view.shown().option("view", "")).orElse(null));
        }
        WallPart.sized(root, box.width(), box.height());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show() {
        if (panel != null) {
            pool.see(panel);
            panel.onShow();
        }
    }

    @Override
    public void hide() {
        if (panel != null) {
            pool.give(panel);
        }
    }

    @Override
    public void tick(WallFace face) {
        if (panel == null) {
            missing.text(kit.hall().messages().get("wall.no-map"));
        }
    }

    @Override
    public String late(WallFace face) {
        return panel instanceof Ground ground ? truth(ground, face) : "";
    }

    /// What a map lacks, and since when it is as it is; empty where it is as it should be.
    static String truth(Ground ground, WallFace face) {
        return Stream.of(ground.lack(), face.detail().lateCases())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
