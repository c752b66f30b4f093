package org.yiping.console.ui.map;

import org.yiping.console.map.CityBox;
import org.yiping.console.map.MapCamera;

/// Where a map window starts. Stateless; any thread.
final class Views {
    private Views() {}

    /// Where work starts: one level nearer than the whole city, at which cameras and people stand apart.
    static MapCamera start(CityBox box, int width, int height) {
        return covering(box, width, height).stepped(1, width / 2.0, height / 2.0);
    }

    /// The resting camera at which the box fills the window: what juts out at two sides is less missed than empty
    /// margins.
    static MapCamera covering(CityBox box, int width, int height) {
        double fill = Math.min((box.east() - box.west()) / width, (box.north() - box.south()) / height);
        MapCamera camera = MapCamera.showing(box, width, height);
        while (camera.metresPerPixel() > fill * 1.02) {
            MapCamera nearer = camera.stepped(1, width / 2.0, height / 2.0);
            if (nearer.metresPerPixel() >= camera.metresPerPixel()) {
                return camera;
            }
            camera = nearer;
        }
        return camera;
    }
}
