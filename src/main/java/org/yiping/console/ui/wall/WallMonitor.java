package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Pictures;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;

/// What one monitor of the wall shows: its piece of the hero and its parts over it. FX thread.
final class WallMonitor {
    /// The room the type is sized for, until a room file says otherwise.
    private static final double LAST_SEAT_METRES = 8;

    private static final double MONITOR_METRES = 1.2;

    private final Scene.Box box;
    private final Messages messages;
    private final Pane root = new Pane();
    private final List<WallPart> parts = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private final @Nullable Hero hero;

    WallMonitor(int index, Scene.Box box, Scene scene, PanelCatalogue catalogue, Desk desk, Hall hall) {
        this.box = box;
        this.messages = hall.messages();
        root.getStyleClass().add("wall");
        root.setMouseTransparent(true);
        WallPart.sized(root, box.width(), box.height());
        Tiers tiers = Tiers.of(LAST_SEAT_METRES, MONITOR_METRES, box.width());
        List<Scene.Box> covered = scene.parts().stream()
                .filter(p -> p.monitor() == index && !(p.content() instanceof Scene.Told))
                .map(Scene.Part::box)
                .toList();
        hero = box.meet(scene.hero())
                .map(piece -> new Hero(piece, scene, covered, tiers, messages))
                .orElse(null);
        if (hero != null) {
            hero.fill(catalogue);
            put(hero.root(), box.meet(scene.hero()).orElse(box));
        }
        for (Scene.Part part : scene.parts()) {
            if (part.monitor() == index) {
                add(part, tiers, catalogue, desk, hall);
            }
        }
    }

    Pane root() {
        return root;
    }

    /// The cameras this monitor shows, by their letters.
    List<CameraId> lettered() {
        return panels.stream()
                .flatMap(p -> p instanceof Pictures pictures ? pictures.lettered().stream() : Stream.empty())
                .toList();
    }

    /// The numbered cases the map's picture does not show, whichever piece of it is here.
    List<CaseId> outside() {
        return hero == null ? List.of() : hero.outside();
    }

    void show() {
        if (hero != null) {
            hero.show();
        }
        panels.forEach(Panel::onShow);
    }

    void hide() {
        if (hero != null) {
            hero.hide();
        }
        panels.forEach(Panel::onHide);
    }

    void tick(WallFace face) {
        parts.forEach(part -> part.tick(face));
        if (hero != null) {
            hero.tick(face);
        }
    }

    private void add(Scene.Part part, Tiers tiers, PanelCatalogue catalogue, Desk desk, Hall hall) {
        WallPart made = switch (part.content()) {
            case Scene.Legend() -> new LegendPart(part.box(), tiers, messages);
            case Scene.Told() -> new ToldPart(part.box(), tiers);
            case Scene.Figures() -> new FiguresPart(part.box(), tiers);
            case Scene.Urgent(int number) -> new UrgentPart(number, part.box(), tiers, messages);
            case Scene.Cameras() -> cameras(part, tiers, catalogue, desk, hall);
            case Scene.Status() -> new StatusPart(part.box(), tiers, messages);
        };
        parts.add(made);
        put(made.root(), part.box());
    }

    private CamerasPart cameras(Scene.Part part, Tiers tiers, PanelCatalogue catalogue, Desk desk, Hall hall) {
        CamerasPart cameras = new CamerasPart(part.box(), tiers, catalogue, desk, hall);
        Panel panel = cameras.panel();
        if (panel != null) {
            panels.add(panel);
        }
        return cameras;
    }

    private void put(Region node, Scene.Box at) {
        node.setLayoutX(at.x() - box.x());
        node.setLayoutY(at.y() - box.y());
        root.getChildren().add(node);
    }
}
