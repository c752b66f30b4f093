package org.yiping.server.load;

import java.util.Map;
import org.yiping.domain.geo.Shape;

/// A thing read from a geographic file before it is known what it is. `line` is its place in the file for messages
/// (a line of a CSV, a number in a GeoJSON or PBF). Immutable; any thread.
record GeoThing(long line, String id, Shape shape, Map<String, String> tags) {
    GeoThing {
        tags = Map.copyOf(tags);
    }

    String name() {
        return tags.getOrDefault("name", "");
    }
}
