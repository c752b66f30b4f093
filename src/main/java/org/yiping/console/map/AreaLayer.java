package org.yiping.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;

/// Areas of one kind as an immutable snapshot: packed rings, code and name an area (面图层).
///
/// Outer rings run anticlockwise and holes clockwise, whatever the source did: the rasteriser adds signed areas.
/// Immutable; any thread.
public final class AreaLayer {
    private final AreaKind kind;
    private final Paths rings;
    private final int[] firstRing;
    private final String[] codes;
    private final String[] names;
    private final BoxTree tree;
    private final Paths edges;
    private final BoxTree edgeTree;
    /// Where names stand, as far as it was asked; two threads that meet here find the same.
    private volatile @Nullable CityPoint @Nullable [] namePlaces;

    private AreaLayer(Builder from) {
        this.kind = from.kind;
        this.rings = Paths.of(from.rings);
        this.codes = from.codes.toArray(String[]::new);
        this.names = from.names.toArray(String[]::new);
        this.firstRing = new int[codes.length + 1];
        float[] outer = new float[4 * codes.length];
        float[] ringBoxes = rings.boxes();
        for (int a = 0; a < codes.length; a++) {
            firstRing[a] = from.firstRings.get(a);
            System.arraycopy(ringBoxes, 4 * firstRing[a], outer, 4 * a, 4);
        }
        firstRing[codes.length] = rings.count();
        this.tree = BoxTree.of(outer);
        this.edges = kind.isBoundary() ? SharedEdges.of(rings) : Paths.of(List.of());
        this.edgeTree = BoxTree.of(edges.boxes());
    }

    public static Builder in(CityProjection projection, AreaKind kind) {
        return new Builder(projection, kind);
    }

    public AreaKind kind() {
        return kind;
    }

    public int size() {
        return codes.length;
    }

    public CityBox bounds() {
        return tree.bounds();
    }

    /// The area that holds a place; the first added where two overlap.
    public Optional<Area> at(double x, double y) {
        int[] found = {Integer.MAX_VALUE};
        tree.visit(new CityBox(x, y, x, y), area -> {
            if (area < found[0] && contains(area, x, y)) {
                found[0] = area;
            }
        });
        return found[0] == Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new Area(codes[found[0]], names[found[0]]));
    }

    private boolean contains(int area, double x, double y) {
        boolean inside = false;
        for (int r = firstRing[area]; r < firstRing[area + 1]; r++) {
            for (int i = rings.from(r), j = rings.to(r) - 1; i < rings.to(r); j = i++) {
                float[] xs = rings.xs;
                float[] ys = rings.ys;
                if ((ys[i] > y) != (ys[j] > y)
                        && x < ((double) xs[j] - xs[i]) * (y - ys[i]) / ((double) ys[j] - ys[i]) + xs[i]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    void visit(CityBox box, IntConsumer area) {
        tree.visit(box, area);
    }

    int firstRing(int area) {
        return firstRing[area];
    }

    Paths rings() {
        return rings;
    }

    /// The lines between areas, each once, for kinds that are drawn as lines.
    Paths edges() {
        return edges;
    }

    void visitEdges(CityBox box, IntConsumer edge) {
        edgeTree.visit(box, edge);
    }

    String code(int area) {
        return codes[area];
    }

    String name(int area) {
        return names[area];
    }

    /// Where the name stands: the middle of the widest inside stretch among a few levels of the outer ring.
    CityPoint namePlace(int area) {
        @Nullable CityPoint[] known = namePlaces;
        if (known == null) {
            known = new @Nullable CityPoint[codes.length];
            namePlaces = known;
        }
        CityPoint place = known[area];
        if (place == null) {
            place = InnerPlace.of(rings, firstRing[area]);
            known[area] = place;
        }
        return place;
    }

    /// Code and name of an area, such as a grid cell's.
    public record Area(String code, String name) {}

    /// Collects areas; one thread.
    public static final class Builder {
        private final CityProjection projection;
        private final AreaKind kind;
        private final List<float[]> rings = new ArrayList<>();
        private final List<Integer> firstRings = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        private Builder(CityProjection projection, AreaKind kind) {
            this.projection = projection;
            this.kind = kind;
        }

        /// `area` is the outer ring and then its holes, closed or not; code and name may be empty.
        public Builder add(String code, String name, List<List<Position>> area) {
            firstRings.add(rings.size());
            codes.add(code);
            names.add(name);
            for (int r = 0; r < area.size(); r++) {
                rings.add(oriented(opened(Positions.project(projection, area.get(r))), r == 0));
            }
            return this;
        }

        public AreaLayer build() {
            return new AreaLayer(this);
        }

        private static float[] opened(float[] ring) {
            int n = ring.length;
            boolean closed = n > 6 && ring[0] == ring[n - 2] && ring[1] == ring[n - 1];
            if (n < 6) {
                throw new IllegalArgumentException("a ring has three places or more");
            }
            return closed ? Paths.trimmed(ring, n - 2) : ring;
        }

        private static float[] oriented(float[] ring, boolean anticlockwise) {
            double twice = 0;
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                twice += (double) ring[j] * ring[i + 1] - (double) ring[i] * ring[j + 1];
            }
            if (twice > 0 == anticlockwise) {
                return ring;
            }
            float[] turned = new float[ring.length];
            for (int i = 0; i < ring.length; i += 2) {
                turned[ring.length - 2 - i] = ring[i];
                turned[ring.length - 1 - i] = ring[i + 1];
            }
            return turned;
        }
    }
}
