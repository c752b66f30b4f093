package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.video.CameraPlayer;
import org.yiping.domain.camera.Camera;

/// What stands around the pictures at a workstation: the directory or a patrol at their left, what recognisers saw at
/// their right, tours, turning, speaking and evidence below. FX thread.
final class CameraStation {
    private final CameraDirectory directory;
    private final Rounds rounds;
    private final CameraWork work;
    private final Evidence evidence;
    private final NearCameras near;
    private final CaptureView captures;
    private final VBox foot;
    private final HBox root;

    /// Around the pictures of `grid`.
    CameraStation(
            Desk desk, Hall hall, CameraPlayer player, CameraGrid grid, CameraDirectory directory, PanelHeader header) {
        this.directory = directory;
        rounds = new Rounds(desk, hall, grid, player, directory);
        work = new CameraWork(desk, hall, grid);
        evidence = new Evidence(desk, hall, player, grid);
        near = new NearCameras(desk, hall, grid, directory::isViewed);
        captures = new CaptureView(desk, hall, grid::showDetected, work.speaking());
        evidence.into(header);
        PanelFrame frame = new PanelFrame(header, work.over());
        foot = Nodes.column("camera-foot", evidence.card(), rounds.bar(), work.bar());
        frame.foot(foot);
        HBox.setHgrow(frame, Priority.ALWAYS);
        root = new HBox(rounds.side(), frame, captures.root());
        root.getStyleClass().add("page-row");
        root.widthProperty().subscribe(w -> captures.fit(w.doubleValue()));
    }

    /// The page's own line below the pictures.
    void line(Region line) {
        foot.getChildren().add(line);
    }

    HBox root() {
        return root;
    }

    /// What evidence and what is picked elsewhere add to the page's own line.
    List<KeyButton> buttons() {
        List<KeyButton> all = new ArrayList<>(near.buttons());
        all.addAll(evidence.buttons());
        all.addFirst(captures.opener());
        return all;
    }

    List<Action> actions() {
        List<Action> all = new ArrayList<>(directory.actions());
        all.addAll(work.actions());
        all.addAll(evidence.actions());
        all.addAll(captures.actions());
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
