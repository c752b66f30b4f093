package org.yiping.golden;

import java.awt.image.BufferedImage;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import org.yiping.console.settings.Theme;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.wall.WallWindows;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.protocol.wall.ShippedScenes;

/// The wall as its monitors show it. Any thread but the JavaFX thread.
final class WallLooks {
    private WallLooks() {}

    /// The overview on two monitors, the map on the first.
    static BufferedImage overview(Seat seat, int monitor) {
        WallWindows wall = Toolkit.onFx(() -> {
            seat.hall.themes().use(Theme.HALL);
            seat.post("wall");
            seat.settle();
            WallWindows made = new WallWindows(seat.desk, seat.hall, seat.panels(), ShippedScenes.book());
            made.open(List.of(new Rectangle2D(0, 0, 1280, 720), new Rectangle2D(1280, 0, 1280, 720)));
            return made;
        });
        Scene scene = Toolkit.onFx(() -> wall.scenes().get(monitor).scene());
        BufferedImage taken = Camera.picture(scene, seat, monitor == 0 ? 1 : GoldenTest.VIDEO_PULSES);
        Toolkit.onFx(() -> {
            wall.close();
            return true;
        });
        return taken;
    }

    /// A scene on one monitor, because it is due.
    static BufferedImage scene(Seat seat, String name) {
        WallWindows wall = Toolkit.onFx(() -> {
            seat.hall.themes().use(Theme.HALL);
            seat.post("wall");
            seat.settle();
            due(seat, new SceneId(name));
            WallWindows made = new WallWindows(seat.desk, seat.hall, seat.panels(), ShippedScenes.book());
            made.open(List.of(new Rectangle2D(0, 0, 1920, 1080)));
            return made;
        });
        Scene scene = Toolkit.onFx(() -> wall.scenes().getFirst().scene());
        BufferedImage taken = Camera.picture(scene, seat, GoldenTest.VIDEO_PULSES);
        Toolkit.onFx(() -> {
            wall.close();
            due(seat, WallRules.SHIPPED.standard());
            return true;
        });
        return taken;
    }

    private static void due(Seat seat, SceneId scene) {
        seat.wall(new WallBook(WallRules.SHIPPED.scenes(scene, null, null), List.of(), List.of()));
    }
}
