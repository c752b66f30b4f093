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
                int code = SymbolCode.of(new Symbol.ComponentDot(major));
                layers.add(PointLayer.of(name, part.xs(), part.ys(), new Rows(placed, part, code)));
            }
        }
        return layers;
    }

    private record Rows(ComponentTable table, ComponentTable.Part part, int code) implements PointLayer.Facts {
        @Override
        public int code(int row) {
            return code;
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
