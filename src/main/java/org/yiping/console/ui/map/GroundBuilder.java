package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// Makes the engine's ground of the platform's layers: some 100 ms for a city, so not on the FX thread. Stateless.
final class GroundBuilder {
    private final CityProjection projection;
    private final Plan plan;

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
            return hiddenClasses.equals(that.hiddenClasses)
                    && text().equals(that.text())
                    && revisions().equals(that.revisions());
        }

        private String text() {
            return filter == null ? "" : filter.text();
        }

        private Map<String, Long> revisions() {
            Map<String, Long> revisions = new HashMap<>();
            layers.forEach((name, bulk) -> revisions.put(name, bulk.revision()));
            if (components != null) {
                revisions.put("", components.revision());
            }
            return revisions;
        }
    }

    GroundBuilder(CityProjection projection, Plan plan) {
        this.projection = projection;
        this.plan = plan;
    }

    /// The ground of the plan.
    Built build() {
        List<AreaLayer> areas = new ArrayList<>();
        for (Map.Entry<String, AreaKind> e : kinds().entrySet()) {
            features(e.getKey()).map(b -> areas(projection, b, e.getValue())).ifPresent(areas::add);
        }
        LineLayer roads = features("roads").map(this::roads).orElseGet(LineLayer::empty);
        ComponentTable known = plan.components();
        if (known == null) {
            return new Built(new CityGround(areas, roads, List.of()), 0);
        }
        ComponentTable placed = ComponentLayers.placed(known, projection);
        RowFilter filter = plan.filter();
        BitSet kept = filter == null ? null : filter.rows(ComponentAttributes.of(placed, filter));
        List<PointLayer> components = ComponentLayers.of(CityMap.COMPONENTS, placed, plan.hiddenClasses(), kept);
        return new Built(new CityGround(areas, roads, components), kept == null ? placed.size() : kept.cardinality());
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

    private Optional<Bulk<Feature>> features(String name) {
        return Optional.ofNullable(plan.layers().get(name));
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
        LineLayer.Builder builder = LineLayer.in(projection);
        for (Feature f : bulk.rows()) {
            if (f.shape() instanceof Shape.Line(List<Position> line)) {
                builder.add(road(f.category()), f.name(), line);
            }
        }
        return builder.build();
    }

    private static RoadClass road(String category) {
        return switch (category) {
            case "major" -> RoadClass.MAJOR;
            case "mid" -> RoadClass.MID;
            default -> RoadClass.MINOR;
        };
    }
}
