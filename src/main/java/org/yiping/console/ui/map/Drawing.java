package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Region;

/// The shape a hand is drawing, in city metres (绘制): by one drag, or corner by corner until it is closed. One thread.
///
/// A measured shape stays when it is closed, so that it can be read; the next corner begins another.
final class Drawing {
    /// What a radius or a width can be: less is a point, more is a city.
    static final double LEAST_METRES = 10;

    static final double MOST_METRES = 20_000;

    private final List<CityPoint> corners = new ArrayList<>();
    private Tool tool = Tool.PICK;
    private @Nullable CityPoint pointer;
    private boolean closed;

    Tool tool() {
        return tool;
    }

    void take(Tool next) {
        tool = next;
        clear();
    }

    void clear() {
        corners.clear();
        pointer = null;
        closed = false;
    }

    boolean isEmpty() {
        return corners.isEmpty();
    }

    /// Nothing more is added to it.
    boolean isClosed() {
        return closed;
    }

    /// Those set, and the place of the pointer as the next one.
    List<CityPoint> corners() {
        CityPoint next = pointer;
        if (next == null || closed || corners.isEmpty() || next.equals(corners.getLast())) {
            return List.copyOf(corners);
        }
        List<CityPoint> all = new ArrayList<>(corners);
        all.add(next);
        return List.copyOf(all);
    }

    List<CityPoint> set() {
        return List.copyOf(corners);
    }

    void move(CityPoint to) {
        pointer = to;
    }

    /// A drag begins.
    void press(CityPoint at) {
        corners.clear();
        corners.add(at);
        pointer = at;
    }

    /// A drag ends; `moved` says whether it was one. A click with the circle encloses `metres` around its place.
    Optional<Region> release(CityPoint at, boolean moved, double metres) {
        if (corners.isEmpty()) {
            return Optional.empty();
        }
        CityPoint from = corners.getFirst();
        clear();
        return switch (tool) {
            case BOX -> moved ? Optional.of(new Region.Box(box(from, at))) : Optional.empty();
            case CIRCLE ->
                Optional.of(new Region.Circle(from.x(), from.y(), moved ? radius(from.distance(at)) : metres));
            case PICK, POLYGON, ALONG, DISTANCE, AREA -> Optional.empty();
        };
    }

    /// One more corner.
    void click(CityPoint at) {
        if (closed) {
            clear();
        }
        if (corners.isEmpty() || !corners.getLast().equals(at)) {
            corners.add(at);
        }
        pointer = at;
    }

    /// Takes the last corner back.
    void back() {
        closed = false;
        if (!corners.isEmpty()) {
            corners.removeLast();
        }
    }

    boolean canClose() {
        return !closed && !tool.isDragged() && corners.size() >= tool.least();
    }

    /// What is enclosed then, with `metres` to each side of a line; a measured shape stays as it is and encloses
    /// nothing.
    Optional<Region> close(double metres) {
        if (!canClose()) {
            return Optional.empty();
        }
        List<CityPoint> shape = List.copyOf(corners);
        return switch (tool) {
            case POLYGON -> {
                clear();
                yield Optional.of(new Region.Polygon(shape));
            }
            case ALONG -> {
                clear();
                yield Optional.of(new Region.Along(shape, metres));
            }
            case DISTANCE, AREA -> {
                closed = true;
                yield Optional.empty();
            }
            case PICK, BOX, CIRCLE -> Optional.empty();
        };
    }

    /// A drawn radius is a round one: whole tens of metres from a hundred on.
    static double radius(double drawn) {
        double step = drawn < 100 ? 5 : drawn < 2000 ? 10 : 100;
        return Math.clamp(Math.rint(drawn / step) * step, LEAST_METRES, MOST_METRES);
    }

    /// The next in the row of usual radii: 50, 100, 200, 500 …
    static double next(double metres, boolean larger) {
        double power = Math.pow(10, Math.floor(Math.log10(metres) + 1e-9));
        double[] row = {power / 2, power, 2 * power, 5 * power, 10 * power};
        double best = metres;
        if (larger) {
            for (int i = row.length - 1; i >= 0; i--) {
                best = row[i] > metres * 1.001 ? row[i] : best;
            }
        } else {
            for (double each : row) {
                best = each < metres * 0.999 ? each : best;
            }
        }
        return Math.clamp(best, LEAST_METRES, MOST_METRES);
    }

    private static CityBox box(CityPoint a, CityPoint b) {
        return new CityBox(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.max(a.x(), b.x()), Math.max(a.y(), b.y()));
    }
}
