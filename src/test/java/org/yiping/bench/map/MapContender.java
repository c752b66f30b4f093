package org.yiping.bench.map;

import java.util.function.IntFunction;
import javafx.scene.Node;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.ui.map.SurfaceProbe;

/// The product's map surface on its way along a path of cameras. JavaFX thread.
final class MapContender implements Window.Contender {
    private final SurfaceProbe surface;
    private IntFunction<MapCamera> path;
    private Runnable arrived = () -> {};
    private int at;

    MapContender(MapEngine engine, IntFunction<MapCamera> path) {
        this.path = path;
        surface = new SurfaceProbe(() -> arrived.run());
        surface.open(engine);
    }

    void follow(IntFunction<MapCamera> next) {
        path = next;
        at = 0;
    }

    void heat(String layer) {
        surface.heat(layer);
    }

    @Override
    public Node node() {
        return surface.root();
    }

    /// What runs at the next frame and after.
    void whenShown(Runnable then) {
        arrived = then;
    }

    @Override
    public boolean next(Runnable then) {
        whenShown(then);
        surface.look(path.apply(at++));
        return false;
    }
}
