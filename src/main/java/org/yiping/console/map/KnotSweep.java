// long because its steps share one set of scratch columns
package org.yiping.console.map;

import java.util.Arrays;

/// Works out what is covered of pixels in which edges meet that do not belong together. They are cut at all heights at
/// which an edge begins, ends or crosses another into slabs in which edges lie side by side, and each slab is swept
/// from left to right, counting how often each shape winds around the ground. Confined to one thread at a time.
final class KnotSweep implements CoverRow.Knots {
    private static final int FINE = EdgeTable.FINE;
    /// Edges that change places by less than this, in pixels, count as not crossing.
    private static final float CLOSE = 1e-3f;
    /// The least slab, in heights; 1/4 is a 4096th of a pixel.
    private static final float LEAST = 0.25f;
    /// So much work may be spent on one knot to be exact; beyond, its slabs are taken as they come.
    private static final int PATIENCE = 1 << 19;
    /// With so many edges in a row their ends are moved to the next of 16 heights and crossings are not
    /// looked for, which bounds the work: at most 1/32 of a pixel off, and many such errors cancel.
    private static final int CROWD = 8192;

    private static final int COARSE = FINE / 16;
    /// Up to so many edges are put in order one by one.
    private static final int FEW = 48;

    private final EdgeTable edges;
    private final Windings windings = new Windings();
    /// The row and its edges.
    private ActiveEdges active = new ActiveEdges();

    private int top;
    private final Beside beside = new Beside();
    /// Edges left of this column are counted.
    private float ground;

    private float left;
    private float right;
    /// The pieces of edges in the pixels looked at.
    private int pieces;

    private int[] shape = new int[32];
    private int[] turn = new int[32];
    private int[] from = new int[32];
    private int[] to = new int[32];
    private float[] x = new float[32];
    private float[] slope = new float[32];
    private long[] begins = new long[32];
    private int[] heights = new int[64];
    /// Those in the present slab, in order, and where they pass its upper and lower side.
    private int[] alive = new int[32];

    private long[] order = new long[32];
    private float[] upper = new float[32];
    private float[] lower = new float[32];
    private int living;
    private int work;
    private float[] steps = new float[0];

    KnotSweep(EdgeTable edges) {
        this.edges = edges;
    }

    void row(int row, ActiveEdges edgesInIt) {
        top = row * FINE;
        active = edgesInIt;
    }

    @Override
    public boolean untie(int first, int last, int clear, int turns, float[] into) {
        windings.prepare(edges.shapes());
        // of many shapes their sum does not tell which of them wind around the clear ground
        boolean told = edges.shapes() == 1;
        windings.begin(0, told ? turns : 0);
        ground = told ? clear : 0;
        steps = into;
        left = first;
        right = last + 1;
        pieces = 0;
        beside.clear();
        take();
        besides();
        boolean inside = windings.isInside();
        work = active.size > CROWD ? PATIENCE : 0;
        int cuts = cut();
        Arrays.sort(begins, 0, pieces);
        living = 0;
        int taken = 0;
        for (int c = 0; c + 1 < cuts; c++) {
            retire(heights[c]);
            while (taken < pieces && (int) (begins[taken] >>> 32) <= heights[c]) {
                alive[living++] = (int) begins[taken++];
            }
            slab(heights[c], heights[c + 1]);
        }
        for (int i = 0; i < (edges.shapes() == 1 ? 1 : active.size); i++) {
            windings.forget(edges.shape(active.edge[i]));
        }
        return inside;
    }

    /// What lies right of the pixels does not matter; what passes the row on their left is counted.
    private void take() {
        float[] tops = active.top;
        float[] bottoms = active.bottom;
        for (int i = 0; i < active.size; i++) {
            float a = tops[i];
            float b = bottoms[i];
            if ((a < right || b < right) && (a >= ground || b >= ground)) {
                take(active.edge[i], a, b);
            }
        }
    }

    private void take(int e, float a, float b) {
        int at = e * EdgeTable.STRIDE;
        int begin = Math.max(edges.numbers[at + EdgeTable.Y0] - top, 0);
        int end = Math.min(edges.numbers[at + EdgeTable.Y1] - top, FINE);
        if (a > left || b > left) {
            clip(e, a, begin, b, end);
        } else if (end - begin == FINE) {
            windings.pass(edges.shape(e), edges.turn(e));
        } else {
            beside(e, begin, end);
        }
    }

    private void beside(int e, int begin, int end) {
        if (begin < end) {
            beside.add(e, edges.shape(e), edges.turn(e), begin, end);
        }
    }

    private void besides() {
        for (int i = 0; i < beside.size(); i++) {
            int e = beside.edge(i);
            if (beside.to(i) - beside.from(i) == FINE) {
                windings.pass(edges.shape(e), beside.turn(i));
            } else {
                piece(e, beside.turn(i), left, beside.from(i), left, beside.to(i));
            }
        }
    }

