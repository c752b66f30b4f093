package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.yiping.domain.geo.Position;

/// Points as one immutable snapshot of columns, sorted by grid cell (点图层). Coordinates in city metres.
///
/// Immutable; any thread. Columns and not objects: nine bytes a point beside its id, and a scan runs at memory speed.
public final class PointLayer {
    private final String name;
    final float[] xs;
    final float[] ys;
    private final int[] codes;
    private final String[] ids;
    private final String[] labels;
    private final GridIndex grid;
    /// The row of the columns that each row came from.
    private final int[] order;

    /// Takes the first `n` rows of the given columns, copied and sorted.
    PointLayer(String name, Columns rows) {
        this.name = name;
        int n = rows.size();
        order = new int[n];
        this.grid = GridIndex.of(rows.xs, rows.ys, order);
        this.xs = new float[n];
        this.ys = new float[n];
        this.codes = new int[n];
        this.ids = new String[n];
        this.labels = new String[n];
        for (int i = 0; i < n; i++) {
            int from = order[i];
            xs[i] = rows.xs[from];
            ys[i] = rows.ys[from];
            codes[i] = rows.codes[from];
            ids[i] = rows.ids[from];
            labels[i] = rows.labels[from];
        }
    }

    /// The same points at the same places, looking or called otherwise than before.
    private PointLayer(PointLayer before, Columns rows) {
        name = before.name;
        xs = before.xs;
        ys = before.ys;
        ids = before.ids;
        grid = before.grid;
        order = before.order;
        codes = new int[order.length];
        labels = new String[order.length];
        for (int i = 0; i < order.length; i++) {
            codes[i] = rows.codes[order[i]];
            labels[i] = rows.labels[order[i]];
        }
    }

    /// What most changes of a city's cases come to: nothing moved since this was taken of these columns, so all that
    /// says where a point stands is shared.
    PointLayer restyled(Columns rows) {
        return new PointLayer(this, rows);
    }

    public static PointLayer empty(String name) {
        return new PointLayer(name, new Columns());
    }

    public static Builder in(CityProjection projection, String name) {
        return new Builder(projection, name);
    }

    public String name() {
        return name;
    }

    public int size() {
        return xs.length;
    }

    public int count(CityBox box) {
        return grid.count(box, xs, ys);
    }

    /// The ids of all points in a region, in no promised order.
    public List<String> idsIn(Region region) {
        List<String> found = new ArrayList<>();
        visit(region.bounds(), row -> {
            if (region.contains(xs[row], ys[row])) {
                found.add(ids[row]);
            }
        });
        return found;
    }

    /// Whether a point stands nearer than so many metres.
    boolean isNear(double x, double y, double metres) {
        boolean[] found = new boolean[1];
        visit(new CityBox(x - metres, y - metres, x + metres, y + metres), row -> {
            double dx = xs[row] - x;
            double dy = ys[row] - y;
            found[0] |= dx * dx + dy * dy < metres * metres;
        });
        return found[0];
    }

    void visit(CityBox box, IntConsumer row) {
        grid.visit(box, xs, ys, row);
    }

    CityPoint place(int row) {
        return new CityPoint(xs[row], ys[row]);
    }

    int code(int row) {
        return codes[row];
    }

    String id(int row) {
        return ids[row];
    }

    String label(int row) {
        return labels[row];
    }

    /// The row of an id or -1. A scan: asked for the few marked features only, while snapshots come ten times a second.
    int row(String id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i].equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// Growing columns of a builder or a live layer; one thread.
    static final class Columns {
        float[] xs = new float[16];
        float[] ys = new float[16];
        int[] codes = new int[16];
        String[] ids = new String[16];
        String[] labels = new String[16];
        private int size;

        int size() {
            return size;
        }

        int add(String id) {
            if (size == xs.length) {
                int room = size * 2;
                xs = Arrays.copyOf(xs, room);
                ys = Arrays.copyOf(ys, room);
                codes = Arrays.copyOf(codes, room);
                ids = Arrays.copyOf(ids, room);
                labels = Arrays.copyOf(labels, room);
            }
            ids[size] = id;
            return size++;
        }

        void set(int row, CityPoint at, int code, String label) {
            xs[row] = (float) at.x();
            ys[row] = (float) at.y();
            codes[row] = code;
            labels[row] = label;
        }

        /// Fills the gap with the last row and tells that row's id.
        String removeBySwap(int row) {
            int last = --size;
            xs[row] = xs[last];
            ys[row] = ys[last];
            codes[row] = codes[last];
            ids[row] = ids[last];
            labels[row] = labels[last];
            return ids[row];
        }
    }

    /// Collects points; one thread.
    public static final class Builder {
        private final CityProjection projection;
        private final String name;
        private final Columns columns = new Columns();

        private Builder(CityProjection projection, String name) {
            this.projection = projection;
            this.name = name;
        }

        public Builder add(String id, Position position, Symbol symbol) {
            columns.set(columns.add(id), projection.toCity(position), SymbolCode.of(symbol), "");
            return this;
        }

        public PointLayer build() {
            return new PointLayer(name, columns);
        }
    }
}
