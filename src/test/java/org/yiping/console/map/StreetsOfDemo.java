package org.yiping.console.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.yiping.domain.geo.Position;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Real streets from the data folder, with blocks, buildings and components invented between them by a seed.
final class StreetsOfDemo {
    static final CityProjection PROJECTION = CityProjection.around(new Position(104.0584, 30.6359));
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final List<LineString> lines = new ArrayList<>();
    private final LineLayer.Builder roads = LineLayer.in(PROJECTION);
    private final Random random = new Random(20260311);

    static Path file() {
        String data = Objects.requireNonNullElse(System.getenv("YIPING_DATA"), "../shared/data");
        return Path.of(data, "osm-chengdu-roads", "roads.geojson");
    }

    static CityGround read() throws IOException {
        return new StreetsOfDemo().build();
    }

    private CityGround build() throws IOException {
        JsonNode root = new ObjectMapper().readTree(Files.readString(file()));
        for (JsonNode feature : root.get("features")) {
            List<Position> line = new ArrayList<>();
            for (JsonNode c : feature.get("geometry").get("coordinates")) {
                line.add(new Position(c.get(0).asDouble(), c.get(1).asDouble()));
            }
            JsonNode properties = feature.get("properties");
            roads.add(
                    roadClass(properties.get("highway").asString()),
                    properties.get("name").asString(),
                    line);
            lines.add(lengthened(line.stream()
                    .map(PROJECTION::toCity)
                    .map(p -> new Coordinate(p.x(), p.y()))
                    .toArray(Coordinate[]::new)));
        }
        AreaLayer.Builder blocks = AreaLayer.in(PROJECTION, AreaKind.BLOCK);
        AreaLayer.Builder buildings = AreaLayer.in(PROJECTION, AreaKind.BUILDING);
        AreaLayer.Builder greens = AreaLayer.in(PROJECTION, AreaKind.GREEN);
        AreaLayer.Builder cells = AreaLayer.in(PROJECTION, AreaKind.CELL);
        AreaLayer.Builder districts = AreaLayer.in(PROJECTION, AreaKind.DISTRICT);
        PointLayer.Builder components = PointLayer.in(PROJECTION, "components");
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(UnaryUnionOp.union(lines));
        int n = 0;
        for (Object found : polygonizer.getPolygons()) {
            Geometry block = ((Polygon) found).buffer(-9);
            if (block instanceof Polygon polygon && polygon.getArea() > 1500) {
                n++;
                cells.add("5101%05d".formatted(n), "", rings((Polygon) found));
                boolean green = n % 17 == 0 && polygon.getArea() < 60_000;
                (green ? greens : blocks).add("", "", rings(polygon));
                if (!green) {
                    buildings(polygon, buildings);
                }
            }
        }
        lines.forEach(line -> components(line, components));
        districts.add("1", "示范区", List.of(ring(-3000, -3000, 300, -3000, 420, 0, 330, 3000, -3000, 3000)));
        districts.add("2", "新城区", List.of(ring(300, -3000, 3000, -3000, 3000, 3000, 330, 3000, 420, 0)));
        return new CityGround(
                List.of(blocks.build(), buildings.build(), greens.build(), cells.build(), districts.build()),
                roads.build(),
                List.of(components.build()));
    }

    /// The source leaves gaps at junctions; blocks need closed rings.
    private static LineString lengthened(Coordinate[] c) {
        int n = c.length;
        double first = 25 / c[0].distance(c[1]);
        double last = 25 / c[n - 1].distance(c[n - 2]);
        Coordinate from = new Coordinate(c[0].x + (c[0].x - c[1].x) * first, c[0].y + (c[0].y - c[1].y) * first);
        Coordinate to = new Coordinate(
                c[n - 1].x + (c[n - 1].x - c[n - 2].x) * last, c[n - 1].y + (c[n - 1].y - c[n - 2].y) * last);
        c[0] = from;
        c[n - 1] = to;
        return GEOMETRY.createLineString(c);
    }

    private void buildings(Polygon block, AreaLayer.Builder buildings) {
        PreparedGeometry inside = PreparedGeometryFactory.prepare(block.buffer(-5));
        Coordinate[] outline = block.getExteriorRing().getCoordinates();
        double angle = 0;
        double longest = 0;
        for (int i = 1; i < outline.length; i++) {
            double length = outline[i].distance(outline[i - 1]);
            if (length > longest) {
                longest = length;
                angle = Math.atan2(outline[i].y - outline[i - 1].y, outline[i].x - outline[i - 1].x);
            }
        }
        Coordinate middle = block.getEnvelopeInternal().centre();
        double reach = Math.hypot(
                        block.getEnvelopeInternal().getWidth(),
                        block.getEnvelopeInternal().getHeight())
                / 2;
        for (double v = -reach; v < reach; v += 27) {
            for (double u = -reach; u < reach; u += 14 + random.nextInt(20)) {
                double w = 12 + random.nextInt(26);
                double h = 9 + random.nextInt(5);
                double[] corners = {u, v, u + w, v, u + w, v + h, u, v + h};
                double[] turned = new double[8];
                for (int i = 0; i < 8; i += 2) {
                    turned[i] = middle.x + corners[i] * Math.cos(angle) - corners[i + 1] * Math.sin(angle);
                    turned[i + 1] = middle.y + corners[i] * Math.sin(angle) + corners[i + 1] * Math.cos(angle);
                }
                List<Position> ring = ring(turned);
                if (random.nextInt(6) > 0 && inside.contains(polygon(turned))) {
                    buildings.add("", "", List.of(ring));
                }
                u += w;
            }
        }
    }

    private void components(LineString line, PointLayer.Builder components) {
        for (double s = random.nextInt(60); s < line.getLength(); s += 90 + random.nextInt(160)) {
            Coordinate at = new org.locationtech.jts.linearref.LengthIndexedLine(line).extractPoint(s, 7);
            components.add(
                    "c" + random.nextInt(1 << 30),
                    PROJECTION.toPosition(new CityPoint(at.x, at.y)),
                    new Symbol.ComponentDot(MajorClass.values()[random.nextInt(4)]));
        }
    }

    private static Polygon polygon(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(xy[2 * i % xy.length], xy[(2 * i + 1) % xy.length]);
        }
        return GEOMETRY.createPolygon(ring);
    }

    private static List<List<Position>> rings(Polygon polygon) {
        List<List<Position>> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<Position> ring(LineString ring) {
        List<Position> out = new ArrayList<>();
        for (Coordinate c : ring.getCoordinates()) {
            out.add(PROJECTION.toPosition(new CityPoint(c.x, c.y)));
        }
        return out;
    }

    static List<Position> ring(double... xy) {
        List<Position> out = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            out.add(PROJECTION.toPosition(new CityPoint(xy[i], xy[i + 1])));
        }
        return out;
    }

    private static RoadClass roadClass(String highway) {
        return switch (highway.replace("highway.", "").replace("_link", "")) {
            case "motorway", "trunk", "primary" -> RoadClass.MAJOR;
            case "secondary", "tertiary" -> RoadClass.MID;
            default -> RoadClass.MINOR;
        };
    }
}
