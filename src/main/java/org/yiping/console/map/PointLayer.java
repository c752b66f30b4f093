package org.yiping.console.map;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;

/// Points that stay, as one immutable snapshot of columns, sorted by grid square (点图层). Coordinates in city metres.
///
/// Immutable; any thread. Columns and not objects: eight bytes a point and a half for the index, beside what the points
/// are, and a scan runs at memory speed. What is sorted already, as a city's components come, is shared and not copied.
public final class PointLayer implements Points {
    private final String name;
    final float[] xs;
    final float[] ys;
    private final Facts facts;
    private final GridIndex grid;
    private final ClusterSheets clusters = new ClusterSheets(this);
    private volatile @Nullable CountPyramid pyramid;
    /// What [#most] found by the index, by the power of the side.
    private final int[] most = new int[Squares.ALL + 1];

    /// What points are beside their places, by row. Immutable; any thread.
    interface Facts {
        int code(int row);

        String id(int row);

        /// The row of an id or -1.
        int row(String id);
    }

    /// The first `n` of `xs`, `ys` are kept where they are sorted and no others follow them, and never written to.
    private PointLayer(String name, float[] xs, float[] ys, int n, Facts facts) {
        this.name = name;
        int[] order = new int[n];
        this.grid = GridIndex.of(xs, ys, order);
        if (isSorted(order)) {
            this.xs = xs.length == n ? xs : Arrays.copyOf(xs, n);
            this.ys = ys.length == n ? ys : Arrays.copyOf(ys, n);
            this.facts = facts;
            return;
        }
        this.xs = new float[n];
        this.ys = new float[n];
        for (int i = 0; i < n; i++) {
            this.xs[i] = xs[order[i]];
            this.ys[i] = ys[order[i]];
        }
        this.facts = new Moved(facts, order);
    }

    private static boolean isSorted(int[] order) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i) {
                return false;
            }
        }
        return true;
    }

    static PointLayer of(String name, float[] xs, float[] ys, Facts facts) {
        return new PointLayer(name, xs, ys, xs.length, facts);
    }

    /// The order in which a layer shares its columns instead of copying them: which point comes to which row.
    public static int[] order(float[] xs, float[] ys) {
        int[] order = new int[xs.length];
        GridIndex.of(xs, ys, order);
        return order;
    }

    /// Facts in another order than the points'.
    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    private record Moved(Facts facts, int[] order) implements Facts {
        @Override
        public int code(int row) {
            return facts.code(order[row]);
        }

        @Override
        public String id(int row) {
            return facts.id(order[row]);
        }

        @Override
        public int row(String id) {
            int from = facts.row(id);
            for (int row = 0; from >= 0 && row < order.length; row++) {
                if (order[row] == from) {
                    return row;
                }
            }
            return -1;
        }
    }

    /// Facts as they were collected.
    @SuppressWarnings("ArrayRecordComponent") // packed columns; never compared
    private record Collected(int[] codes, String[] ids) implements Facts {
        @Override
        public int code(int row) {
            return codes[row];
        }

        @Override
        public String id(int row) {
            return ids[row];
        }

        /// A scan: asked for the few marked features only.
        @Override
        public int row(String id) {
            return Arrays.asList(ids).indexOf(id);
        }
    }

    public static PointLayer empty(String name) {
        return new Builder(CityProjection.around(new Position(0, 0)), name).build();
    }

    public static Builder in(CityProjection projection, String name) {
        return new Builder(projection, name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return xs.length;
    }

    @Override
    public float x(int row) {
        return xs[row];
    }

    @Override
    public float y(int row) {
        return ys[row];
    }

    @Override
    public int code(int row) {
        return facts.code(row);
    }

    @Override
    public String id(int row) {
        return facts.id(row);
    }

    /// What stays has a symbol and no words.
    @Override
    public String label(int row) {
        return "";
    }

    @Override
    public int row(String id) {
        return facts.row(id);
    }

    @Override
    public void in(CityBox box, RowRanges.Sink found) {
        grid.in(box, xs, ys, found);
    }

    @Override
    public void in(Region region, RowRanges.Sink found) {
        if (region instanceof Region.Box(CityBox box)) {
            grid.in(box, xs, ys, found);
        } else {
            grid.in(RegionClip.of(region), xs, ys, found);
        }
    }

    @Override
    public void inSquare(int n, int column, int line, IntConsumer row) {
        grid.inSquare(n, column, line, xs, ys, row);
    }

    /// Counted when first asked for: most layers are never counted.
    @Override
    public CountPyramid pyramid() {
        CountPyramid counted = pyramid;
        return counted == null ? counted() : counted;
    }

    /// Once, however many tiles ask for it at a time.
    private synchronized CountPyramid counted() {
        CountPyramid counted = pyramid;
        if (counted == null) {
            counted = CountPyramid.of(this, grid, null);
            pyramid = counted;
        }
        return counted;
    }

    /// By the index, where its squares are small enough: a city seen from far shows how densely it stands without being
    /// counted point by point. Few points are counted all the same, for those the pyramid does not divide.
    @Override
    public int most(int n) {
        if (most[n] == 0 && pyramid == null && n >= grid.shift()) {
            most[n] = grid.most(n); // two threads that meet here find the same
        }
        return most[n] > CountNode.FEW ? most[n] : pyramid().most(n);
    }

    @Override
    public boolean count(int n, int column, int line, int width, long[] counts) {
        boolean byIndex = pyramid == null && n >= grid.shift();
        return byIndex ? grid.count(n, column, line, width, counts) : pyramid().count(n, column, line, width, counts);
    }

    /// Counts only the rows a filter keeps.
    CountPyramid pyramid(BitSet kept) {
        return CountPyramid.of(this, grid, kept);
    }

    @Override
    public ClusterSheets clusters() {
        return clusters;
    }

    /// Collects points; one thread.
    public static final class Builder {
        private final CityProjection projection;
        private final String name;
        private float[] xs = new float[16];
        private float[] ys = new float[16];
        private int[] codes = new int[16];
        private String[] ids = new String[16];
        private int size;

        private Builder(CityProjection projection, String name) {
            this.projection = projection;
            this.name = name;
        }

        public Builder add(String id, Position position, Symbol symbol) {
            return add(id, projection.toCity(position), SymbolCode.of(symbol));
        }

        Builder add(String id, CityPoint at, int code) {
            if (size == xs.length) {
                int room = size * 2;
                xs = Arrays.copyOf(xs, room);
                ys = Arrays.copyOf(ys, room);
                codes = Arrays.copyOf(codes, room);
                ids = Arrays.copyOf(ids, room);
            }
            xs[size] = (float) at.x();
            ys[size] = (float) at.y();
            codes[size] = code;
            ids[size++] = id;
            return this;
        }

        public PointLayer build() {
            // one that is full may yet be added to, and starts again in arrays of its own then
            return new PointLayer(
                    name, xs, ys, size, new Collected(Arrays.copyOf(codes, size), Arrays.copyOf(ids, size)));
        }
    }
}
