package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.fx.Themes;
import org.yiping.console.settings.Theme;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;

/// The display wall (大屏): one window without frame on each of its monitors, showing the overview. FX thread.
///
/// Nobody sits at a wall: no pointer, no key, no way to close it by hand. It wears the hall's theme whatever the
/// seats wear. Monitors are given as rectangles of the desktop, in pixels.
public final class WallWindows {
    private final Desk desk;
    private final Hall hall;
    private final PanelCatalogue catalogue;
    private final Themes themes = new Themes(Theme.HALL, 100);
    private final WallModel model;
    private final List<WallMonitor> monitors = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();

    /// A window with its name, for who saves pictures.
    public record NamedScene(String name, javafx.scene.Scene scene) {}

    /// Uses the panels `map-wall` (best a `Ground`) and `cameras-wall` where the catalogue has them.
    public WallWindows(Desk desk, Hall hall, PanelCatalogue catalogue) {
        this.desk = desk;
        this.hall = hall;
        this.catalogue = catalogue;
        model = new WallModel(desk, hall);
    }

    public void open(List<Rectangle2D> screens) {
        open(screens, true);
    }

    /// `own`: nobody works at these monitors. Where somebody does, their windows may lie above the wall.
    public void open(List<Rectangle2D> screens, boolean own) {
        close();
        List<Scene.Box> boxes = screens.stream()
                .map(r -> new Scene.Box(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight()))
                .toList();
        Scene scene = Scene.overview(boxes);
        for (int i = 0; i < boxes.size(); i++) {
            WallMonitor monitor = new WallMonitor(i, boxes.get(i), scene, catalogue, desk, hall);
            monitors.add(monitor);
            Stage stage = window(monitor, boxes.get(i));
            stage.setAlwaysOnTop(own);
            stages.add(stage);
        }
        model.show();
        subscriptions.listen(hall.ticker().now(), this::tick);
        monitors.forEach(WallMonitor::show);
        stages.forEach(Stage::show);
    }

    public void close() {
        subscriptions.close();
        model.hide();
        monitors.forEach(WallMonitor::hide);
        stages.forEach(Stage::close);
        monitors.clear();
        stages.clear();
    }

    /// `wall-1` … in the order the monitors were given.
    public List<NamedScene> scenes() {
        List<NamedScene> named = new ArrayList<>();
        for (Stage stage : stages) {
            named.add(new NamedScene("wall-" + (named.size() + 1), stage.getScene()));
        }
        return named;
    }

    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    private void tick(Instant now) {
        model.count(now, this::paint);
        paint();
    }

    private void paint() {
        List<CameraId> cameras =
                monitors.stream().flatMap(m -> m.lettered().stream()).toList();
        Set<CaseId> outside =
                monitors.stream().flatMap(m -> m.outside().stream()).collect(Collectors.toSet());
        WallFace face = model.face(hall.now(), outside, cameras);
        monitors.forEach(monitor -> monitor.tick(face));
    }

    private Stage window(WallMonitor monitor, Scene.Box box) {
        javafx.scene.Scene scene = new javafx.scene.Scene(monitor.root(), box.width(), box.height());
        scene.setCursor(Cursor.NONE);
        scene.addEventFilter(KeyEvent.ANY, Event::consume);
        themes.apply(scene);
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(scene);
        stage.setTitle(hall.messages().get("wall.title"));
        stage.setX(box.x());
        stage.setY(box.y());
        stage.setWidth(box.width());
        stage.setHeight(box.height());
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, Event::consume);
        return stage;
    }
}
