package org.yiping.console.map;

/// Fills outlines with smooth edges: each pixel gets the share of it that the outlines cover.
///
/// One filling takes any number of shapes of one colour, and what is painted is their union, each by the non-zero rule:
/// a place is covered once, however many shapes or turns of one cover it. Signed areas are added up per pixel, which
/// needs no sorting; where edges that do not belong together touch one pixel, that sum is no answer, and [KnotSweep]
/// works the pixel out. Coordinates in pixels, y down. Confined to one thread at a time.
final class Rasteriser {
    private static final int FINE = EdgeTable.FINE;
    private static final int WHOLE = 256;

    private final EdgeTable edges;
    private final KnotSweep knots;
    private final CoverRow cover;
    private final ActiveEdges active = new ActiveEdges();

    Rasteriser(int width, int height) {
        this.edges = new EdgeTable(width, height);
        this.knots = new KnotSweep(edges);
        this.cover = new CoverRow(width, knots);
    }

    int width() {
        return edges.width();
    }

    int height() {
        return edges.height();
    }

    /// What comes now is another shape than what came before.
    void shape() {
        edges.nextShape();
    }

    /// What comes now belongs to another part of an outline. Two strands that follow one another may share a pixel,
    /// and the ground they bound must not lie upon itself; any others that do are a knot. `apart`: not even the
    /// neighbour belongs to it.
    void strand(boolean apart) {
        edges.nextStrand(apart ? EdgeTable.APART : 1);
    }

    /// One edge of an outline, the next of its strands; the caller closes outlines.
    void edge(double x0, double y0, double x1, double y1) {
        edges.nextStrand(1);
        edges.add(x0, y0, x1, y1);
    }

    /// One more edge of the present strand.
    void along(double x0, double y0, double x1, double y1) {
        edges.add(x0, y0, x1, y1);
    }

    /// A closed outline of the present shape: `ring` holds x and y in turn, `n` numbers of it, the first place not
    /// repeated or repeated. Places that are none are left out, and less than three leave nothing.
    void ring(double[] ring, int n) {
        int size = Ring.cleaned(ring, n);
        boolean convex = Ring.isConvex(ring, size);
        edges.nextStrand(EdgeTable.APART);
        for (int i = 0, j = size - 2; i < size; j = i, i += 2) {
            edges.add(ring[j], ring[j + 1], ring[i], ring[i + 1]);
            if (!convex) {
                edges.nextStrand(1);
            }
        }
    }

    /// Lays everything added since the last call over `target` in one colour and forgets it. `opacity` from 0 to 1.
    void paint(int[] target, int argb, double opacity) {
        edges.complete();
        active.prepare(edges.size());
        int most = (int) Math.round(opacity * WHOLE);
        for (int row = edges.top(); row <= edges.bottom(); row++) {
            advance(row);
            if (active.size > 0) {
                knots.row(row, active);
                cover.lay(target, row * edges.width(), argb, most);
            }
        }
        edges.clear();
    }

    /// Leaves out the edges that ended, takes those that begin, and adds what each does in the row.
    private void advance(int row) {
        int[] numbers = edges.numbers;
        int top = row * FINE;
        int before = active.size;
        active.size = 0;
        for (int i = 0; i < before; i++) {
            int e = active.edge[i];
            int at = e * EdgeTable.STRIDE;
            if (numbers[at + EdgeTable.Y1] > top) {
                add(numbers, e, active.bottom[i], top, top + FINE);
            }
        }
        for (int e = edges.firstOf(row); e >= 0; e = edges.after(e)) {
            int at = e * EdgeTable.STRIDE;
            add(numbers, e, Float.intBitsToFloat(numbers[at + EdgeTable.X0]), numbers[at + EdgeTable.Y0], top + FINE);
        }
    }

    /// What an edge does from the height `from` to `end`, or to its own end. `a` is where it is at the former.
    private void add(int[] numbers, int e, float a, int from, int end) {
        int at = e * EdgeTable.STRIDE;
        float b;
        int to = numbers[at + EdgeTable.Y1];
        if (to <= end) {
            b = Float.intBitsToFloat(numbers[at + EdgeTable.X1]);
        } else {
            to = end;
            float x0 = Float.intBitsToFloat(numbers[at + EdgeTable.X0]);
            float slope = Float.intBitsToFloat(numbers[at + EdgeTable.SLOPE]);
            b = Math.max(0, Math.min(edges.width(), x0 + slope * (end - numbers[at + EdgeTable.Y0])));
        }
        active.add(e, a, b);
        int strand = numbers[at + EdgeTable.STRAND];
        int high = EdgeTable.turn(strand, to - from);
        if (b == 0 && a == 0 && to - from == FINE) {
            cover.begin(high * (1f / FINE));
        } else {
            cover.add(a, b, high * (1f / FINE), strand >> 1);
        }
    }
}
