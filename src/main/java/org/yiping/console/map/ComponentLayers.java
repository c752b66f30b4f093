package org.yiping.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yiping.domain.component.ComponentTable;

/// A city's components as layers of points: one for each major class, which shares the table's columns (部件图层).
/// Stateless; any thread.
public final class ComponentLayers {
    private ComponentLayers() {}

    /// The layers of all major classes but those hidden. A table on another plane than the map's is moved to it first,
    /// which takes a second for a million.
    public static List<PointLayer> of(
            String name, ComponentTable table, CityProjection projection, Set<MajorClass> hidden) {
        ComponentTable placed = table.plane().origin().equals(projection.origin())
                ? table
                : table.on(projection.plane(), PointLayer::order);
        List<PointLayer> layers = new ArrayList<>();
        for (ComponentTable.Part part : placed.parts()) {
            MajorClass major = MajorClass.of(part);
            if (!hidden.contains(major)) {
                layers.add(PointLayer.of(name, part.xs(), part.ys(), new Rows(placed, part, codes(placed, major))));
            }
        }
        return layers;
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
}
