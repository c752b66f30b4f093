package org.yiping.console.ui.camera;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.video.CameraPlayer;

/// Cameras in turn on the camera page: the line of tours below the tiles, and beside them the part for patrols in the
/// place of the directory. FX thread.
final class Rounds {
    private final TourBar tour;
    private final PatrolView patrol;
    private final Region directory;
    private final StackPane beside;
    private final KeyButton turn;
    private final Hall hall;
    private final VBox side;

    Rounds(Desk desk, Hall hall, CameraGrid grid, CameraPlayer player, Region directory) {
        this.hall = hall;
        this.directory = directory;
        tour = new TourBar(desk, hall, grid, player);
        patrol = new PatrolView(desk, hall, grid);
        beside = new StackPane(directory);
        turn = new KeyButton(hall.messages(), "patrol/open", hall.messages().get("patrol.open"), "N", this::turn).low();
        HBox foot = Nodes.row("patrol-turn", turn);
        side = new VBox(Nodes.grow(beside), foot);
    }

    Region bar() {
        return tour.root();
    }

    Region side() {
        return side;
    }

    void onShow(Subscriptions subscriptions) {
        tour.onShow(subscriptions);
        patrol.onShow(subscriptions);
    }

    void onHide() {
        tour.onHide();
    }

    private void turn() {
        boolean patrols = beside.getChildren().contains(directory);
        beside.getChildren().setAll(patrols ? patrol.root() : directory);
        turn.words(hall.messages().get(patrols ? "patrol.directory" : "patrol.open"));
    }
}
