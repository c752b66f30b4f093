package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.component.ComponentTable;

/// A city's components as layers of points: one for each major class, which shares the table's columns (部件图层).
/// Stateless; any thread.
public final class ComponentLayers {
    private ComponentLayers() {}

    /// The table on the map's plane. One on another is moved to it, which takes a second for a million.
    public static ComponentTable placed(ComponentTable table, CityProjection projection) {
        return table.plane().origin().equals(projection.origin())
                ? table
                : table.on(projection.plane(), PointLayer::order);
    }

    /// The layers of all major classes but those hidden, the table [#placed] first.
    public static List<PointLayer> of(
            String name, ComponentTable table, CityProjection projection, Set<MajorClass> hidden) {
        return of(name, placed(table, projection), hidden, null);
    }

    /// The same of a placed table, and of its rows those kept alone, of which the places are copied; all for null.
    public static List<PointLayer> of(
            String name, ComponentTable placed, Set<MajorClass> hidden, @Nullable BitSet kept) {
        List<PointLayer> layers = new ArrayList<>();
        for (ComponentTable.Part part : placed.parts()) {
            MajorClass major = MajorClass.of(part);
            if (!hidden.contains(major)) {
                Rows rows = new Rows(placed, part, codes(placed, major));
                layers.add(
                        kept == null ? PointLayer.of(name, part.xs(), part.ys(), rows) : kept(name, part, rows, kept));
            }
        }
        return layers;
    }

    /// They stay in the order of the part, which is the map's.
    private static PointLayer kept(String name, ComponentTable.Part part, Rows rows, BitSet kept) {
        int[] left = kept.get(part.from(), part.from() + part.size()).stream().toArray();
        float[] xs = new float[left.length];
        float[] ys = new float[left.length];
        for (int i = 0; i < left.length; i++) {
            xs[i] = part.xs()[left[i]];
            ys[i] = part.ys()[left[i]];
        }
        return PointLayer.of(name, xs, ys, new Kept(rows, left));
    }

    /// The symbol of each kind, in this major class.
    private static int[] codes(ComponentTable table, MajorClass major) {
        int[] codes = new int[table.kinds().size()];
        for (int kind = 0; kind < codes.length; kind++) {
            String code = table.kinds().get(kind).classCode().value();
            codes[kind] = SymbolCode.of(ComponentFigures.symbol(major, code, table.ending(kind)));
        }
        return codes;
    }

    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    private record Rows(ComponentTable table, ComponentTable.Part part, int[] codes) implements PointLayer.Facts {
        @Override
        public int code(int row) {
            return codes[table.kind(part.from() + row)];
        }

        @Override
        public String id(int row) {
            return table.id(part.from() + row);
        }

        @Override
        public int row(String id) {
            int row = table.row(id) - part.from();
            return row >= 0 && row < part.size() ? row : -1;
        }
    }

    /// Some rows of a part, ascending.
    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    private record Kept(Rows all, int[] rows) implements PointLayer.Facts {
        @Override
        public int code(int row) {
            return all.code(rows[row]);
        }

        @Override
        public String id(int row) {
            return all.id(rows[row]);
        }

        @Override
        public int row(String id) {
            return Math.max(-1, Arrays.binarySearch(rows, all.row(id)));
        }
    }
}
