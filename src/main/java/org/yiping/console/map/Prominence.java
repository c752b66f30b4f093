package org.yiping.console.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which cameras, sensors and people are drawn whole and which as a small mark, so that cases are never drowned (取舍).
/// Immutable once made; any thread.
///
/// Decided for the whole city at one zoom level, in ground distances and in an order that hangs on the ids alone:
/// panning changes nothing, and a person who walks changes only who stands next. Cases come first, then what is near
/// the selection, then what stays where it is.
final class Prominence {
    /// Pixels between the middles of two symbols drawn whole: of one layer, of two layers, and to a case.
    private static final double ALIKE = 132;

    private static final double UNLIKE = 64;
    private static final double TO_CASE = 34;
    /// So near the selected feature nothing is thinned but what would overlap.
    private static final double NEAR = 150;

    private static final double TOUCHING = 24;

    private final Map<String, BitSet> whole = new HashMap<>();
    private final Map<Long, List<Taken>> squares = new HashMap<>();
    private final List<Points> cases = new ArrayList<>();
    private final double metresPerPixel;
    private final @Nullable CityPoint selected;

    private record Taken(float x, float y, String layer) {}

    /// What the choice depended on.
    record Key(int level, long versions, Hit.@Nullable Feature selected) {}

    private Prominence(double metresPerPixel, @Nullable CityPoint selected) {
        this.metresPerPixel = metresPerPixel;
        this.selected = selected;
    }

    static Key key(MapCamera camera, List<OverlayCompositor.Shown> layers, Emphasis emphasis) {
        long versions = 0;
        for (OverlayCompositor.Shown layer : layers) {
            versions = 31 * versions + layer.version().arrangement() + 1;
        }
        return new Key(camera.level(), versions, emphasis.selected());
    }

    static Prominence of(int level, List<OverlayCompositor.Shown> layers, Emphasis emphasis) {
        Prominence made = new Prominence(ZoomLevels.metresPerPixel(level), place(layers, emphasis.selected()));
        layers.stream()
                .sorted(Comparator.comparing(
                                (OverlayCompositor.Shown l) -> !l.spec().clusters())
                        .thenComparing(l -> !l.spec().still()))
                .forEach(made::choose);
        return made;
    }

    boolean isWhole(String layer, int row) {
        BitSet rows = whole.get(layer);
        return rows == null || rows.get(row);
    }

    private static @Nullable CityPoint place(List<OverlayCompositor.Shown> layers, Hit.@Nullable Feature selected) {
        for (OverlayCompositor.Shown layer : layers) {
            if (selected != null && layer.spec().name().equals(selected.layer())) {
                int row = layer.version().points().row(selected.id());
                return row < 0 ? null : layer.version().points().place(row);
            }
        }
        return null;
    }

    private void choose(OverlayCompositor.Shown layer) {
        Points points = layer.version().points();
        String name = layer.spec().name();
        if (layer.spec().clusters()) {
            cases.add(points);
            return;
        }
        List<Integer> rows = new ArrayList<>(points.size());
        for (int row = 0; row < points.size(); row++) {
            rows.add(row);
        }
        rows.sort(Comparator.comparingDouble((Integer row) -> fromSelected(points, row))
                .thenComparingInt(row -> order(points.id(row)))
                .thenComparing(points::id));
        BitSet chosen = new BitSet(points.size());
        whole.put(name, chosen);
        for (int row : rows) {
            Taken one = new Taken(points.x(row), points.y(row), name);
            boolean near = fromSelected(points, row) < NEAR;
            if (isAlarm(points.code(row)) || isFree(one, near)) {
                chosen.set(row);
                take(one);
            }
        }
    }

    private static boolean isAlarm(int code) {
        return SymbolCode.family(code) == SymbolCode.SENSOR && SymbolCode.flagged(code);
    }

    /// Pixels from the selected feature, or the same for all that are not near it.
    private double fromSelected(Points points, int row) {
        CityPoint of = selected;
        if (of == null) {
            return NEAR;
        }
        return Math.min(NEAR, Math.hypot(points.x(row) - of.x(), points.y(row) - of.y()) / metresPerPixel);
    }

    /// Spreads neighbouring ids: the same camera is first every time, and no street of cameras wins as a whole.
    private static int order(String id) {
        int h = id.hashCode() * 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private boolean isFree(Taken one, boolean near) {
        for (Points points : cases) {
            if (points.isNear(one.x, one.y, (near ? TOUCHING : TO_CASE) * metresPerPixel)) {
                return false;
            }
        }
        long column = square(one.x);
        long line = square(one.y);
        for (long c = column - 1; c <= column + 1; c++) {
            for (long l = line - 1; l <= line + 1; l++) {
                for (Taken other : squares.getOrDefault(key(c, l), List.of())) {
                    double dx = one.x - other.x;
                    double dy = one.y - other.y;
                    double room = room(one, other, near) * metresPerPixel;
                    if (dx * dx + dy * dy < room * room) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static double room(Taken one, Taken other, boolean near) {
        if (near) {
            return TOUCHING;
        }
        return one.layer.equals(other.layer) ? ALIKE : UNLIKE;
    }

    private void take(Taken one) {
        squares.computeIfAbsent(key(square(one.x), square(one.y)), _ -> new ArrayList<>(2))
                .add(one);
    }

    private long square(double metres) {
        return (long) Math.floor(metres / (ALIKE * metresPerPixel));
    }

    private static long key(long column, long line) {
        return column * 1_000_003 + line; // a hash of both, where a Long's own takes neighbours for the same
    }
}
