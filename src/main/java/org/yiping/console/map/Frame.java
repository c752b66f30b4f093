package org.yiping.console.map;

/// One finished picture of a map window (帧): opaque ARGB, row by row, of the size of its camera.
///
/// Whoever gets it may read `pixels` on any thread until `release`, which must be called once; the window has few
/// buffers and draws no further picture while all are out.
public final class Frame {
    private final int[] pixels;
    private final MapCamera camera;
    private final boolean complete;
    private final Runnable release;

    Frame(int[] pixels, MapCamera camera, boolean complete, Runnable release) {
        this.pixels = pixels;
        this.camera = camera;
        this.complete = complete;
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

    public void release() {
        release.run();
    }
}
