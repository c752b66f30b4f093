package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.ComponentLayers;
import org.yiping.console.map.LineLayer;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.RoadClass;
import org.yiping.console.map.filter.ComponentAttributes;
import org.yiping.console.map.filter.RowFilter;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.Stores;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// Makes the engine's ground of the platform's layers: some 100 ms for a city, so not on the FX thread. What it made of
/// a layer is kept and made anew only for another revision. One thread at a time.
final class GroundBuilder {
    private final CityProjection projection;
    private final Map<String, Made<AreaLayer>> areas = new HashMap<>();
    private @Nullable Made<LineLayer> roads;
    private Components components = new Components(Plan.EMPTY, List.of(), 0);

    /// What was made of a layer's revision.
    private record Made<T>(long revision, T layer) {}

    /// The layers of a plan's components, and how many its filter kept.
    private record Components(Plan of, List<PointLayer> layers, int kept) {}

    /// A ground, and how many components the filter kept, of hidden classes too.
    record Built(CityGround ground, int kept) {}

    /// What a ground is made of: layers by name, components where known, the component classes left out, and which
    /// components are kept. The same plan makes the same ground, so that nothing is drawn anew for no news.
    /// Immutable.
    record Plan(
            Map<String, Bulk<Feature>> layers,
            @Nullable ComponentTable components,
            Set<MajorClass> hiddenClasses,
            @Nullable RowFilter filter) {
        static final Plan EMPTY = new Plan(Map.of(), null, Set.of(), null);

        Plan {
            layers = Map.copyOf(layers);
            hiddenClasses = Set.copyOf(hiddenClasses);
        }

        static Plan of(
                Stores stores, Set<String> hiddenLayers, Set<MajorClass> hiddenClasses, @Nullable RowFilter filter) {
            Map<String, Bulk<Feature>> layers = new HashMap<>();
            stores.layers()
                    .rows()
                    .values()
                    .filter(b -> !hiddenLayers.contains(b.name()))
                    .forEach(b -> layers.put(b.name(), b));
            return new Plan(layers, stores.components().known().orElse(null), hiddenClasses, filter);
        }

        /// By revisions: comparing a city's rows would cost what drawing them does.
        boolean same(Plan that) {
            return sameComponents(that) && revisions().equals(that.revisions());
        }

        private boolean sameComponents(Plan that) {
            return hiddenClasses.equals(that.hiddenClasses)
                    && text().equals(that.text())
                    && revision(components) == revision(that.components);
        }

        private static long revision(@Nullable ComponentTable table) {
            return table == null ? -1 : table.revision();
        }

        private String text() {
            return filter == null ? "" : filter.text();
        }

        private Map<String, Long> revisions() {
            Map<String, Long> revisions = new HashMap<>();
            layers.forEach((name, bulk) -> revisions.put(name, bulk.revision()));
            return revisions;
        }
    }

    GroundBuilder(CityProjection projection) {
        this.projection = projection;
    }

    /// The ground of a plan.
    Built build(Plan plan) {
        List<AreaLayer> shown = new ArrayList<>();
        kinds().forEach((name, kind) -> {
            Bulk<Feature> bulk = plan.layers().get(name);
            if (bulk != null) {
                shown.add(areas(bulk, kind));
            }
        });
        Bulk<Feature> streets = plan.layers().get("roads");
        LineLayer lines = streets == null ? LineLayer.empty() : roads(streets);
        if (!components.of().sameComponents(plan)) {
            components = components(plan);
        }
        return new Built(new CityGround(shown, lines, components.layers()), components.kept());
    }

    private Components components(Plan plan) {
        ComponentTable known = plan.components();
        if (known == null) {
            return new Components(plan, List.of(), 0);
        }
        ComponentTable placed = ComponentLayers.placed(known, projection);
        RowFilter filter = plan.filter();
        BitSet kept = filter == null ? null : filter.rows(ComponentAttributes.of(placed, filter));
        return new Components(
                plan,
                ComponentLayers.of(CityMap.COMPONENTS, placed, plan.hiddenClasses(), kept),
                kept == null ? placed.size() : kept.cardinality());
    }

    private static Map<String, AreaKind> kinds() {
        return Map.of(
                "blocks", AreaKind.BLOCK,
                "buildings", AreaKind.BUILDING,
                "water", AreaKind.WATER,
                "green", AreaKind.GREEN,
                "district", AreaKind.DISTRICT,
                "street", AreaKind.STREET,
                "community", AreaKind.COMMUNITY,
                "cell", AreaKind.CELL);
    }

    private AreaLayer areas(Bulk<Feature> bulk, AreaKind kind) {
        Made<AreaLayer> known = areas.get(bulk.name());
        if (known != null && known.revision() == bulk.revision()) {
            return known.layer();
        }
        AreaLayer made = areas(projection, bulk, kind);
        areas.put(bulk.name(), new Made<>(bulk.revision(), made));
        return made;
    }

    /// The areas of a layer; one of several parts is as many areas of one code.
    static AreaLayer areas(CityProjection projection, Bulk<Feature> bulk, AreaKind kind) {
        AreaLayer.Builder builder = AreaLayer.in(projection, kind);
        for (Feature f : bulk.rows()) {
            if (f.shape() instanceof Shape.Surface(List<List<List<Position>>> polygons)) {
                for (List<List<Position>> rings : polygons) {
                    builder.add(code(f), f.name(), rings);
                }
            }
        }
        return builder.build();
    }

    static String code(Feature area) {
        return area.properties().getOrDefault("code", area.id());
    }

    private LineLayer roads(Bulk<Feature> bulk) {
        Made<LineLayer> known = roads;
        if (known != null && known.revision() == bulk.revision()) {
            return known.layer();
        }
        LineLayer.Builder builder = LineLayer.in(projection);
        for (Feature f : bulk.rows()) {
            if (f.shape() instanceof Shape.Line(List<Position> line)) {
                builder.add(road(f.category()), f.name(), line);
            }
        }
        LineLayer made = builder.build();
        roads = new Made<>(bulk.revision(), made);
        return made;
    }

    private static RoadClass road(String category) {
        return switch (category) {
            case "major" -> RoadClass.MAJOR;
            case "mid" -> RoadClass.MID;
            default -> RoadClass.MINOR;
        };
    }
}
