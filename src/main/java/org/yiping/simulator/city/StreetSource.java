package org.yiping.simulator.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.yiping.domain.geo.Extent;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// The directed street edges the city is laid over (resource `demo/streets.geojson.gz`, © OpenStreetMap contributors).
final class StreetSource {
    private static final String RESOURCE = "/org/yiping/demo/streets.geojson.gz";
    /// The source pulls edges back from their junction; farther than this the junction is another place.
    private static final double JUNCTION_REACH = 60;

    private StreetSource() {}

    /// One direction of one piece of street, from junction to junction.
    record Edge(String id, String from, String to, String name, Rank rank, List<Coordinate> vertices) {
        Edge {
            vertices = List.copyOf(vertices);
        }

        double length() {
            double sum = 0;
            for (int i = 1; i < vertices.size(); i++) {
                sum += vertices.get(i).distance(vertices.get(i - 1));
            }
            return sum;
        }
    }

    /// The box around all edges.
    static Extent extent() {
        double[] box = {180, 90, -180, -90};
        for (JsonNode feature : read().path("features")) {
            for (JsonNode c : feature.path("geometry").path("coordinates")) {
                box[0] = Math.min(box[0], c.get(0).asDouble());
                box[1] = Math.min(box[1], c.get(1).asDouble());
                box[2] = Math.max(box[2], c.get(0).asDouble());
                box[3] = Math.max(box[3], c.get(1).asDouble());
            }
        }
        return new Extent(box[0], box[1], box[2], box[3]);
    }

    /// The edges of real streets, each drawn through to its junctions' centres.
    static List<Edge> edges(Plane plane) {
        List<Edge> edges = new ArrayList<>();
        for (JsonNode feature : read().path("features")) {
            edge(feature, plane).ifPresent(edges::add);
        }
        Map<String, List<Coordinate>> ends = new HashMap<>();
        for (Edge e : edges) {
            ends.computeIfAbsent(e.from(), k -> new ArrayList<>())
                    .add(e.vertices().getFirst());
            ends.computeIfAbsent(e.to(), k -> new ArrayList<>()).add(e.vertices().getLast());
        }
        Map<String, Coordinate> centres = new HashMap<>();
        ends.forEach((node, points) -> centres.put(node, mean(points)));
        return edges.stream().map(e -> through(e, centres)).toList();
    }

    private static Optional<Edge> edge(JsonNode feature, Plane plane) {
        JsonNode p = feature.path("properties");
        String name = p.path("name").asString();
        List<Coordinate> vertices = new ArrayList<>();
        for (JsonNode c : feature.path("geometry").path("coordinates")) {
            vertices.add(plane.at(c.get(0).asDouble(), c.get(1).asDouble()));
        }
        return Rank.ofHighway(p.path("highway").asString())
                .map(r -> new Edge(
                        p.path("edge").asString(),
                        p.path("from").asString(),
                        p.path("to").asString(),
                        name,
                        r,
                        vertices));
    }

    private static Edge through(Edge e, Map<String, Coordinate> centres) {
        List<Coordinate> v = new ArrayList<>(e.vertices());
        Coordinate first = Objects.requireNonNull(centres.get(e.from()));
        Coordinate last = Objects.requireNonNull(centres.get(e.to()));
        if (near(first, v.getFirst())) {
            v.addFirst(first);
        }
        if (near(last, v.getLast())) {
            v.addLast(last);
        }
        return new Edge(e.id(), e.from(), e.to(), e.name(), e.rank(), v);
    }

    private static boolean near(Coordinate centre, Coordinate end) {
        double d = centre.distance(end);
        return d > 0.5 && d < JUNCTION_REACH;
    }

    private static Coordinate mean(List<Coordinate> points) {
        double x = 0;
        double y = 0;
        for (Coordinate c : points) {
            x += c.x;
            y += c.y;
        }
        return new Coordinate(x / points.size(), y / points.size());
    }

    private static JsonNode read() {
        try (InputStream in = StreetSource.class.getResourceAsStream(RESOURCE);
                GZIPInputStream unzipped = new GZIPInputStream(Objects.requireNonNull(in, RESOURCE))) {
            return Json.mapper().readTree(unzipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
