package org.yiping.server.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.protocol.Json;
import org.yiping.server.data.LayerTable;

/// The outlines of a level of areas, from the map layer of that name. Any thread.
final class AreaOutlines {
    private final LayerTable layers;

    AreaOutlines(LayerTable layers) {
        this.layers = layers;
    }

    /// `rings` as longitudes and latitudes by turns.
    record Outline(String code, String name, List<double[]> rings) {}

    /// What may be said of where they come from; empty where there is no such layer.
    String attribution(String level) {
        return layers.find(level).map(Layer::attribution).orElse("");
    }

    List<Outline> of(String level) throws IOException {
        if (layers.find(level).isEmpty()) {
            return List.of();
        }
        List<Outline> outlines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(layers.open(level), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{\"row\":")) {
                    Feature f = Json.mapper()
                            .treeToValue(Json.mapper().readTree(line).path("row"), Feature.class);
                    if (f.shape() instanceof Shape.Surface surface) {
                        outlines.add(new Outline(f.id(), f.name(), rings(surface)));
                    }
                }
            }
        }
        return List.copyOf(outlines);
    }

    private static List<double[]> rings(Shape.Surface surface) {
        List<double[]> rings = new ArrayList<>();
        for (List<List<Position>> polygon : surface.polygons()) {
            for (List<Position> ring : polygon) {
                double[] flat = new double[ring.size() * 2];
                for (int i = 0; i < ring.size(); i++) {
                    flat[2 * i] = ring.get(i).longitude();
                    flat[2 * i + 1] = ring.get(i).latitude();
                }
                rings.add(flat);
            }
        }
        return rings;
    }
}
