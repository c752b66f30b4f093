package org.yiping.console.ui.camera;

/// Which part of a picture is shown (数字变焦): `x` and `y` are its left and top edge as shares of the whole, and it is
/// `1 / factor` wide and high. Never beyond the picture's edges. Immutable; any thread.
record TileZoom(double factor, double x, double y) {
    static final TileZoom NONE = new TileZoom(1, 0, 0);
    static final double MOST = 8;

    /// Below that it is none: a hair of zoom would only blur.
    private static final double LEAST = 1.05;

    boolean isZoomed() {
        return factor > 1;
    }

    /// So many times nearer; what is under the pointer, at shares `px` and `py` of what is shown, stays there.
    TileZoom by(double times, double px, double py) {
        double next = Math.clamp(factor * times, 1, MOST);
        if (next < LEAST) {
            return NONE;
        }
        return at(next, x + px / factor - px / next, y + py / factor - py / next);
    }

    /// Dragged along by shares of what is shown.
    TileZoom moved(double dx, double dy) {
        return isZoomed() ? at(factor, x - dx / factor, y - dy / factor) : this;
    }

    private static TileZoom at(double factor, double x, double y) {
        double room = 1 - 1 / factor;
        return new TileZoom(factor, Math.clamp(x, 0, room), Math.clamp(y, 0, room));
    }

    /// Which column (or row) of `of` stands at pixel `at` of `shown`.
    static int source(double from, double factor, int at, int shown, int of) {
        return Math.min(of - 1, (int) ((from + (at + 0.5) / shown / factor) * of));
    }

    int column(int at, int shown, int of) {
        return source(x, factor, at, shown, of);
    }

    int row(int at, int shown, int of) {
        return source(y, factor, at, shown, of);
    }
}
