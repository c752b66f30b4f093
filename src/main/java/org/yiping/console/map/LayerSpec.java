package org.yiping.console.map;

/// How a live layer is shown. `order`: higher is drawn later, on top. `clusters`: crowds are counted, in far views all.
/// `still`: its marks do not wander, so labels keep clear of them. `farthest` in m/px. Immutable; any thread.
public record LayerSpec(String name, int order, boolean clusters, boolean still, double farthest) {
    /// Cases: on top, counted in far views, shown at every scale.
    public static LayerSpec cases(String name) {
        return new LayerSpec(name, 100, true, true, Double.MAX_VALUE);
    }

    /// Cameras and sensors: below everything that moves.
    public static LayerSpec posts(String name) {
        return new LayerSpec(name, 10, false, true, 8.1);
    }

    /// People, vehicles, drones.
    public static LayerSpec moving(String name) {
        return new LayerSpec(name, 50, false, false, 11.5);
    }
}
