package org.yiping.domain.component;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

/// All components of a city as columns (部件表): some 22 bytes each, ids and finding them included, where an object
/// each takes some four hundred. A `Component` is made of a row when somebody looks at it.
///
/// Rows are numbered from 0, those of one major class in a row. Places are metres on the city's plane as `float`,
/// which the map draws as they are. What comes out is the place that went in to within a centimetre, and to the
/// seventh decimal of a degree exactly if it had no more; where a `float` cannot hold it so well (some 60 km from the
/// city's origin at the earliest) the degrees are kept beside.
///
/// Immutable; any thread.
public final class ComponentTable {
    /// Metres by which a place may come out elsewhere than it went in.
    static final double EXACT = 0.01;
    /// Metres from the origin beyond which no place is worked out from the plane.
    private static final double REACH = 1e6;
    private static final double STEPS = 1e7;

    private final long revision;
    private final CityPlane plane;
    private final Words words;
    private final Columns columns;
    private final List<Part> parts;
    private final Far far;

    /// What many rows have in common.
    public record Kind(
            ClassCode classCode,
            @Nullable DepartmentId owner,
            @Nullable DepartmentId holder,
            @Nullable DepartmentId authority) {}

    /// The rows of one major class: `size` from row `from` on. `major` is its two digits, or nothing where a class has
    /// none. The columns are metres east and north, not to be written to.
    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    public record Part(String major, int from, float[] xs, float[] ys) {
        public int size() {
            return xs.length;
        }
    }

    /// In which order the rows of a part stand, told by their places: which one comes to which row.
    public interface Order {
        int[] of(float[] xs, float[] ys);
    }

    /// What columns hold numbers of: kinds with how the names of their class end, what comes before that, areas. An
    /// area of no characters is none.
    record Words(List<Kind> kinds, List<String> ends, PackedTexts fronts, PackedTexts areas) {
        Words {
            kinds = List.copyOf(kinds);
            ends = List.copyOf(ends);
        }
    }

    /// `byId` are the rows in the order of their ids' hash codes.
    record Columns(PackedInts kind, PackedInts front, PackedInts area, PackedTexts ids, PackedInts byId) {}

    /// Rows, ascending, whose place the plane does not hold well enough, with longitude and latitude in turn.
    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    record Far(int[] rows, double[] degrees) {}

    ComponentTable(long revision, CityPlane plane, Words words, Columns columns, List<Part> parts, Far far) {
        this.revision = revision;
        this.plane = plane;
        this.words = words;
        this.columns = columns;
        this.parts = List.copyOf(parts);
        this.far = far;
    }

    /// The two digits of a component class's major class; nothing where it has none.
    public static String major(ClassCode code) {
        String text = code.value();
        int from = text.startsWith("C-") ? 2 : text.startsWith("C") ? 1 : 0;
        return text.length() >= from + 2 && digit(text.charAt(from)) && digit(text.charAt(from + 1))
                ? text.substring(from, from + 2)
                : "";
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Of the layer, by the platform's count.
    public long revision() {
        return revision;
    }

    public CityPlane plane() {
        return plane;
    }

    public int size() {
        return columns.ids().size();
    }

    /// In the order of their rows.
    public List<Part> parts() {
        return parts;
    }

    /// Every kind there is; a row's is a number of it.
    public List<Kind> kinds() {
        return words.kinds();
    }

    /// How the names of a kind all end, which is what the kind is called where they begin with a place; may be nothing.
    public String ending(int kind) {
        return words.ends().get(kind);
    }

    public int kind(int row) {
        return columns.kind().get(row);
    }

    public String id(int row) {
        return columns.ids().get(row);
    }

    public String name(int row) {
        return NameEnds.name(
                words.fronts().get(columns.front().get(row)), words.ends().get(kind(row)));
    }

    public Position position(int row) {
        int at = Arrays.binarySearch(far.rows(), row);
        if (at >= 0) {
            return new Position(far.degrees()[2 * at], far.degrees()[2 * at + 1]);
        }
        for (Part part : parts) {
            int i = row - part.from();
            if (i < part.size()) {
                return position(plane, part.xs()[i], part.ys()[i]);
            }
        }
        throw new IndexOutOfBoundsException(row);
    }

    static Position position(CityPlane plane, float x, float y) {
        Position p = plane.position(x, y);
        return new Position(Math.round(p.longitude() * STEPS) / STEPS, Math.round(p.latitude() * STEPS) / STEPS);
    }

    /// Whether the plane holds a place well enough.
    static boolean holds(CityPlane plane, Position place, float x, float y) {
        return Math.abs(x) < REACH
                && Math.abs(y) < REACH
                && position(plane, x, y).distanceMetres(place) <= EXACT;
    }

    public Component component(int row) {
        Kind kind = words.kinds().get(kind(row));
        String area = words.areas().get(columns.area().get(row));
        return new Component(
                new ComponentId(id(row)),
                kind.classCode(),
                name(row),
                position(row),
                area.isEmpty() ? null : new AreaCode(area),
                kind.owner(),
                kind.holder(),
                kind.authority());
    }

    public Optional<Component> find(ComponentId id) {
        return find(id.value());
    }

    public Optional<Component> find(String id) {
        int row = row(id);
        return row < 0 ? Optional.empty() : Optional.of(component(row));
    }

    /// The row of an id or -1.
    public int row(String id) {
        int wanted = id.hashCode();
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (id(columns.byId().get(middle)).hashCode() < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (; low < size(); low++) {
            int row = columns.byId().get(low);
            String other = id(row);
            if (other.equals(id)) {
                return row;
            }
            if (other.hashCode() != wanted) {
                return -1;
            }
        }
        return -1;
    }

    /// The same rows on another plane: made row by row, about a second for a million.
    public ComponentTable on(CityPlane other, Order order) {
        ComponentTableBuilder rows = new ComponentTableBuilder(other);
        for (int row = 0; row < size(); row++) {
            rows.add(component(row));
        }
        return rows.build(revision, order);
    }

    /// What the arrays and words of each column take, in bytes, named for those who count.
    public record Bytes(long places, long kinds, long names, long areas, long ids, long finding) {
        public long all() {
            return places + kinds + names + areas + ids + finding;
        }
    }

    public Bytes bytes() {
        return new Bytes(
                8L * size() + 20L * far.rows().length,
                columns.kind().bytes().length + 200L * words.kinds().size(),
                columns.front().bytes().length + words.fronts().bytes(),
                columns.area().bytes().length + words.areas().bytes(),
                columns.ids().bytes(),
                columns.byId().bytes().length);
    }

    Words words() {
        return words;
    }

    Columns columns() {
        return columns;
    }

    Far far() {
        return far;
    }
}
