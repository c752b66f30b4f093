package org.yiping.console.map;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;

/// Points that stay, as one immutable snapshot of columns, sorted by grid square (点图层). Coordinates in city metres.
///
/// Immutable; any thread. Columns and not objects: thirteen bytes a point beside its id, index included, and a scan
/// runs at memory speed.
public final class PointLayer implements Points {
    private final String name;
    final float[] xs;
    final float[] ys;
    private final int[] codes;
    private final String[] ids;
    private final GridIndex grid;
    private final ClusterSheets clusters = new ClusterSheets(this);
    private volatile @Nullable CountPyramid pyramid;

    private PointLayer(Builder rows) {
        this.name = rows.name;
        int n = rows.size;
        int[] order = new int[n];
        this.grid = GridIndex.of(rows.xs, rows.ys, order);
        this.xs = new float[n];
        this.ys = new float[n];
        this.codes = new int[n];
        this.ids = new String[n];
        for (int i = 0; i < n; i++) {
            int from = order[i];
            xs[i] = rows.xs[from];
            ys[i] = rows.ys[from];
            codes[i] = rows.codes[from];
            ids[i] = rows.ids[from];
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
        return codes[row];
    }

    @Override
    public String id(int row) {
        return ids[row];
    }

    /// What stays has a symbol and no words.
    @Override
    public String label(int row) {
        return "";
    }

    /// A scan: asked for the few marked features only.
    @Override
    public int row(String id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i].equals(id)) {
                return i;
            }
        }
        return -1;
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

    /// Counted when first asked for: most layers are never counted.
    @Override
    public CountPyramid pyramid() {
        CountPyramid counted = pyramid;
        if (counted == null) {
            counted = CountPyramid.of(this, grid, null);
            pyramid = counted;
        }
        return counted;
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
            return new PointLayer(this);
        }
    }
}
