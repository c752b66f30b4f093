package org.yiping.console.map;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntConsumer;

/// The points of one layer as pictures, queries and counts see them: one consistent snapshot (点集). Rows are numbered
/// from 0; a row means nothing in another snapshot. Coordinates in city metres; what has none on the earth is a
/// row like any other but in no box, region or count. Immutable; any thread.
interface Points {
    String name();

    int size();

    float x(int row);

    float y(int row);

    int code(int row);

    String id(int row);

    String label(int row);

    /// The row of an id or -1.
    int row(String id);

    /// Hands over the rows in a box, edges included, in no promised order.
    default void in(CityBox box, RowRanges.Sink found) {
        in(new Region.Box(box), found);
    }

    /// Hands over the rows a region holds, in no promised order.
    void in(Region region, RowRanges.Sink found);

    /// How many stand where.
    CountPyramid pyramid();

    /// The most that stand in one square of 2ⁿ metres; where few stand in a larger one that is not divided, all of
    /// them.
    default int most(int n) {
        return pyramid().most(n);
    }

    /// Adds to `counts`, `width` of them a line, how many stand in the squares of 2ⁿ metres from one column and line
    /// on; whether there are any.
    default boolean count(int n, int column, int line, int width, long[] counts) {
        return pyramid().count(n, column, line, width, counts);
    }

    /// The groups far views show instead.
    ClusterSheets clusters();

    /// The rows in one square of 2ⁿ metres, without its northern and eastern edges.
    void inSquare(int n, int column, int line, IntConsumer row);

    default void visit(CityBox box, IntConsumer row) {
        in(box, (from, to) -> {
            for (int i = from; i < to; i++) {
                row.accept(i);
            }
        });
    }

    default int count(CityBox box) {
        RowRanges.Counter counter = new RowRanges.Counter();
        in(box, counter);
        return counter.size();
    }

    default RowRanges rowsIn(Region region) {
        RowRanges.Collector rows = new RowRanges.Collector();
        in(region, rows);
        return rows.collected();
    }

    /// The ids of all points in a region, in no promised order; a name is fetched when it is asked for.
    default List<String> idsIn(Region region) {
        int[] rows = rowsIn(region).toArray();
        return new AbstractList<>() {
            @Override
            public String get(int at) {
                return id(rows[at]);
            }

            @Override
            public int size() {
                return rows.length;
            }
        };
    }

    /// Whether a point stands nearer than so many metres.
    default boolean isNear(double x, double y, double metres) {
        boolean[] found = new boolean[1];
        visit(new CityBox(x - metres, y - metres, x + metres, y + metres), row -> {
            double dx = x(row) - x;
            double dy = y(row) - y;
            found[0] |= dx * dx + dy * dy < metres * metres;
        });
        return found[0];
    }

    default CityPoint place(int row) {
        return new CityPoint(x(row), y(row));
    }
}
