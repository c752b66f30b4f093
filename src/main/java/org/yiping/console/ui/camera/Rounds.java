package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CameraUse.Tally;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.video.CameraPlayer;

/// Cameras in turn on the camera page: tours, and beside the tiles, in the place of the directory, the part for patrols
/// or the day of all cameras. FX thread.
final class Rounds {
    private final TourBar tour;
    private final PatrolView patrol;
    private final CameraDirectory cameras;
    private final Region directory;
    private final StackPane beside;
    private final UptimeDay day;
    private final UptimeView uptime;
    private final KeyButton turn;
    private final KeyButton days;
    private final Hall hall;
    private final VBox side;

    Rounds(
            Desk desk,
            Hall hall,
            CameraGrid grid,
            CameraPlayer player,
            CameraDirectory cameras,
            Function<CameraTile, Optional<Shutter.Sight>> past) {
        this.hall = hall;
        directory = cameras.root();
        day = new UptimeDay(desk, hall, this::counted);
        uptime = new UptimeView(hall, day, new Words(desk.stores(), hall.messages()), cameras::take);
        cameras.counts(id -> day.isToday() ? day.of(id).map(Tally::share) : Optional.empty());
        this.cameras = cameras;
        tour = new TourBar(desk, hall, grid, player);
        patrol = new PatrolView(desk, hall, grid, past);
        beside = new StackPane(directory);
        turn = button("patrol/open", "N", () -> turn(patrol.root()));
        days = button("uptime/open", "U", () -> turn(uptime.root()));
        say();
        HBox foot = Nodes.row("patrol-turn", turn, days);
        side = new VBox(Nodes.grow(beside), foot);
    }

    TourBar tour() {
        return tour;
    }

    /// Whatever stands beside the pictures now.
    List<Action> actions() {
        List<Action> all = new ArrayList<>(tour.actions());
        all.addAll(patrol.actions());
        return all;
    }

    Region side() {
        return side;
    }

    void onShow(Subscriptions subscriptions) {
        tour.onShow(subscriptions);
        patrol.onShow(subscriptions);
        subscriptions.listen(hall.ticker().now(), _ -> day.tick());
    }

    void onHide() {
        tour.onHide();
    }

    /// This in the directory's place, or the directory again.
    private void turn(Region to) {
        boolean there = beside.getChildren().contains(to);
        beside.getChildren().setAll(there ? directory : to);
        say();
        counted();
    }

    private void say() {
        turn.words(
                hall.messages().get(beside.getChildren().contains(patrol.root()) ? "patrol.directory" : "patrol.open"));
        days.words(
                hall.messages().get(beside.getChildren().contains(uptime.root()) ? "patrol.directory" : "uptime.open"));
    }

    private void counted() {
        if (beside.getChildren().contains(uptime.root())) {
            uptime.fill();
        } else {
            cameras.recount();
        }
    }

    private KeyButton button(String id, String key, Runnable act) {
        return new KeyButton(hall.messages(), id, "", key, act).low();
    }
}
