package org.yiping.server.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.protocol.GeoJson;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads things with a place from GeoJSON, CSV (columns longitude/lon/x and latitude/lat/y) and OSM PBF. What cannot be
/// read is refused with its number; what was read before stays. One thread.
final class GeoFiles {
    private static final List<String> LONGITUDES = List.of("longitude", "lon", "lng", "x");
    private static final List<String> LATITUDES = List.of("latitude", "lat", "y");

    private final CoordinateSystem system;
    private final Consumer<GeoThing> things;
    private final Consumer<Refusal> refused;

    /// `system` is that of files which do not say theirs; OSM's are always in WGS 84.
    GeoFiles(CoordinateSystem system, Consumer<GeoThing> things, Consumer<Refusal> refused) {
        this.system = system;
        this.things = things;
        this.refused = refused;
    }

    /// Returns how many things were read, refused ones included.
    long read(Path file) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        if (name.endsWith(".pbf")) {
            return new PbfReader(things).read(file);
        }
        if (name.contains(".csv")) {
            return csv(file, name);
        }
        return geoJson(file, name);
    }

    private long geoJson(Path file, String name) throws IOException {
        JsonNode features;
        CoordinateSystem written;
        try (InputStream in = open(file)) {
            JsonNode collection = Json.mapper().readTree(in);
            written = GeoJson.system(collection, system);
            features = collection.path("features");
        } catch (JacksonException e) {
            refused.accept(
                    new Refusal(name, Math.max(1, e.getLocation().getLineNr()), "not JSON: " + e.getOriginalMessage()));
            return 1;
        } catch (IllegalArgumentException e) {
            refused.accept(new Refusal(name, 1, String.valueOf(e.getMessage())));
            return 1;
        }
        long number = 0;
        for (JsonNode feature : features) {
            number++;
            try {
                Map<String, String> tags = tags(feature.path("properties"));
                String id = feature.path("id").asString(tags.getOrDefault("osm", name + "-" + number));
                things.accept(new GeoThing(number, id, GeoJson.read(feature.path("geometry"), written), tags));
            } catch (IllegalArgumentException e) {
                refused.accept(new Refusal(name, number, String.valueOf(e.getMessage())));
            }
        }
        return number;
    }

    /// Properties and, where there is one, the object of raw tags inside them.
    private static Map<String, String> tags(JsonNode properties) {
        Map<String, String> tags = new HashMap<>();
        for (Map.Entry<String, JsonNode> e : properties.properties()) {
            if (e.getValue().isObject()) {
                tags.putAll(tags(e.getValue()));
            } else if (!e.getValue().isNull()) {
                tags.put(e.getKey(), e.getValue().asString(e.getValue().toString()));
            }
        }
        return tags;
    }

    private long csv(Path file, String name) throws IOException, InterruptedException {
        String[][] header = new String[1][];
        return new Rows(file, StandardCharsets.UTF_8, refused)
                .read(file, columns -> header[0] = columns.toArray(String[]::new), (line, cells) -> {
                    Map<String, String> tags = new HashMap<>();
                    for (int i = 0; i < cells.size(); i++) {
                        if (!cells.get(i).isBlank()) {
                            tags.put(header[0][i], cells.get(i).strip());
                        }
                    }
                    try {
                        Position at = system.position(number(tags, LONGITUDES), number(tags, LATITUDES));
                        String id = tags.getOrDefault("id", name + "-" + line);
                        things.accept(new GeoThing(line, id, new Shape.Point(at), tags));
                    } catch (IllegalArgumentException e) {
                        refused.accept(new Refusal(name, line, String.valueOf(e.getMessage())));
                    }
                });
    }

    private static double number(Map<String, String> tags, List<String> names) {
        for (String name : names) {
            String value = tags.get(name);
            if (value != null) {
                return Double.parseDouble(value);
            }
        }
        throw new IllegalArgumentException("no column " + names.getFirst());
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
