package org.yiping.domain.geo;

import java.util.Map;

/// One thing of a map layer: a road, a block, a district's outline. `category` is an open code the style draws by
/// (roads: major, mid, minor). Immutable; any thread.
public record Feature(String id, String category, String name, Shape shape, Map<String, String> properties) {
    public Feature {
        properties = Map.copyOf(properties);
    }
}
