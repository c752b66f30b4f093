package org.yiping.domain.geo;

import java.util.List;

/// A geometry in WGS 84. Immutable; any thread.
public sealed interface Shape {
    record Point(Position position) implements Shape {}

    record Line(List<Position> vertices) implements Shape {
        public Line {
            vertices = List.copyOf(vertices);
        }
    }

    /// Polygons, each an outer ring followed by its holes; rings are closed (first vertex = last).
    record Surface(List<List<List<Position>>> polygons) implements Shape {
        public Surface {
            polygons = List.copyOf(polygons);
        }
    }
}
