package org.yiping.console.ui.shell;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.PickedPlace;

/// From every page: the cameras near what is picked, on the camera page's tiles, and what was there before. FX thread.
///
/// These bear the ids of the camera page's own buttons, which do it: there they are the same action.
final class NearActions {
    static final String PAGE = "video";

    private final Desk desk;
    private final Hall hall;
    private final Pages pages;

    NearActions(Desk desk, Hall hall, Pages pages) {
        this.desk = desk;
        this.hall = hall;
        this.pages = pages;
    }

    List<Action> actions() {
        return List.of(
                action("camera/near", "camera.near")
                        .on(Key.of(KeyCode.F3))
                        .refused(
                                PickedPlace.of(desk).isPresent()
                                        ? ""
                                        : hall.messages().get("camera.near-no-place")),
                action("camera/near-back", "camera.near-back").on(new Key(KeyCode.F3, false, false, true)));
    }

    private Action action(String id, String words) {
        Action there = hall.action(id, "camera.list", words, () -> {});
        return there.doing(() -> pages.at(PAGE, there));
    }
}
