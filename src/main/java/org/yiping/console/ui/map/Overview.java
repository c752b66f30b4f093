package org.yiping.console.ui.map;

import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;

/// The whole city in a corner with the frame of what the window shows, which one can drag (鹰眼). It draws the ground
/// alone, so that it rests while everything else lives. FX thread.
final class Overview {
    private static final double LEAST = 14;

    private final MapSurface window;
    private final MapSurface small;
    private final Region frame = new Region();
    private final StackPane root;
    private @Nullable CityBox city;
    private double grabX;
    private double grabY;

    Overview(CityMap map, MapSurface window) {
        this.window = window;
        small = map.surface();
        small.setId("map/overview-surface");
        small.setAccessibleText(map.hall().messages().get("map.overview"));
        frame.getStyleClass().add("overview-frame");
        frame.setManaged(false);
        frame.setCursor(Cursor.MOVE);
        Pane over = new Pane(frame);
        over.setMinSize(0, 0);
        root = new StackPane(small, over);
        root.getStyleClass().add("map-overview");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(root, Pos.BOTTOM_LEFT);
        root.setTranslateX(10);
        root.setTranslateY(-36);
        javafx.scene.shape.Rectangle clip = new javafx.scene.shape.Rectangle();
        clip.widthProperty().bind(over.widthProperty());
        clip.heightProperty().bind(over.heightProperty());
        over.setClip(clip);
        over.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        over.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        window.camera().subscribe(_ -> place());
        small.camera().subscribe(_ -> {
            whole();
            place();
        });
    }

    Region root() {
        return root;
    }

    void open(MapEngine engine, @Nullable CityBox all) {
        city = all;
        small.open(engine);
        if (all != null && small.camera().get().isEmpty()) {
            small.show(all);
        }
        small.emphasise(new Emphasis(
                null, List.of(), List.of(), Set.of(CityMap.CASES, CityMap.CAMERAS, CityMap.SENSORS, CityMap.UNITS)));
    }

    void close() {
        small.close();
    }

    /// All of the city, with margins: a surface by itself fills its window.
    private void whole() {
        MapCamera far = small.camera().get().orElse(null);
        CityBox all = city;
        if (far != null && all != null) {
            MapCamera whole = MapCamera.showing(all, far.width(), far.height());
            if (!whole.equals(far)) {
                small.set(whole);
            }
        }
    }

    private void place() {
        MapCamera far = small.camera().get().orElse(null);
        MapCamera near = window.camera().get().orElse(null);
        frame.setVisible(far != null && near != null);
        if (far == null || near == null) {
            return;
        }
        CityBox view = near.view();
        double x = far.screenX(view.west());
        double y = far.screenY(view.north());
        double width = far.screenX(view.east()) - x;
        double height = far.screenY(view.south()) - y;
        double w = Math.max(LEAST, width);
        double h = Math.max(LEAST, height);
        frame.resizeRelocate(
                Math.rint(x - (w - width) / 2), Math.rint(y - (h - height) / 2), Math.rint(w), Math.rint(h));
    }

    /// Beside the frame the window comes to the pointer; on it, it is taken by where it was grabbed.
    private void pressed(MouseEvent e) {
        double x = frame.getLayoutX() + frame.getWidth() / 2;
        double y = frame.getLayoutY() + frame.getHeight() / 2;
        boolean on = Math.abs(e.getX() - x) <= frame.getWidth() / 2 && Math.abs(e.getY() - y) <= frame.getHeight() / 2;
        grabX = on ? e.getX() - x : 0;
        grabY = on ? e.getY() - y : 0;
        dragged(e);
    }

    private void dragged(MouseEvent e) {
        MapCamera far = small.camera().get().orElse(null);
        MapCamera near = window.camera().get().orElse(null);
        if (far != null && near != null) {
            var at = far.city(e.getX() - grabX, e.getY() - grabY);
            window.set(near.at(at.x(), at.y()));
        }
        e.consume();
    }
}
