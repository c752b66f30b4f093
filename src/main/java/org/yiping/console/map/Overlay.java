package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// What lies over the ground, worked out for a window and some room around it (上层): drawings at pixels of one scale,
/// in an order that hangs on what they are and where, and not on how they came. So two of them that hold the same look
/// the same, and where they differ is all that need be drawn anew. Immutable but for what finds marks; any thread.
final class Overlay {
    /// What is drawn first: cones, names, marks of the layers, words of marks, and the selected mark.
    static final int CONES = 0;

    static final int NAMES = 1;
    static final int MARKS = 2;
    static final int WORDS = 1 << 20;
    static final int SELECTED = WORDS + 1;

    /// Pixels of a square by which marks are found again.
    private static final int SQUARE = 128;

    private final PixelGrid grid;
    private final List<Mark> marks;
    /// Rows that any mark takes above or below its place at most.
    private final int tall;
    /// Of each square, row by row, which marks may meet it; made when a part is first drawn.
    private BitSet @Nullable [] squares;

    /// One drawing. `weight` from 0: of the same rank what is heavier is drawn later; `look` tells drawings apart.
    private record Mark(int rank, int weight, int x, int y, long look, Drawing drawing) {
        boolean meets(PixelBox box, int dx, int dy) {
            PixelBox own = drawing.box();
            int left = x + dx;
            int top = y + dy;
            return left + own.left() < box.right()
                    && left + own.right() > box.left()
                    && top + own.top() < box.bottom()
                    && top + own.bottom() > box.top();
        }
    }

    private static int order(Mark a, Mark b) {
        if (a.rank != b.rank) {
            return Integer.compare(a.rank, b.rank);
        }
        if (a.weight != b.weight) {
            return Integer.compare(a.weight, b.weight);
        }
        if (a.y != b.y) {
            return Integer.compare(a.y, b.y);
        }
        return a.x != b.x ? Integer.compare(a.x, b.x) : Long.compare(a.look, b.look);
    }

    private Overlay(PixelGrid grid, List<Mark> marks) {
        this.grid = grid;
        this.marks = marks;
        int most = 0;
        for (Mark mark : marks) {
            PixelBox box = mark.drawing.box();
            most = Math.max(most, Math.max(-box.top(), box.bottom()));
        }
        this.tall = most;
    }

    /// The ground it was made for, as a picture.
    PixelGrid grid() {
        return grid;
    }

