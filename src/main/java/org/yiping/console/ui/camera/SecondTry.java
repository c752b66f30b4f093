package org.yiping.console.ui.camera;

import javafx.scene.input.KeyCode;
import org.yiping.console.fx.Notice;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Watch;

/// Tries the chosen camera's refused credentials once more, when they were put right where this console cannot
/// see it. FX thread.
final class SecondTry {
    private final Hall hall;
    private final CameraGrid grid;

    SecondTry(Hall hall, CameraGrid grid) {
        this.hall = hall;
        this.grid = grid;
    }

    Action action() {
        return hall.action("camera/try-again", "camera.list", "camera.try-again", this::tryAgain)
                .on(Key.of(KeyCode.F5))
                .refused(isRefused() ? "" : hall.messages().get("camera.not-refused"));
    }

    private boolean isRefused() {
        return grid.selectedTile()
                .watch()
                .filter(w -> w.picture() instanceof Picture.Offline o && o.fault() == Picture.Fault.REFUSED)
                .isPresent();
    }

    private void tryAgain() {
        if (grid.selectedTile().watch().filter(Watch::tryAgain).isEmpty()) {
            hall.notices().show(Notice.info("camera-tried", hall.messages().get("camera.tried-just-now")));
        }
    }
}
