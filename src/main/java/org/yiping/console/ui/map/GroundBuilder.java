package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.LineLayer;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.RoadClass;
import org.yiping.console.map.Symbol;
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
    private final Stores stores;

    GroundBuilder(CityProjection projection, Stores stores) {
        this.projection = projection;
        this.stores = stores;
    }

    /// The ground with these layers and component classes.
    CityGround build(Set<String> hiddenLayers, Set<MajorClass> hiddenClasses) {
        List<AreaLayer> areas = new ArrayList<>();
        for (Map.Entry<String, AreaKind> e : kinds().entrySet()) {
            if (!hiddenLayers.contains(e.getKey())) {
                features(e.getKey()).map(b -> areas(b, e.getValue())).ifPresent(areas::add);
            }
        }
        LineLayer roads = hiddenLayers.contains("roads")
                ? LineLayer.empty()
                : features("roads").map(this::roads).orElseGet(LineLayer::empty);
        return new CityGround(areas, roads, components(hiddenClasses));
    }

    static MajorClass major(ClassCode code) {
        String digits = code.value().replaceFirst("^C-?", "");
        return switch (digits.length() < 2 ? "" : digits.substring(0, 2)) {
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
        return stores.layers().find(name);
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

    private List<PointLayer> components(Set<MajorClass> hidden) {
        Optional<Bulk<Component>> all = stores.components().known();
        if (all.isEmpty()) {
            return List.of();
        }
        Map<MajorClass, PointLayer.Builder> builders = new EnumMap<>(MajorClass.class);
        for (Component c : all.get().rows()) {
            MajorClass major = major(c.classCode());
            if (!hidden.contains(major)) {
                builders.computeIfAbsent(major, _ -> PointLayer.in(projection, CityMap.COMPONENTS))
                        .add(c.id().value(), c.position(), new Symbol.ComponentDot(major));
            }
        }
        return builders.values().stream().map(PointLayer.Builder::build).toList();
    }
}
