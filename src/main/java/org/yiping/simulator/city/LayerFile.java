package org.yiping.simulator.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// One map layer as GeoJSON text: features one a line, coordinates with seven decimals. Confined to one thread.
///
/// Written by hand rather than through the JSON codec, because coordinates with a fixed number of decimals are most of
/// it. Names and categories are the generator's own and need no escaping.
final class LayerFile {
    private final Plane plane;
    private final StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    private boolean first = true;

    LayerFile(Plane plane) {
        this.plane = plane;
    }

    void add(String id, String category, String name, boolean invented, Geometry geometry) {
        out.append(first ? "\n" : ",\n");
        first = false;
        out.append("{\"type\":\"Feature\",\"id\":\"").append(id);
        out.append("\",\"properties\":{\"category\":\"").append(category);
        out.append("\",\"name\":\"").append(name).append('"');
        if (invented) {
            out.append(",\"invented\":\"true\"");
        }
        out.append("},\"geometry\":");
        geometry(geometry);
        out.append('}');
    }

    private void geometry(Geometry g) {
        if (g instanceof LineString line) {
            out.append("{\"type\":\"LineString\",\"coordinates\":");
            coordinates(line.getCoordinates());
        } else if (g instanceof Polygon polygon) {
            out.append("{\"type\":\"Polygon\",\"coordinates\":");
            rings(polygon);
        } else {
            out.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
            for (int i = 0; i < g.getNumGeometries(); i++) {
                out.append(i == 0 ? "" : ",");
                rings((Polygon) g.getGeometryN(i));
            }
            out.append(']');
        }
        out.append('}');
    }

    private void rings(Polygon polygon) {
        out.append('[');
        coordinates(polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.append(',');
            coordinates(polygon.getInteriorRingN(i).getCoordinates());
        }
        out.append(']');
    }

    private void coordinates(Coordinate[] v) {
        out.append('[');
        for (int i = 0; i < v.length; i++) {
            out.append(i == 0 ? "[" : ",[");
            Plane.appendDegrees(out, plane.longitude(v[i]));
            out.append(',');
            Plane.appendDegrees(out, plane.latitude(v[i]));
            out.append(']');
        }
        out.append(']');
    }

    void write(Path file) throws IOException {
        out.append("\n]}\n");
        zip(file, out);
    }

    static void zip(Path file, CharSequence text) throws IOException {
        try (GZIPOutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            zipped.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
