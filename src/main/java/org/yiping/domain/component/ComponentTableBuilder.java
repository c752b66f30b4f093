package org.yiping.domain.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Position;

/// Collects components into a table, some sixty bytes each while it does. One thread.
public final class ComponentTableBuilder {
    private final CityPlane plane;
    private final IntRow x = new IntRow();
    private final IntRow y = new IntRow();
    private final Numbers<ComponentTable.Kind> kinds = new Numbers<>();
    private final Numbers<String> names = new Numbers<>();
    private final Numbers<String> areas = new Numbers<>();
    private final PackedTexts.Writer ids = new PackedTexts.Writer();
    private final NameEnds ends = new NameEnds();
    /// By the number of the row as it came.
    private final Map<Integer, Position> far = new HashMap<>();

    public ComponentTableBuilder(CityPlane plane) {
        this.plane = plane;
    }

    /// A column of numbers, each for something that many rows have.
    private static final class Numbers<T> {
        final Map<T, Integer> known = new HashMap<>();
        final List<T> all = new ArrayList<>();
        final IntRow rows = new IntRow();

        void add(T value) {
            Integer at = known.get(value);
            if (at == null) {
                at = all.size();
                known.put(value, at);
                all.add(value);
            }
            rows.add(at);
        }

        PackedInts column(int[] order) {
            return PackedInts.of(rows.values(), order);
        }
    }

    public void add(Component c) {
        CityPlane.Metres at = plane.metres(c.position());
        float east = (float) at.east();
        float north = (float) at.north();
        if (!ComponentTable.holds(plane, c.position(), east, north)) {
            far.put(x.size(), c.position());
        }
        x.add(Float.floatToIntBits(east));
        y.add(Float.floatToIntBits(north));
        kinds.add(new ComponentTable.Kind(c.classCode(), c.owner(), c.holder(), c.authority()));
        names.add(c.name());
        ends.add(c.classCode(), c.name());
        areas.add(c.area() == null ? "" : c.area().value());
        ids.add(c.id().value());
    }

    /// The table of what was added; within a part rows stand as `within` says.
    public ComponentTable build(long revision, ComponentTable.Order within) {
        int[] order = new int[x.size()];
        List<ComponentTable.Part> parts = parts(order, within);
        PackedTexts column = ids.column(order);
        List<String> endings = ends.ends(kinds.all);
        Numbers<String> fronts = new Numbers<>();
        for (int row = 0; row < order.length; row++) {
            fronts.add(NameEnds.front(names.all.get(names.rows.get(row)), endings.get(kinds.rows.get(row))));
        }
        return new ComponentTable(
                revision,
                plane,
                new ComponentTable.Words(kinds.all, endings, PackedTexts.of(fronts.all), PackedTexts.of(areas.all)),
                new ComponentTable.Columns(
                        kinds.column(order), fronts.column(order), areas.column(order), column, byId(column)),
                parts,
                far(order));
    }

    /// Tells in `order` which row as it came comes to which row of the table.
    private List<ComponentTable.Part> parts(int[] order, ComponentTable.Order within) {
        List<String> majors =
                kinds.all.stream().map(k -> ComponentTable.major(k.classCode())).toList();
        List<ComponentTable.Part> parts = new ArrayList<>();
        int from = 0;
        for (String major : majors.stream()
                .distinct()
                .sorted(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()))
                .toList()) {
            int[] rows = IntStream.range(0, order.length)
                    .filter(row -> majors.get(kinds.rows.get(row)).equals(major))
                    .toArray();
            int[] sorted = within.of(floats(x, rows), floats(y, rows));
            int[] moved = Arrays.stream(sorted).map(at -> rows[at]).toArray();
            System.arraycopy(moved, 0, order, from, moved.length);
            parts.add(new ComponentTable.Part(major, from, floats(x, moved), floats(y, moved)));
            from += moved.length;
        }
        return parts;
    }

    private static float[] floats(IntRow bits, int[] rows) {
        float[] out = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = Float.intBitsToFloat(bits.get(rows[i]));
        }
        return out;
    }

    /// Hash codes and not the texts are sorted, because numbers sort without objects.
    private static PackedInts byId(PackedTexts ids) {
        long[] keys = new long[ids.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) ids.get(row).hashCode() << Integer.SIZE | row;
        }
        Arrays.sort(keys);
        int[] rows = new int[keys.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) keys[i];
        }
        return PackedInts.of(rows, IntStream.range(0, rows.length).toArray());
    }

    private ComponentTable.Far far(int[] order) {
        int[] rows = far.isEmpty()
                ? new int[0]
                : IntStream.range(0, order.length)
                        .filter(row -> far.containsKey(order[row]))
                        .toArray();
        double[] degrees = new double[2 * rows.length];
        for (int i = 0; i < rows.length; i++) {
            Position place = far.getOrDefault(order[rows[i]], plane.origin());
            degrees[2 * i] = place.longitude();
            degrees[2 * i + 1] = place.latitude();
        }
        return new ComponentTable.Far(rows, degrees);
    }
}
