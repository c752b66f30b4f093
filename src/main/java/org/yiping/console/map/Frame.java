package org.yiping.console.map;

import java.util.Map;

/// One finished picture of a map window (帧): opaque ARGB, row by row, of the size of its camera.
///
/// Whoever gets it may read `pixels` on any thread until `release`, which must be called once; the window has few
/// buffers and draws no further picture while all are out.
public final class Frame {
    private final int[] pixels;
    private final MapCamera camera;
    private final boolean complete;
    private final Map<String, Long> states;
    private final Runnable release;

    Frame(int[] pixels, MapCamera camera, boolean complete, Map<String, Long> states, Runnable release) {
        this.pixels = pixels;
        this.camera = camera;
        this.complete = complete;
        this.states = states;
        this.release = release;
    }

    public int[] pixels() {
        return pixels;
    }

    public MapCamera camera() {
        return camera;
    }

    public int width() {
        return camera.width();
    }

    public int height() {
        return camera.height();
    }

    /// Every tile was there, up to date and at its true scale: no better picture will follow by itself.
    public boolean isComplete() {
        return complete;
    }

    /// Which published state of a live layer this picture was made from.
    public long state(String layer) {
        return states.getOrDefault(layer, 0L);
    }

    public void release() {
        release.run();
    }
}
