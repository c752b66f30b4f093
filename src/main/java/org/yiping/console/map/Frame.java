package org.yiping.console.map;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One finished picture of a map window (帧), or what of it looks otherwise than in the one before: opaque ARGB, row by
/// row, of the size of its camera.
///
/// Only the pixels of `changed` are the picture. All others look as in the frame before, which is moved first, and the
/// numbers there mean nothing. So frames are laid over one another in turn, until one comes that is whole.
///
/// To a sink that takes pieces it is what lies over them: premultiplied ARGB with holes, and always whole.
///
/// Whoever gets it may read `pixels` on any thread until `release`, which must be called once; the window draws no
/// further picture while too many are out.
public final class Frame {
    private final List<Piece> ground;
    private final MapCamera camera;
    private final boolean complete;
    private final Map<String, Long> states;
    private final Change change;
    private final Consumer<int[]> release;
    private int[] pixels;

    /// How a picture came from the one before: moved by so many pixels, to the right and down, then drawn in boxes.
    record Change(int dx, int dy, List<PixelBox> boxes) {
        static final Change NONE = new Change(0, 0, List.of());

        Change {
            boxes = List.copyOf(boxes);
        }

        boolean isMove() {
            return dx != 0 || dy != 0;
        }
    }

    /// @param ground pieces below the pixels, the lowest first
    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    record Picture(int[] pixels, List<Piece> ground) {}

    Frame(
            Picture picture,
            MapCamera camera,
            boolean complete,
            Map<String, Long> states,
            Change change,
            Consumer<int[]> release) {
        this.pixels = picture.pixels;
        this.ground = picture.ground;
        this.camera = camera;
        this.complete = complete;
        this.states = states;
        this.change = change;
        this.release = release;
    }

    public int[] pixels() {
        return pixels;
    }

    /// What lies below the pixels, the lowest first; nothing, where they are the whole picture.
    public List<Piece> ground() {
        return ground;
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

    /// The boxes that look otherwise than before; everything, where the picture moved.
    public List<PixelBox> changed() {
        return change.isMove() ? List.of(all()) : change.boxes;
    }

    /// It needs no frame before it.
    public boolean isWhole() {
        return !change.isMove() && change.boxes.equals(List.of(all()));
    }

    private PixelBox all() {
        return new PixelBox(0, 0, width(), height());
    }

    /// Makes this picture of the one before: moves it where it moved and puts in what was drawn.
    public void apply(int[] onto) {
        if (change.isMove()) {
            move(onto);
        }
        for (PixelBox box : change.boxes) {
            if (box.width() == width()) {
                int from = box.top() * width();
                System.arraycopy(pixels, from, onto, from, box.height() * width());
                continue;
            }
            for (int y = box.top(); y < box.bottom(); y++) {
                int from = y * width() + box.left();
                System.arraycopy(pixels, from, onto, from, box.width());
            }
        }
    }

    /// Its own pixels, where it is whole, for as many of somebody else's: those go back in their place, and nothing is
    /// copied.
    public int[] exchange(int[] others) {
        int[] own = pixels;
        pixels = others;
        return own;
    }

    /// Row by row, those first that others would be written over.
    private void move(int[] onto) {
        int w = width();
        int rows = height() - Math.abs(change.dy);
        int columns = w - Math.abs(change.dx);
        int to = Math.max(0, change.dx);
        int from = Math.max(0, -change.dx);
        for (int i = 0; i < rows; i++) {
            int y = change.dy > 0 ? height() - 1 - i : i;
            System.arraycopy(onto, (y - change.dy) * w + from, onto, y * w + to, columns);
        }
    }

    /// Which published state of a live layer this picture was made from.
    public long state(String layer) {
        return states.getOrDefault(layer, 0L);
    }

    public void release() {
        release.accept(pixels);
    }
}
