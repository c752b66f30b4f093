package org.yiping.console.map;

import java.util.Arrays;

/// One row of pixels being covered: edges are added as slanted steps in any order, and what they amount to is laid over
/// the picture at the end. Only pixels that an edge touches are looked at; between them the cover is whole or none.
/// Confined to one thread at a time.
///
/// It keeps for each pixel which strands touched it. While all belong together, the ground in the pixel winds one way
/// or one turn more, and the sum of its signed areas tells the share that is covered. Otherwise the pixel is a knot,
/// and the sum tells nothing: two halves may lie side by side or upon one another.
final class CoverRow {
    private static final int WHOLE = 256;

    private final int width;
    private final float[] change;
    private final float[] exact;
    private final int[] least;
    private final int[] greatest;
    private final long[] touched;
    private final long[] knotted;
    private final Knots knots;
    private boolean anyKnot;
    /// The row as it is laid: pixels touched, their cover, and what it is summed up to before each.
    private final int[] pixels;

    private final int[] covers;
    private final float[] before;

    /// Tells the true cover of pixels in a row.
    interface Knots {
        /// Adds the steps of what is covered from pixel `first` to pixel `last` to `into`. Whether the ground
        /// just left of them is covered, at the heights that no step speaks of. No edge touches the pixel
        /// left of `clear`, and all that pass on its left wind around it `turns` times together.
        boolean untie(int first, int last, int clear, int turns, float[] into);
    }

    CoverRow(int width, Knots knots) {
        this.width = width;
        this.knots = knots;
        this.change = new float[width + 3];
        this.exact = new float[width + 3];
        this.least = new int[width + 3];
        this.greatest = new int[width + 3];
        this.pixels = new int[width + 3];
        this.covers = new int[width + 3];
        this.before = new float[width + 3];
        this.touched = new long[width / 64 + 1];
        this.knotted = new long[width / 64 + 1];
        Arrays.fill(least, Integer.MAX_VALUE);
        Arrays.fill(greatest, Integer.MIN_VALUE);
    }

    /// The whole row gains `d`.
    void begin(float d) {
        change[0] += d;
    }

    /// Everything right of an edge from column `a` to column `b` gains `d`, its height, or loses it.
    void add(float a, float b, float d, int strand) {
        float left = Math.min(a, b);
        float right = Math.max(a, b);
        int from = (int) left;
        int end = (int) right;
        if (end == from) {
            float part = d * (0.5f * (left + right) - from);
            change[from] += d - part;
            change[from + 1] += part;
            touch(from, strand);
        } else {
            wide(change, left, right, d);
            for (int i = from; i <= end; i++) {
                touch(i, strand);
            }
        }
    }

    private void touch(int i, int strand) {
        int low = Math.min(least[i], strand);
        int high = Math.max(greatest[i], strand);
        least[i] = low;
        greatest[i] = high;
        touched[i >> 6] |= 1L << i;
        if (high - low >= EdgeTable.APART) {
            knotted[i >> 6] |= 1L << i;
            anyKnot = true;
        }
    }

    static void step(float[] into, float a, float b, float d) {
        float left = Math.min(a, b);
        float right = Math.max(a, b);
        int from = (int) left;
        if ((int) right == from) {
            float part = d * (0.5f * (left + right) - from);
            into[from] += d - part;
            into[from + 1] += part;
        } else {
            wide(into, left, right, d);
        }
    }

    /// The share of a pixel is the area of a triangle in the first and the last, of a trapezium in the others.
    private static void wide(float[] into, float left, float right, float d) {
        int from = (int) left;
        int end = (int) right;
        float s = d / (right - left);
        float lead = from + 1 - left;
        float start = 0.5f * s * lead * lead;
        into[from] += start;
        float done = start;
        for (int i = from + 1; i < end; i++) {
            float upTo = s * (i + 0.5f - left);
            into[i] += upTo - done;
            done = upTo;
        }
        float tail = right - end;
        float upTo = d - 0.5f * s * tail * tail;
        into[end] += upTo - done;
        into[end + 1] += d - upTo;
    }

    /// Lays the row over the pixels of `target` from `row` on, and is empty again. `most` is the cover of a
    /// whole pixel, of 256.
    void lay(int[] target, int row, int argb, int most) {
        int n = gather();
        if (anyKnot) {
            untie(n);
        }
        // three plain loops: which pixels are whole, part or none is as good as chance, and one that asks for each
        // waits for the answer longer than it takes to blend
        int end = n > 0 && pixels[n - 1] >= width ? n - 1 : n;
        for (int k = 0; k < end; k++) {
            int i = row + pixels[k];
            target[i] = Blend.mix(target[i], argb, (covers[k] * most) >> 8);
        }
        int from = 0;
        for (int k = 0; k <= n; k++) {
            int to = k < n ? Math.min(pixels[k], width) : width;
            if (from < to) {
                fill(target, row + from, row + to, argb, (cover(before[k]) * most) >> 8);
            }
            from = pixels[k] + 1;
        }
    }

    /// Lists the pixels touched, the cover of each, and of those before it; how many they are.
    private int gather() {
        float sum = 0;
        int n = 0;
        int next = 0;
        for (int word = 0; word < touched.length; word++) {
            long bits = touched[word];
            touched[word] = 0;
            for (; bits != 0; bits &= bits - 1) {
                int i = word * 64 + Long.numberOfTrailingZeros(bits);
                float between = sum + change[next];
                change[next] = 0;
                sum = between + change[i];
                change[i] = 0;
                least[i] = Integer.MAX_VALUE;
                greatest[i] = Integer.MIN_VALUE;
                pixels[n] = i;
                covers[n] = cover(sum);
                before[n] = between;
                n++;
                next = i + 1;
            }
        }
        before[n] = sum + change[next];
        change[next] = 0;
        return n;
    }

    private void untie(int n) {
        int k = 0;
        int clear = 0;
        while (k < n) {
            int first = k++;
            clear = first > 0 && pixels[first] == pixels[first - 1] + 1 ? clear : first;
            if (isKnot(pixels[first])) {
                while (k < n && pixels[k] == pixels[k - 1] + 1 && isKnot(pixels[k])) {
                    k++;
                }
                untie(first, k, clear);
            }
        }
        Arrays.fill(knotted, 0);
        anyKnot = false;
    }

    private boolean isKnot(int i) {
        return (knotted[i >> 6] >>> i & 1) != 0;
    }

    private void untie(int first, int end, int clear) {
        // what passes along the left side of the picture is part of its first pixel
        int turns = pixels[clear] == 0 ? 0 : Math.round(before[clear]);
        float covered = knots.untie(pixels[first], pixels[end - 1], pixels[clear], turns, exact) ? 1 : 0;
        for (int k = first; k < end; k++) {
            covered += exact[pixels[k]];
            exact[pixels[k]] = 0;
            covers[k] = cover(covered);
        }
        exact[pixels[end - 1] + 1] = 0;
    }

    private static int cover(float sum) {
        return Math.min(WHOLE, (int) (Math.abs(sum) * WHOLE + 0.5f));
    }

    private static void fill(int[] target, int from, int to, int argb, int cover) {
        if (cover == WHOLE) {
            Arrays.fill(target, from, to, argb);
        } else if (cover > 0) {
            for (int i = from; i < to; i++) {
                target[i] = Blend.mix(target[i], argb, cover);
            }
        }
    }
}
