package org.yiping.console.ui.map;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;

/// Where a card stands beside its symbol: below it to the right, to its other sides where the window ends (卡片位置).
/// Stateless; FX thread.
final class CardPlace {
    private CardPlace() {}

    static void place(Region card, @Nullable CityPoint at, @Nullable MapCamera camera) {
        if (camera == null || at == null) {
            card.setVisible(false);
            return;
        }
        double x = camera.screenX(at.x()) + 28;
        double y = camera.screenY(at.y()) + 24;
        boolean on = x > -200 && y > -100 && x < camera.width() + 100.0 && y < camera.height() + 100.0;
        card.setVisible(on);
        if (on) {
            card.applyCss();
            card.autosize();
            card.layout();
            double w = card.getWidth();
            double h = card.getHeight();
            if (x + w > camera.width() - 60) {
                x = x - w - 56;
            }
            if (y + h > camera.height() - 60) {
                y = y - h - 48;
            }
            card.relocate(Math.rint(Math.max(60, x)), Math.rint(Math.max(8, y)));
        }
    }
}
