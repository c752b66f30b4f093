package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.EnumMap;
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
import org.yiping.console.map.ComponentFigures;
import org.yiping.console.map.LineLayer;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.RoadClass;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.Stores;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// Makes the engine's ground of the platform's layers: some 100 ms for a city, so not on the FX thread. Stateless.
final class GroundBuilder {
    private final CityProjection projection;
    private final Plan plan;

    /// What a ground is made of: layers by name, components where known, and the component classes left out. The
    /// same plan makes the same ground, so that nothing is drawn anew for news that is none. Immutable.
    record Plan(
            Map<String, Bulk<Feature>> layers, @Nullable Bulk<Component> components, Set<MajorClass> hiddenClasses) {
        static final Plan EMPTY = new Plan(Map.of(), null, Set.of());

        Plan {
            layers = Map.copyOf(layers);
            hiddenClasses = Set.copyOf(hiddenClasses);
        }

        static Plan of(Stores stores, Set<String> hiddenLayers, Set<MajorClass> hiddenClasses) {
            Map<String, Bulk<Feature>> layers = new HashMap<>();
            stores.layers()
                    .rows()
                    .values()
                    .filter(b -> !hiddenLayers.contains(b.name()))
                    .forEach(b -> layers.put(b.name(), b));
            return new Plan(layers, stores.components().known().orElse(null), hiddenClasses);
        }

        /// By revisions: comparing a city's rows would cost what drawing them does.
        boolean same(Plan that) {
            return hiddenClasses.equals(that.hiddenClasses) && revisions().equals(that.revisions());
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
    CityGround build() {
        List<AreaLayer> areas = new ArrayList<>();
        for (Map.Entry<String, AreaKind> e : kinds().entrySet()) {
            features(e.getKey()).map(b -> areas(b, e.getValue())).ifPresent(areas::add);
        }
        LineLayer roads = features("roads").map(this::roads).orElseGet(LineLayer::empty);
        return new CityGround(areas, roads, components());
    }

    static MajorClass major(ClassCode code) {
        String text = code.value();
        int from = text.startsWith("C-") ? 2 : text.startsWith("C") ? 1 : 0;
        return switch (text.length() < from + 2 ? "" : text.substring(from, from + 2)) {
            case "01" -> MajorClass.UTILITY;
            case "02" -> MajorClass.ROAD;
            case "03" -> MajorClass.APPEARANCE;
            case "04" -> MajorClass.GREENERY;
            default -> MajorClass.OTHER;
        };
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

    private AreaLayer areas(Bulk<Feature> bulk, AreaKind kind) {
        AreaLayer.Builder builder = AreaLayer.in(projection, kind);
        for (Feature f : bulk.rows()) {
            if (f.shape() instanceof Shape.Surface(List<List<List<Position>>> polygons)) {
                for (List<List<Position>> rings : polygons) {
                    builder.add(f.properties().getOrDefault("code", f.id()), f.name(), rings);
                }
            }
        }
        return builder.build();
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

    private List<PointLayer> components() {
        Bulk<Component> all = plan.components();
        if (all == null) {
            return List.of();
        }
        Map<MajorClass, PointLayer.Builder> builders = new EnumMap<>(MajorClass.class);
        for (Component c : all.rows()) {
            MajorClass major = major(c.classCode());
            if (!plan.hiddenClasses().contains(major)) {
                builders.computeIfAbsent(major, _ -> PointLayer.in(projection, CityMap.COMPONENTS))
                        .add(
                                c.id().value(),
                                c.position(),
                                ComponentFigures.symbol(major, c.classCode().value(), c.name()));
            }
        }
        return builders.values().stream().map(PointLayer.Builder::build).toList();
    }
}
