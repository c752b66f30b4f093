package org.yiping.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.yiping.domain.geo.Position;

/// Streets as one immutable snapshot: packed vertices, class and name a line, simpler copies for far views (道路图层).
///
/// Immutable; any thread. Names are joined into long chains once here, because labels follow a street and not one of
/// the pieces the source cut it into.
public final class LineLayer {
    private static final double[] TOLERANCES = {0, 2, 8};

    private final RoadClass[] classes;
    private final String[] names;
    private final Paths[] levels;
    private final BoxTree tree;
    private final List<NamedChain> chains;

    private LineLayer(List<float[]> lines, List<RoadClass> classes, List<String> names) {
        this.classes = classes.toArray(RoadClass[]::new);
        this.names = names.toArray(String[]::new);
        Paths exact = Paths.of(lines);
        this.levels = new Paths[] {exact, exact.simplified(TOLERANCES[1]), exact.simplified(TOLERANCES[2])};
        this.tree = BoxTree.of(exact.boxes());
        this.chains = NamedChain.joined(lines, this.classes, this.names);
    }

    public static LineLayer empty() {
        return new LineLayer(List.of(), List.of(), List.of());
    }

    public static Builder in(CityProjection projection) {
        return new Builder(projection);
    }

    public int size() {
        return classes.length;
    }

    public CityBox bounds() {
        return tree.bounds();
    }

    void visit(CityBox box, IntConsumer line) {
        tree.visit(box, line);
    }

    RoadClass roadClass(int line) {
        return classes[line];
    }

    /// The vertices to draw at a scale: at most half a pixel off.
    Paths paths(double metresPerPixel) {
        int level = 0;
        while (level + 1 < levels.length && TOLERANCES[level + 1] <= metresPerPixel / 2) {
            level++;
        }
        return levels[level];
    }

    List<NamedChain> chains() {
        return chains;
    }

    /// Collects lines; one thread.
    public static final class Builder {
        private final CityProjection projection;
        private final List<float[]> lines = new ArrayList<>();
        private final List<RoadClass> classes = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        private Builder(CityProjection projection) {
            this.projection = projection;
        }

        /// A line of two or more places; `name` is empty when it has none.
        public Builder add(RoadClass roadClass, String name, List<Position> line) {
            if (line.size() < 2) {
                throw new IllegalArgumentException("a line has two places or more");
            }
            lines.add(Positions.project(projection, line));
            classes.add(roadClass);
            names.add(name);
            return this;
        }

        public LineLayer build() {
            return new LineLayer(lines, classes, names);
        }
    }
}
