package org.yiping.console.map;

import java.util.List;
import java.util.Map;

/// One finished picture of a map window (帧), or what of it looks otherwise than in the one before: opaque ARGB, row by
/// row, of the size of its camera.
///
/// Only the pixels of `changed` are the picture; all others look as in the frame before, and the numbers there mean
/// nothing. So whoever leaves a frame out has to take over what it changed, unless the next one is whole.
///
/// Whoever gets it may read `pixels` on any thread until `release`, which must be called once; the window draws no
/// further picture while too many are out.
public final class Frame {
    private final int[] pixels;
    private final MapCamera camera;
    private final boolean complete;
    private final Map<String, Long> states;
    private final List<PixelBox> changed;
    private final Runnable release;

    Frame(
            int[] pixels,
            MapCamera camera,
            boolean complete,
            Map<String, Long> states,
            List<PixelBox> changed,
            Runnable release) {
        this.pixels = pixels;
        this.camera = camera;
        this.complete = complete;
        this.states = states;
        this.changed = List.copyOf(changed);
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

    /// The boxes that were drawn.
    public List<PixelBox> changed() {
        return changed;
    }

    /// It needs no frame before it.
    public boolean isWhole() {
        return changed.size() == 1 && changed.getFirst().equals(new PixelBox(0, 0, width(), height()));
    }

    /// Puts what changed into a picture of the same size.
    public void copyTo(int[] picture) {
        for (PixelBox box : changed) {
            if (box.width() == width()) {
                int from = box.top() * width();
                System.arraycopy(pixels, from, picture, from, box.height() * width());
                continue;
            }
            for (int y = box.top(); y < box.bottom(); y++) {
                int from = y * width() + box.left();
                System.arraycopy(pixels, from, picture, from, box.width());
            }
        }
    }

    /// Which published state of a live layer this picture was made from.
    public long state(String layer) {
        return states.getOrDefault(layer, 0L);
    }

    public void release() {
        release.run();
    }
}
