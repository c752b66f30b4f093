package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Buttons;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.video.CameraPlayer;
import org.yiping.domain.camera.Camera;

/// What stands around the pictures at a workstation: the directory or a patrol at their left, what recognisers saw at
/// their right, and two lines below: turning and speaking, then evidence and tours. FX thread.
final class CameraStation {
    private final CameraDirectory directory;
    private final Rounds rounds;
    private final CameraWork work;
    private final Evidence evidence;
    private final NearCameras near;
    private final CaptureView captures;
    private final CameraMenu menu;
    private final SecondTry again;
    private final List<KeyButton> grouped;
    private final String group;
    private final HBox root;

    /// What the page does with its grid: `pressed` stands in its line, `seldom` in its menu.
    record OfGrid(CameraGrid grid, KeyButton pressed, List<KeyButton> seldom) {}

    /// Around the pictures of that grid.
    CameraStation(Desk desk, Hall hall, CameraPlayer player, OfGrid of, CameraDirectory directory, PanelHeader header) {
        this.directory = directory;
        CameraGrid grid = of.grid();
        group = hall.messages().get("camera.list");
        evidence = new Evidence(desk, hall, player, grid);
        rounds = new Rounds(desk, hall, grid, player, directory, evidence::past);
        work = new CameraWork(desk, hall, grid);
        near = new NearCameras(desk, hall, grid, directory::isViewed);
        captures = new CaptureView(desk, hall, grid::showDetected, work.speaking());
        again = new SecondTry(hall, grid);
        evidence.into(header);
        TourBar tour = rounds.tour();
        FlowPane turns = line();
        turns.getChildren().setAll(of.seldom());
        Region grids =
                Nodes.column("camera-menu-part", Nodes.keep(hall.messages().get("camera.tiles"), "t-strong"), turns);
        menu = new CameraMenu(hall.messages(), work.over(), List.of(tour.settings(), grids));
        grouped = new ArrayList<>(of.seldom());
        grouped.addAll(List.of(near.button(), near.undo()));
        PanelFrame frame = new PanelFrame(header, menu.root());
        frame.foot(Nodes.column("camera-foot", evidence.card(), work.bar(), line(of.pressed())));
        HBox.setHgrow(frame, Priority.ALWAYS);
        root = new HBox(rounds.side(), frame, captures.root());
        root.getStyleClass().add("page-row");
        root.widthProperty().subscribe(w -> captures.fit(w.doubleValue()));
    }

    /// The page's own line below the pictures: what is used most comes first. What a replay or a tour
    /// needs stands there while it runs, in the place of what is not asked for then, so that the line
    /// stays one.
    private FlowPane line(KeyButton enlarge) {
        TourBar tour = rounds.tour();
        BooleanExpression replays = evidence.isReplaying();
        BooleanExpression tours = tour.running().and(replays.not());
        BooleanExpression free = tour.running().or(replays).not();
        FlowPane line = line();
        line.getChildren().addAll(captures.opener(), near.button(), near.undo(), enlarge);
        line.getChildren().addAll(evidence.replaying());
        line.getChildren().addAll(evidence.buttons());
        line.getChildren().add(tour.opener());
        line.getChildren().addAll(tour.line());
        line.getChildren().add(menu.opener());
        shown(near.button(), free);
        shown(near.undo(), free.and(near.canUndo()));
        shown(tour.opener(), free);
        evidence.replaying().forEach(b -> shown(b, replays));
        tour.line().forEach(n -> shown(n, tours));
        return line;
    }

    private static void shown(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static FlowPane line() {
        FlowPane line = new FlowPane();
        line.getStyleClass().addAll("camera-buttons", "camera-line");
        return line;
    }

    HBox root() {
        return root;
    }

    List<Action> actions() {
        List<Action> all = new ArrayList<>(directory.actions());
        all.addAll(work.actions());
        all.addAll(evidence.actions());
        all.addAll(captures.actions());
        all.addAll(rounds.actions());
        all.add(again.action());
        grouped.forEach(b -> all.add(Buttons.of(b, group)));
        return all;
    }

    void onShow(Subscriptions subscriptions) {
        directory.onShow();
        rounds.onShow(subscriptions);
        work.start();
        evidence.show();
        captures.onShow();
    }

    /// Before the pictures stop.
    void onHide() {
        directory.onHide();
        rounds.onHide();
        work.stop();
        evidence.hide();
        captures.onHide();
    }

    /// Every second, and whenever another tile or camera is selected.
    void at(@Nullable Camera selected) {
        work.at(selected);
        near.tell();
    }
}