    private void clip(int e, float a, int begin, float b, int end) {
        int p = begin;
        int q = end;
        float ax = a;
        float bx = b;
        if (ax < left) {
            p = height(left, a, begin, b, end);
            beside(e, begin, p);
            ax = left;
        } else if (ax > right) {
            p = height(right, a, begin, b, end);
            ax = right;
        }
        if (bx < left) {
            q = height(left, a, begin, b, end);
            beside(e, q, end);
            bx = left;
        } else if (bx > right) {
            q = height(right, a, begin, b, end);
            bx = right;
        }
        piece(e, edges.turn(e), ax, p, bx, q);
    }

    /// The height at which an edge passes a column.
    private static int height(float column, float a, int begin, float b, int end) {
        return Math.clamp(Math.round(begin + (column - a) / (b - a) * (end - begin)), begin, end);
    }

    private void piece(int e, int turned, float a, int begin, float b, int end) {
        int grain = active.size > CROWD ? COARSE : 1;
        int p = (begin + grain / 2) / grain * grain;
        int q = (end + grain / 2) / grain * grain;
        if (p >= q) {
            return;
        }
        int f = pieces++;
        if (f == shape.length) {
            grow();
        }
        shape[f] = edges.shape(e);
        turn[f] = turned;
        from[f] = p;
        to[f] = q;
        x[f] = a;
        slope[f] = (b - a) / (q - p);
    }

    private void grow() {
        int n = 2 * shape.length;
        shape = Arrays.copyOf(shape, n);
        turn = Arrays.copyOf(turn, n);
        from = Arrays.copyOf(from, n);
        to = Arrays.copyOf(to, n);
        x = Arrays.copyOf(x, n);
        slope = Arrays.copyOf(slope, n);
        begins = new long[n];
        heights = new int[2 * n];
        alive = new int[n];
        order = new long[n];
        upper = new float[n];
        lower = new float[n];
    }

    /// The heights to cut at, each once.
    private int cut() {
        int n = 0;
        for (int f = 0; f < pieces; f++) {
            begins[f] = (long) from[f] << 32 | f;
            heights[n++] = from[f];
            heights[n++] = to[f];
        }
        Arrays.sort(heights, 0, n);
        int once = 0;
        for (int h = 0; h < n; h++) {
            if (once == 0 || heights[h] != heights[once - 1]) {
                heights[once++] = heights[h];
            }
        }
        return once;
    }

    private void retire(int height) {
        int n = 0;
        for (int p = 0; p < living; p++) {
            if (to[alive[p]] > height) {
                alive[n++] = alive[p];
            }
        }
        living = n;
    }

    /// One slab between two heights at which edges begin or end; cut further where edges cross.
    private void slab(float begin, float end) {
        float a = begin;
        float b = end;
        while (a < end) {
            order(a, b);
            float cross = work < PATIENCE ? crossing(a, b) : b;
            if (cross < b) {
                b = cross;
            } else {
                pass((b - a) / FINE);
                a = b;
                b = end;
            }
        }
    }

    /// Edges in their order at the middle of the slab: nearly that of the slab above.
    private void order(float a, float b) {
        work += living;
        if (living > FEW) {
            sort(a, b);
        }
        for (int p = 0; p < living; p++) {
            int f = alive[p];
            float u = column(f, a);
            float l = column(f, b);
            int q = p - 1;
            while (q >= 0 && upper[q] + lower[q] > u + l) {
                upper[q + 1] = upper[q];
                lower[q + 1] = lower[q];
                alive[q + 1] = alive[q];
                q--;
            }
            upper[q + 1] = u;
            lower[q + 1] = l;
            alive[q + 1] = f;
        }
    }

    /// Columns are positive, so that their bits are in the same order.
    private void sort(float a, float b) {
        for (int p = 0; p < living; p++) {
            int f = alive[p];
            order[p] = (long) Float.floatToRawIntBits(column(f, a) + column(f, b)) << 32 | f;
        }
        Arrays.sort(order, 0, living);
        for (int p = 0; p < living; p++) {
            alive[p] = (int) order[p];
        }
    }

    private float column(int f, float height) {
        return Math.clamp(x[f] + slope[f] * (height - from[f]), left, right);
    }

    /// The highest height at which neighbours cross within a slab, or its lower end.
    private float crossing(float a, float b) {
        float first = b;
        for (int p = 1; p < living; p++) {
            float above = upper[p] - upper[p - 1];
            float below = lower[p] - lower[p - 1];
            if (above < -CLOSE || below < -CLOSE) {
                first = Math.min(first, Math.max(a + LEAST, a + (b - a) * above / (above - below)));
            }
        }
        return first;
    }

    private void pass(float high) {
        for (int p = 0; p < living; p++) {
            int f = alive[p];
            int step = windings.pass(shape[f], turn[f]);
            if (step != 0) {
                CoverRow.step(steps, upper[p], lower[p], step * high);
            }
        }
        for (int p = 0; p < living; p++) {
            int f = alive[p];
            windings.pass(shape[f], -turn[f]);
        }
    }
}
