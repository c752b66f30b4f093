package org.yiping.console.map;

import java.util.Arrays;
import java.util.List;

/// Vertex chains packed end to end in city metres: lines, or the rings of areas. Immutable; any thread.
final class Paths {
    final float[] xs;
    final float[] ys;
    private final int[] start;

    private Paths(float[] xs, float[] ys, int[] start) {
        this.xs = xs;
        this.ys = ys;
        this.start = start;
    }

    /// Each chain holds x and y in turn.
    static Paths of(List<float[]> chains) {
        int total = chains.stream().mapToInt(c -> c.length / 2).sum();
        float[] xs = new float[total];
        float[] ys = new float[total];
        int[] start = new int[chains.size() + 1];
        int at = 0;
        for (int c = 0; c < chains.size(); c++) {
            float[] chain = chains.get(c);
            for (int i = 0; i < chain.length; i += 2) {
                xs[at] = chain[i];
                ys[at++] = chain[i + 1];
            }
            start[c + 1] = at;
        }
        return new Paths(xs, ys, start);
    }

    int count() {
        return start.length - 1;
    }

    int from(int path) {
        return start[path];
    }

    int to(int path) {
        return start[path + 1];
    }

    /// Four floats a path, for the tree; a path without places, or with none that is one, gets a box nothing meets.
    float[] boxes() {
        float[] boxes = new float[4 * count()];
        for (int p = 0; p < count(); p++) {
            float[] box = {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
            for (int i = from(p); i < to(p); i++) {
                if (Float.isFinite(xs[i]) && Float.isFinite(ys[i])) {
                    box[0] = Math.min(box[0], xs[i]);
                    box[1] = Math.min(box[1], ys[i]);
                    box[2] = Math.max(box[2], xs[i]);
                    box[3] = Math.max(box[3], ys[i]);
                }
            }
            System.arraycopy(box, 0, boxes, 4 * p, 4);
        }
        return boxes;
    }

    double[] toDoubles(int path) {
        double[] out = new double[2 * (to(path) - from(path))];
        for (int i = from(path), o = 0; i < to(path); i++) {
            out[o++] = xs[i];
            out[o++] = ys[i];
        }
        return out;
    }

    /// Douglas-Peucker: vertices that stray less than `tolerance` metres from the line without them go.
    Paths simplified(double tolerance) {
        boolean[] keep = new boolean[xs.length];
        int[] newStart = new int[start.length];
        int kept = 0;
        for (int p = 0; p < count(); p++) {
            if (to(p) > from(p)) {
                keep[from(p)] = true;
                keep[to(p) - 1] = true;
                keepBetween(from(p), to(p) - 1, tolerance, keep);
            }
            for (int i = from(p); i < to(p); i++) {
                kept += keep[i] ? 1 : 0;
            }
            newStart[p + 1] = kept;
        }
        float[] newXs = new float[kept];
        float[] newYs = new float[kept];
        for (int i = 0, o = 0; i < xs.length; i++) {
            if (keep[i]) {
                newXs[o] = xs[i];
                newYs[o++] = ys[i];
            }
        }
        return new Paths(newXs, newYs, newStart);
    }

    /// Stretches yet to be looked at wait on a heap of our own: a long line that runs in a spiral would need as many
    /// nested calls as it has vertices.
    private void keepBetween(int first, int last, double tolerance, boolean[] keep) {
        int[] waiting = new int[64];
        int n = 0;
        waiting[n++] = first;
        waiting[n++] = last;
        while (n > 0) {
            int to = waiting[--n];
            int from = waiting[--n];
            int farthest = farthest(from, to, tolerance);
            if (farthest > 0) {
                keep[farthest] = true;
                if (n + 4 > waiting.length) {
                    waiting = Arrays.copyOf(waiting, 2 * waiting.length);
                }
                waiting[n++] = from;
                waiting[n++] = farthest;
                waiting[n++] = farthest;
                waiting[n++] = to;
            }
        }
    }

    private int farthest(int from, int to, double tolerance) {
        int farthest = -1;
        double most = tolerance;
        for (int i = from + 1; i < to; i++) {
            double d = distance(xs[i], ys[i], xs[from], ys[from], xs[to], ys[to]);
            if (d > most) {
                most = d;
                farthest = i;
            }
        }
        return farthest;
    }

    /// Distance of (px, py) from the stretch between two places.
    static double distance(double px, double py, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((px - x0) * dx + (py - y0) * dy) / length, 0, 1);
        return Math.hypot(px - x0 - t * dx, py - y0 - t * dy);
    }

    static float[] trimmed(float[] chain, int length) {
        return chain.length == length ? chain : Arrays.copyOf(chain, length);
    }
}
