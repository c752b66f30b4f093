package org.yiping.server.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.domain.inspection.InspectionSet.PointKind;
import org.yiping.domain.inspection.SamplePoint;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Rows;

/// Frames of points that may be inspected, of what the city has: components, things of its map layers, areas.
/// The area of a stratum is the planned area's part in which a point lies. Any thread.
public final class Frames {
    private static final String COMPONENTS = "components";

    private final Rows rows;
    private final LayerTable layers;
    private final Finding finder;

    /// The smallest area a place lies in, if it lies in one.
    public interface Finding {
        @Nullable
        AreaCode areaOf(Position place);
    }

    public Frames(Rows rows, LayerTable layers, Finding finder) {
        this.rows = rows;
        this.layers = layers;
        this.finder = finder;
    }

    /// The points of these kinds in an area, in the order of a frame.
    public List<SamplePoint> of(AreaCode within, List<PointKind> kinds) {
        Districts districts = new Districts(areas(), within);
        List<SamplePoint> points = new ArrayList<>();
        for (PointKind kind : kinds) {
            Set<String> seen = new HashSet<>(); // a name stands for one point, whatever a layer says
            Taking taking = (ref, name, place, area) -> {
                AreaCode stratum = districts.of(area == null ? finder.areaOf(place) : area);
                if (stratum != null && seen.add(ref)) {
                    points.add(new SamplePoint(kind.code(), stratum, ref, name, place));
                }
            };
            switch (kind.from()) {
                case InspectionSet.COMPONENT -> components(kind, taking);
                case InspectionSet.AREA ->
                    districts.all().stream()
                            .filter(a -> kind.of().contains(a.level()))
                            .forEach(a -> taking.take(a.code().value(), a.name(), a.centre(), a.code()));
                default -> things(kind, taking);
            }
        }
        points.sort(SamplePoint.ORDER);
        return points;
    }

    private interface Taking {
        void take(String ref, String name, Position place, @Nullable AreaCode area);
    }

    private void components(PointKind kind, Taking taking) {
        layers.rows(COMPONENTS, row -> {
            if (kind.of().contains(row.path("classCode").asString(""))) {
                Component c = Json.mapper().treeToValue(row, Component.class);
                taking.take(c.id().value(), c.name(), c.position(), c.area());
            }
        });
    }

    private void things(PointKind kind, Taking taking) {
        layers.rows(kind.from(), row -> {
            if (kind.of().isEmpty() || kind.of().contains(row.path("category").asString(""))) {
                Feature f = Json.mapper().treeToValue(row, Feature.class);
                taking.take(f.id(), f.name(), middle(f.shape()), null);
            }
        });
    }

    /// A vertex in the middle of a line, the first one of an outline: a place on the thing, not beside it.
    private static Position middle(Shape shape) {
        return switch (shape) {
            case Shape.Point(Position position) -> position;
            case Shape.Line(List<Position> vertices) -> vertices.get(vertices.size() / 2);
            case Shape.Surface(List<List<List<Position>>> polygons) ->
                polygons.getFirst().getFirst().getFirst();
        };
    }

    /// Every area there is.
    public List<Area> areas() {
        return rows.beginning(Kinds.AREA, "").stream()
                .map(row -> Json.mapper().readValue(row.content(), Area.class))
                .toList();
    }

    /// An area's parts, and in which of them another area lies.
    private static final class Districts {
        private final Map<AreaCode, Area> areas = new HashMap<>();
        private final AreaCode top;

        Districts(List<Area> all, AreaCode top) {
            all.forEach(a -> areas.put(a.code(), a));
            this.top = top;
        }

        List<Area> all() {
            return areas.values().stream()
                    .sorted((a, b) -> a.code().value().compareTo(b.code().value()))
                    .toList();
        }

        /// The part; `top` itself for what lies in none of them, null outside.
        @Nullable
        AreaCode of(@Nullable AreaCode code) {
            AreaCode part = code;
            for (int depth = 0; part != null && depth < 10; depth++) {
                Area area = areas.get(part);
                AreaCode parent = area == null ? null : area.parent();
                if (part.equals(top) || top.equals(parent)) {
                    return part;
                }
                part = parent;
            }
            return null;
        }
    }
}
