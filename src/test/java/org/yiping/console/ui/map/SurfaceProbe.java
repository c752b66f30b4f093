package org.yiping.console.ui.map;

import javafx.scene.layout.Region;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.style.LayerStack;

/// The product's map surface as `bench map` shows it in a window of its own; `shown` runs whenever a frame of the
/// engine has been set in its buffer. FX thread.
public final class SurfaceProbe {
    private final MapSurface surface;

    public SurfaceProbe(Runnable shown) {
        surface = new MapSurface(Fx.platform(), new Audience(new Presented(shown)));
    }

    public Region root() {
        return surface;
    }

    public void open(MapEngine engine) {
        surface.open(engine);
    }

    public void look(MapCamera camera) {
        surface.set(camera);
    }

    /// Shows how densely the points of a layer stand.
    public void heat(String layer) {
        surface.stack(LayerStack.plain().heat(layer));
    }

    public void close() {
        surface.close();
    }

    private record Presented(Runnable shown) implements PaintProbe.Debt {
        @Override
        public long owe() {
            return 0;
        }

        @Override
        public long owed() {
            return 0;
        }

        @Override
        public void drawn(long upTo) {
            shown.run();
        }

        @Override
        public void close() {}
    }
}