    /// Draws what has a rank from `from` up to and without `to` on the canvas, whose corner is that of `window`. At
    /// another scale than that it was made for, everything keeps its size and moves with the ground.
    void paint(Canvas canvas, PixelGrid window, int from, int to) {
        if (window.metresPerPixel() != grid.metresPerPixel()) {
            paintMoving(canvas, window, from, to);
            return;
        }
        int dx = away(grid.left(), window.left());
        int dy = away(grid.top(), window.top());
        BitSet near = near(canvas.clip().moved(-dx, -dy));
        for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
            Mark mark = marks.get(i);
            if (mark.rank >= from && mark.rank < to && mark.meets(canvas.clip(), dx, dy)) {
                mark.drawing.paint(canvas, mark.x + dx, mark.y + dy);
            }
        }
    }

    private void paintMoving(Canvas canvas, PixelGrid window, int from, int to) {
        double times = grid.metresPerPixel() / window.metresPerPixel();
        double left = grid.left() * times - window.left();
        double top = grid.top() * times - window.top();
        PixelBox clip = canvas.clip();
        for (int i = 0, n = marks.size(); i < n; i++) {
            Mark mark = marks.get(i);
            // by the middle of its pixel, which is no farther than half a pixel from where it stands
            int y = (int) Math.floor((mark.y + 0.5) * times + top);
            if (y + tall <= clip.top() || y - tall >= clip.bottom() || mark.rank < from || mark.rank >= to) {
                continue;
            }
            int x = (int) Math.floor((mark.x + 0.5) * times + left);
            if (mark.meets(clip, x - mark.x, y - mark.y)) {
                mark.drawing.moving().paint(canvas, x, y);
            }
        }
    }

    /// The marks, by their numbers, that may meet a box of the grid, and few others.
    private BitSet near(PixelBox box) {
        if (box.left() <= 0 && box.top() <= 0 && box.right() >= grid.width() && box.bottom() >= grid.height()) {
            BitSet all = new BitSet(marks.size());
            all.set(0, marks.size());
            return all;
        }
        BitSet near = new BitSet(marks.size());
        BitSet[] in = squares();
        eachSquare(box, at -> near.or(in[at]));
        return near;
    }

    private synchronized BitSet[] squares() {
        BitSet[] known = squares;
        if (known == null) {
            BitSet[] made = new BitSet[across(grid.width()) * across(grid.height())];
            Arrays.setAll(made, _ -> new BitSet());
            for (int i = 0; i < marks.size(); i++) {
                int mark = i;
                Mark each = marks.get(i);
                eachSquare(each.drawing.box().moved(each.x, each.y), at -> made[at].set(mark));
            }
            known = made;
            squares = made;
        }
        return known;
    }

    /// What lies beyond the grid counts to the square that is nearest.
    private void eachSquare(PixelBox box, IntConsumer at) {
        int columns = across(grid.width());
        int right = square(box.right() - 1, columns);
        int bottom = square(box.bottom() - 1, across(grid.height()));
        for (int row = square(box.top(), across(grid.height())); row <= bottom; row++) {
            for (int column = square(box.left(), columns); column <= right; column++) {
                at.accept(row * columns + column);
            }
        }
    }

    private static int across(int pixels) {
        return (pixels + SQUARE - 1) / SQUARE;
    }

    private static int square(int pixel, int squares) {
        return Math.clamp(Math.floorDiv(pixel, SQUARE), 0, squares - 1);
    }

    /// The boxes, in pixels of `window`, in which this looks otherwise than another of the same scale.
    void differences(Overlay other, PixelGrid window, Consumer<PixelBox> sink) {
        if (other == this) {
            return;
        }
        int toX = away(other.grid.left(), grid.left());
        int toY = away(other.grid.top(), grid.top());
        int dx = away(grid.left(), window.left());
        int dy = away(grid.top(), window.top());
        int i = 0;
        int j = 0;
        while (i < marks.size() || j < other.marks.size()) {
            Mark mine = i < marks.size() ? marks.get(i) : null;
            Mark theirs = j < other.marks.size() ? other.marks.get(j) : null;
            if (theirs != null && (toX != 0 || toY != 0)) {
                theirs = new Mark(
                        theirs.rank, theirs.weight, theirs.x + toX, theirs.y + toY, theirs.look, theirs.drawing);
            }
            int order = mine == null ? 1 : theirs == null ? -1 : order(mine, theirs);
            if (order < 0 && mine != null) {
                sink.accept(mine.drawing.box().moved(mine.x + dx, mine.y + dy));
            } else if (order > 0 && theirs != null) {
                sink.accept(theirs.drawing.box().moved(theirs.x + dx, theirs.y + dy));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    private static int away(double from, double to) {
        return (int) Math.rint(from - to);
    }

    /// Collects drawings; one thread.
    static final class Builder {
        private final PixelGrid grid;
        private final List<Mark> marks = new ArrayList<>();

        Builder(PixelGrid grid) {
            this.grid = grid;
        }

        PixelGrid grid() {
            return grid;
        }

        /// At a place of the city.
        void put(int rank, int weight, double x, double y, long look, Drawing drawing) {
            at(rank, weight, grid.pixelX(x), grid.pixelY(y), look, drawing);
        }

        /// At a pixel of the grid.
        void at(int rank, int weight, int x, int y, long look, Drawing drawing) {
            marks.add(new Mark(rank, weight, x, y, look, drawing));
        }

        Overlay build() {
            marks.sort(Overlay::order);
            return new Overlay(grid, marks);
        }
    }
}
