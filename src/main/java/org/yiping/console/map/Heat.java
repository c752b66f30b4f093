package org.yiping.console.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How densely the points of some snapshots stand, as colour laid over the ground (热力图).
///
/// Densities are points a square kilometre, smoothed over some 30 pixels. The same density has the same
/// colour wherever one pans, because the scale ends at the densest square of all; it grows with the
/// logarithm, so that one crowded spot does not leave the rest blank. Immutable; any thread.
final class Heat {
    /// So many pixels at most lie between two places at which the density is worked out.
    private static final int COARSE = 16;
    /// Cells left and right of a cell that one pass of smoothing takes in; three passes come close to a bell.
    private static final int REACH = 2;

    private static final int PASSES = 3;
    private static final int MARGIN = PASSES * REACH + 1;
    private static final double WEIGHT = Math.pow(2 * REACH + 1, 2.0 * PASSES);
    private static final double SQUARE_KILOMETRE = 1e6;
    /// The share of the densest below which the colour hardly begins.
    private static final double FAINT = 0.01;

    private static final int SHADES = 256;
    private static final double MOST = 0.55;

    private final List<Points> points;

    Heat(List<? extends Points> points) {
        this.points = List.copyOf(points);
    }

    /// Premultiplied, from nothing to little more than half opaque: where things stand evenly all is dense, and names
    /// are read through it all the same.
    ///
    /// @param ramp opaque colours from the lowest density to the highest; two at least
    static int[] shades(int... ramp) {
        int[] shades = new int[SHADES];
        for (int i = 1; i < SHADES; i++) {
            double at = (double) i / (SHADES - 1) * (ramp.length - 1);
            int low = Math.min((int) at, ramp.length - 2);
            int colour = Blend.mix(ramp[low], ramp[low + 1], (int) Math.rint((at - low) * 256));
            double alpha = Math.min(MOST, 2 * MOST * i / SHADES);
            shades[i] = premultiplied(colour, alpha);
        }
        return shades;
    }

    private static int premultiplied(int colour, double alpha) {
        int a = (int) Math.rint(255 * alpha);
        int r = (colour >> 16 & 255) * a / 255;
        int g = (colour >> 8 & 255) * a / 255;
        int b = (colour & 255) * a / 255;
        return a << 24 | r << 16 | g << 8 | b;
    }

    /// The density in points a square kilometre at which the scale of a view ends: that of its densest square. 0 where
    /// there is nothing.
    double fullAt(double metresPerPixel) {
        int n = cell(metresPerPixel) + 2; // about what is smoothed over
        int most = 0;
        for (Points each : points) {
            most = Math.max(most, each.most(n));
        }
        return most * SQUARE_KILOMETRE / Math.scalb(1.0, 2 * n);
    }

    /// Power of the side of the squares that are counted for a view.
    private static int cell(double metresPerPixel) {
        return Math.max(0, Math.getExponent(COARSE * metresPerPixel));
    }

    void paint(Canvas canvas, PixelGrid grid, int... shades) {
        double full = fullAt(grid.metresPerPixel());
        if (full == 0) {
            return;
        }
        int n = cell(grid.metresPerPixel());
        Cells cells = Cells.counted(points, n, grid.ground(0));
        if (cells == null) {
            return;
        }
        byte[] heights = cells.smoothed().heights(full);
        int width = canvas.width();
        int[] columns = new int[width];
        int[] right = new int[width];
        for (int x = 0; x < width; x++) {
            double at = (grid.left() + x + 0.5) * grid.metresPerPixel() / cells.side() - 0.5;
            columns[x] = (int) Math.floor(at) + (Squares.ORIGIN >> n) - cells.column;
            right[x] = (int) ((at - Math.floor(at)) * 256);
        }
        // between two lines of cells many rows of pixels lie, which share what was worked out along them
        int[] low = new int[width];
        int[] high = new int[width];
        int worked = -1;
        for (int y = 0; y < canvas.height(); y++) {
            double at = -(grid.top() + y + 0.5) * grid.metresPerPixel() / cells.side() - 0.5;
            int row = ((int) Math.floor(at) + (Squares.ORIGIN >> n) - cells.line) * cells.columns;
            if (row != worked) {
                along(heights, row, columns, right, low);
                along(heights, row + cells.columns, columns, right, high);
                worked = row;
            }
            int up = (int) ((at - Math.floor(at)) * 256);
            shade(canvas.pixels(), y * width, low, high, up, shades);
        }
    }

    private static void along(byte[] heights, int row, int[] columns, int[] right, int[] out) {
        for (int x = 0; x < out.length; x++) {
            int i = row + columns[x];
            out[x] = heights[i] * (256 - right[x]) + heights[i + 1] * right[x];
        }
    }

    private static void shade(int[] pixels, int from, int[] low, int[] high, int up, int... shades) {
        for (int x = 0; x < low.length; x++) {
            int shade = (low[x] * (256 - up) + high[x] * up) >> 15; // a height has seven bits, a shade eight
            if (shade > 0) {
                pixels[from + x] = Blend.over(pixels[from + x], shades[shade]);
            }
        }
    }

    /// Counts of squares, or sums of them: whole numbers, so that neighbouring pictures agree to the last bit.
    @SuppressWarnings("ArrayRecordComponent") // scratch; never compared
    private record Cells(int n, int column, int line, int columns, int lines, long[] counts) {
        double side() {
            return Math.scalb(1.0, n);
        }

        /// Of the ground and as far around it as smoothing takes in; null where nothing stands.
        static @Nullable Cells counted(List<Points> points, int n, CityBox ground) {
            int column = (Squares.at(ground.west()) >> n) - MARGIN;
            int line = (Squares.at(ground.south()) >> n) - MARGIN;
            int columns = (Squares.at(ground.east()) >> n) + MARGIN + 1 - column;
            int lines = (Squares.at(ground.north()) >> n) + MARGIN + 1 - line;
            long[] counts = new long[columns * lines];
            boolean any = false;
            for (Points each : points) {
                any |= each.count(n, column, line, columns, counts);
            }
            return any ? new Cells(n, column, line, columns, lines, counts) : null;
        }

        /// The outermost cells come out too low: they are never shown.
        Cells smoothed() {
            long[] from = counts;
            long[] to = new long[from.length];
            for (int pass = 0; pass < PASSES; pass++) {
                for (int l = 0; l < lines; l++) {
                    swept(from, to, l * columns, 1, columns);
                }
                for (int c = 0; c < columns; c++) {
                    swept(to, from, c, columns, lines);
                }
            }
            return new Cells(n, column, line, columns, lines, from);
        }

        private static void swept(long[] from, long[] to, int first, int step, int length) {
            long sum = 0;
            for (int i = 0; i < Math.min(REACH, length); i++) {
                sum += from[first + i * step];
            }
            for (int i = 0; i < length; i++) {
                if (i + REACH < length) {
                    sum += from[first + (i + REACH) * step];
                }
                if (i > REACH) {
                    sum -= from[first + (i - REACH - 1) * step];
                }
                to[first + i * step] = sum;
            }
        }

        /// From 0 to 127, by the logarithm of the density.
        byte[] heights(double full) {
            double each = SQUARE_KILOMETRE / Math.scalb(1.0, 2 * n) / WEIGHT;
            double faint = full * FAINT;
            double whole = Math.log1p(full / faint);
            byte[] heights = new byte[counts.length];
            for (int i = 0; i < counts.length; i++) {
                heights[i] = (byte) Math.min(127, 127 * Math.log1p(counts[i] * each / faint) / whole);
            }
            return heights;
        }
    }
}
