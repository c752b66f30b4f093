package org.yiping.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What lies over the ground, worked out for a window and some room around it (上层): drawings at pixels of one scale,
/// in an order that hangs on what they are and where, and not on how they came. So two of them that hold the same look
/// the same, and where they differ is all that need be drawn anew. Immutable; any thread.
final class Overlay {
    /// What is drawn first: cones, names, marks of the layers, words of marks, and the selected mark.
    static final int CONES = 0;

    static final int NAMES = 1;
    static final int MARKS = 2;
    static final int WORDS = 1 << 20;
    static final int SELECTED = WORDS + 1;

    private final PixelGrid grid;
    private final List<Mark> marks;

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
    }

    /// The ground it was made for, as a picture.
    PixelGrid grid() {
        return grid;
    }

    /// Draws what has a rank from `from` up to and without `to` on the canvas, whose corner is that of `window`.
    void paint(Canvas canvas, PixelGrid window, int from, int to) {
        int dx = away(grid.left(), window.left());
        int dy = away(grid.top(), window.top());
        for (Mark mark : marks) {
            if (mark.rank >= from && mark.rank < to && mark.meets(canvas.clip(), dx, dy)) {
                mark.drawing.paint(canvas, mark.x + dx, mark.y + dy);
            }
        }
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
