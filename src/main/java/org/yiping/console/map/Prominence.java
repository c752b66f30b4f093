package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which cameras, sensors and people are drawn whole and which as a small mark, so that cases are never drowned (取舍).
/// Confined to one thread.
///
/// Decided for the whole city at one zoom level, in ground distances and in an order that hangs on the ids alone:
/// panning changes nothing, and a person who walks changes only who stands next. Cases come first, then what is near
/// the selection, then what stays where it is.
///
/// Each is whole unless one that comes before it stands too near and is whole itself. That is worked out where it is
/// asked for: it leads to the neighbours and, since ids are spread, hardly ever beyond them; going through a city's
/// posts from the first to the last took longer than all the rest of a picture.
final class Prominence {
    /// Pixels between the middles of two symbols drawn whole: of one layer, of two layers, and to a case.
    private static final double ALIKE = 132;

    private static final double UNLIKE = 64;
    private static final double TO_CASE = 34;
    /// So near the selected feature nothing is thinned but what would overlap.
    private static final double NEAR = 150;

    private static final double TOUCHING = 24;

    private final Map<String, Rows> layers = new HashMap<>();
    /// In the order in which they choose.
    private final List<Rows> inTurn = new ArrayList<>();

    private final List<Points> cases = new ArrayList<>();
    private final double metresPerPixel;
    private final @Nullable CityPoint selected;

    /// What the choice depended on.
    record Key(int level, Map<String, Long> arrangements, Hit.@Nullable Feature selected) {}

    /// A layer's answers, as far as they have been asked for.
    private static final class Rows {
        private static final byte WHOLE = 1;
        private static final byte SMALL = 2;

        private final Points points;
        private final int turn;
        private final byte[] known;

        Rows(Points points, int turn) {
            this.points = points;
            this.turn = turn;
            this.known = new byte[points.size()];
        }
    }

    private Prominence(double metresPerPixel, @Nullable CityPoint selected) {
        this.metresPerPixel = metresPerPixel;
        this.selected = selected;
    }

    static Key key(MapCamera camera, List<OverlayCompositor.Shown> layers, Emphasis emphasis) {
        Map<String, Long> arrangements = layers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        layer -> layer.spec().name(), layer -> layer.version().arrangement()));
        return new Key(camera.level(), arrangements, emphasis.selected());
    }

    static Prominence of(int level, List<OverlayCompositor.Shown> layers, Emphasis emphasis) {
        Prominence made = new Prominence(ZoomLevels.metresPerPixel(level), place(layers, emphasis.selected()));
        layers.stream()
                .sorted(Comparator.comparing(
                        (OverlayCompositor.Shown l) -> !l.spec().still()))
                .forEach(made::add);
        return made;
    }

    boolean isWhole(String layer, int row) {
        Rows rows = layers.get(layer);
        return rows == null || isWhole(rows, row);
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

    private void add(OverlayCompositor.Shown layer) {
        Points points = layer.version().points();
        if (!layer.spec().yields()) {
            cases.add(points);
        } else {
            Rows rows = new Rows(points, inTurn.size());
            layers.put(layer.spec().name(), rows);
            inTurn.add(rows);
        }
    }

    private boolean isWhole(Rows rows, int row) {
        byte known = rows.known[row];
        if (known == 0) {
            known = SymbolCode.calls(rows.points.code(row)) || isFree(rows, row) ? Rows.WHOLE : Rows.SMALL;
            rows.known[row] = known;
        }
        return known == Rows.WHOLE;
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

    private boolean isFree(Rows rows, int row) {
        float x = rows.points.x(row);
        float y = rows.points.y(row);
        double distance = fromSelected(rows.points, row);
        boolean near = distance < NEAR;
        for (Points points : cases) {
            if (points.isNear(x, y, (near ? TOUCHING : TO_CASE) * metresPerPixel)) {
                return false;
            }
        }
        for (Rows other : inTurn) {
            if (other.turn <= rows.turn && isBeside(other, rows, row, distance)) {
                return false;
            }
        }
        return true;
    }

    /// Whether one of `others` that comes before the row stands too near and is whole.
    private boolean isBeside(Rows others, Rows rows, int row, double distance) {
        boolean near = distance < NEAR;
        double room = (near ? TOUCHING : others == rows ? ALIKE : UNLIKE) * metresPerPixel;
        float x = rows.points.x(row);
        float y = rows.points.y(row);
        if (!Squares.has(x, y)) {
            return false;
        }
        Points points = others.points;
        boolean[] found = new boolean[1];
        points.visit(new CityBox(x - room, y - room, x + room, y + room), other -> {
            double dx = (double) points.x(other) - x;
            double dy = (double) points.y(other) - y;
            if (!found[0]
                    && dx * dx + dy * dy < room * room
                    && (others != rows || (other != row && isBefore(points, other, row, distance)))) {
                found[0] = isWhole(others, other);
            }
        });
        return found[0];
    }

    private boolean isBefore(Points points, int other, int row, double distance) {
        int nearer = Double.compare(fromSelected(points, other), distance);
        if (nearer != 0) {
            return nearer < 0;
        }
        String a = points.id(other);
        String b = points.id(row);
        int order = Integer.compare(order(a), order(b));
        return order != 0 ? order < 0 : a.compareTo(b) < 0;
    }
}
