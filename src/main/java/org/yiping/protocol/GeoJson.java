package org.yiping.protocol;

import java.util.ArrayList;
import java.util.List;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// GeoJSON geometries (RFC 7946) to and from shapes. Multi-part lines are refused, because a layer's line is one line;
/// polygons and multi-polygons both become surfaces. Stateless; any thread.
public final class GeoJson {
    private GeoJson() {}

    /// Throws `IllegalArgumentException` where the node is not a geometry this reader knows.
    public static Shape read(JsonNode geometry) {
        return read(geometry, CoordinateSystem.WGS_84);
    }

    /// A geometry of a file that is written in another coordinate system.
    public static Shape read(JsonNode geometry, CoordinateSystem system) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Point" -> new Shape.Point(position(coordinates, system));
            case "LineString" -> new Shape.Line(positions(coordinates, system));
            case "Polygon" -> new Shape.Surface(List.of(rings(coordinates, system)));
            case "MultiPolygon" -> {
                List<List<List<Position>>> polygons = new ArrayList<>();
                coordinates.forEach(p -> polygons.add(rings(p, system)));
                yield new Shape.Surface(polygons);
            }
            default ->
                throw new IllegalArgumentException(
                        "unknown geometry type: " + geometry.path("type").asString("none"));
        };
    }

    /// The system a collection says its coordinates are in (`crs`, as GeoJSON had it before RFC 7946), else
    /// `otherwise`. Throws `IllegalArgumentException` where that is none we know.
    public static CoordinateSystem system(JsonNode collection, CoordinateSystem otherwise) {
        String named = collection.at("/crs/properties/name").asString("");
        return named.isEmpty() ? otherwise : CoordinateSystem.of(named);
    }

    static void write(Shape shape, JsonGenerator out) {
        out.writeStartObject();
        switch (shape) {
            case Shape.Point p -> {
                out.writeStringProperty("type", "Point");
                out.writeName("coordinates");
                write(p.position(), out);
            }
            case Shape.Line l -> {
                out.writeStringProperty("type", "LineString");
                out.writeName("coordinates");
                write(l.vertices(), out);
            }
            case Shape.Surface s -> {
                out.writeStringProperty("type", "MultiPolygon");
                out.writeName("coordinates");
                out.writeStartArray();
                for (List<List<Position>> polygon : s.polygons()) {
                    out.writeStartArray();
                    polygon.forEach(ring -> write(ring, out));
                    out.writeEndArray();
                }
                out.writeEndArray();
            }
        }
        out.writeEndObject();
    }

    private static void write(List<Position> positions, JsonGenerator out) {
        out.writeStartArray();
        positions.forEach(p -> write(p, out));
        out.writeEndArray();
    }

    /// Seven decimals are about a centimetre.
    private static void write(Position p, JsonGenerator out) {
        out.writeStartArray();
        out.writeNumber(Math.round(p.longitude() * 1e7) / 1e7);
        out.writeNumber(Math.round(p.latitude() * 1e7) / 1e7);
        out.writeEndArray();
    }

    private static Position position(JsonNode pair, CoordinateSystem system) {
        if (pair.size() < 2 || !pair.get(0).isNumber() || !pair.get(1).isNumber()) {
            throw new IllegalArgumentException("a position is [longitude, latitude]");
        }
        return system.position(pair.get(0).asDouble(), pair.get(1).asDouble());
    }

    private static List<Position> positions(JsonNode array, CoordinateSystem system) {
        List<Position> result = new ArrayList<>(array.size());
        array.forEach(p -> result.add(position(p, system)));
        return result;
    }

    private static List<List<Position>> rings(JsonNode array, CoordinateSystem system) {
        List<List<Position>> result = new ArrayList<>(array.size());
        array.forEach(r -> result.add(positions(r, system)));
        return result;
    }
}
