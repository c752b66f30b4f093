package org.yiping.console.map;

import org.yiping.console.map.style.LayerStack;
import org.yiping.console.map.style.Zoom;

/// How a live layer is shown. `order`: higher is drawn later, on top. `clusters`: crowds are counted, in far views all.
/// `yields`: its marks shrink where they stand close to others, and make room for those of layers that do not.
/// `still`: its marks do not wander, so labels keep clear of them. Shown between the scales `nearest` (left out) and
/// `farthest` in m/px, with an `opacity` from 0 to 1. Immutable; any thread.
public record LayerSpec(
        String name,
        int order,
        boolean clusters,
        boolean yields,
        boolean still,
        double nearest,
        double farthest,
        double opacity) {
    static final double MOST_ZOOM = 30;
    /// Scales that should be equal differ by rounding.
    private static final double SAME = 1 + 1e-9;

    public LayerSpec(String name, int order, boolean clusters, boolean yields, boolean still, double farthest) {
        this(name, order, clusters, yields, still, 0, farthest, 1);
    }

    /// Cases: on top, counted in far views, shown at every scale.
    public static LayerSpec cases(String name) {
        return new LayerSpec(name, 100, true, false, true, Double.MAX_VALUE);
    }

    /// Cameras: below everything that moves.
    public static LayerSpec posts(String name) {
        return new LayerSpec(name, 10, false, true, true, 8.1);
    }

    /// Sensors: crowds of them are counted, and how many of them call for somebody.
    public static LayerSpec sensors(String name) {
        return new LayerSpec(name, 15, true, true, true, 8.1);
    }

    /// People, vehicles, drones.
    public static LayerSpec moving(String name) {
        return new LayerSpec(name, 50, false, true, false, 11.5);
    }

    boolean shows(double metresPerPixel) {
        return opacity > 0 && metresPerPixel > nearest * SAME && metresPerPixel <= farthest * SAME;
    }

    /// As a stack narrows it.
    LayerSpec within(LayerStack.Entry entry) {
        if (entry.equals(LayerStack.Entry.PLAIN)) {
            return this;
        }
        double near = entry.maxZoom() >= MOST_ZOOM ? 0 : Zoom.metresPerPixel(entry.maxZoom());
        double far = entry.minZoom() <= 0 ? Double.MAX_VALUE : Zoom.metresPerPixel(entry.minZoom());
        return new LayerSpec(
                name,
                order,
                clusters,
                yields,
                still,
                Math.max(nearest, near),
                Math.min(farthest, far),
                opacity * entry.opacity());
    }
}
