package org.yiping.console.map;

import java.util.Arrays;

/// Lines in the pixels of one picture, packed end to end: projected once, stroked as often as wanted. Confined to one
/// thread at a time.
final class PixelLines {
    private double[] places = new double[1024];
    private int[] ends = new int[64];
    private int count;

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(Paths paths, int path, PixelGrid grid) {
        int at = count == 0 ? 0 : ends[count - 1];
        int n = 2 * (paths.to(path) - paths.from(path));
        if (at + n > places.length) {
            places = Arrays.copyOf(places, Math.max(at + n, 2 * places.length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        for (int i = paths.from(path); i < paths.to(path); i++) {
            places[at++] = grid.x(paths.xs[i]);
            places[at++] = grid.y(paths.ys[i]);
        }
        ends[count++] = at;
    }

    void stroke(Stroker pen, GroundStep.Ink ink, boolean roundEnds) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (ink.on() > 0) {
                double[] line = Arrays.copyOfRange(places, from, ends[i]);
                pen.dashed(line, line.length, ink.on(), ink.off());
            } else {
                pen.line(places, from, ends[i], roundEnds);
            }
            from = ends[i];
        }
    }
}
