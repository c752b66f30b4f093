package org.yiping.domain.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/// The monitors of a wall as columns and rows, and where a scene's cells lie on them. Immutable; any thread.
///
/// A grid of any size lies over monitors of any number: where there are more monitors than cells, a cell takes whole
/// monitors; where there are fewer, a monitor is divided evenly between the cells that fall to it. So a cell never
/// crosses a bezel it need not cross. Monitors of different sizes make columns and rows of different widths; what no
/// monitor stands in is none.
public record Lattice(List<Strip> columns, List<Strip> rows) {
    /// Edges nearer than this are one: screens that were set up by hand.
    private static final double NEAR = 3;

    /// From one edge to the next, in pixels of the desktop.
    public record Strip(double from, double to) {}

    public Lattice {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public static Lattice of(List<Box> monitors) {
        return new Lattice(strips(monitors, Box::x, Box::right), strips(monitors, Box::y, Box::bottom));
    }

    /// Where cells lie on the desktop; of no size where there is no monitor.
    public Box at(WallScene.Grid grid, WallScene.Span span) {
        if (columns.isEmpty() || rows.isEmpty()) {
            return new Box(0, 0, 0, 0);
        }
        double left = edge(columns, grid.columns(), span.column() - 1, true);
        double right = edge(columns, grid.columns(), span.column() - 1 + span.columns(), false);
        double top = edge(rows, grid.rows(), span.row() - 1, true);
        double bottom = edge(rows, grid.rows(), span.row() - 1 + span.rows(), false);
        return new Box(left, top, right - left, bottom - top);
    }

    /// Which columns and rows a part of the desktop covers, as cells of a grid of monitors; empty where it covers none.
    public Optional<Region> cells(Box box) {
        int left = first(columns, box.x());
        int right = last(columns, box.right());
        int top = first(rows, box.y());
        int bottom = last(rows, box.bottom());
        return right < left || bottom < top
                ? Optional.empty()
                : Optional.of(new Region(
                        new WallScene.Grid(columns.size(), rows.size()),
                        new WallScene.Span(left + 1, top + 1, right - left + 1, bottom - top + 1)));
    }

    /// The box as a share of the wall, 0 to 1 in both directions, where all columns are taken as wide as each other and
    /// all rows as high: as a drawing in small has them.
    public Box share(Box box) {
        double left = share(columns, box.x());
        double top = share(rows, box.y());
        return new Box(left, top, share(columns, box.right()) - left, share(rows, box.bottom()) - top);
    }

    private static double share(List<Strip> strips, double at) {
        int n = 0;
        while (n + 1 < strips.size()
                && at > strips.get(n).to() + NEAR
                && at >= strips.get(n + 1).from() - NEAR) {
            n++;
        }
        if (strips.isEmpty()) {
            return 0;
        }
        Strip s = strips.get(n);
        double within = Math.clamp((at - s.from()) / (s.to() - s.from()), 0, 1);
        return (n + within) / strips.size();
    }

    private static int first(List<Strip> strips, double from) {
        int n = 0;
        while (n < strips.size() && strips.get(n).from() < from - NEAR) {
            n++;
        }
        return n;
    }

    private static int last(List<Strip> strips, double to) {
        int n = strips.size() - 1;
        while (n >= 0 && strips.get(n).to() > to + NEAR) {
            n--;
        }
        return n;
    }

    /// The box as it would lie if the bezels, of so many pixels each, were part of the desktop: a picture drawn by it
    /// goes on behind them, so that a street crosses from one monitor to the next in a straight line.
    public Box behind(Box box, double bezel) {
        int left = before(columns, box.x());
        int top = before(rows, box.y());
        int across = Math.max(0, before(columns, box.right() - 2 * NEAR) - left);
        int down = Math.max(0, before(rows, box.bottom() - 2 * NEAR) - top);
        return new Box(
                box.x() + left * bezel,
                box.y() + top * bezel,
                box.width() + across * bezel,
                box.height() + down * bezel);
    }

    /// In which strip a coordinate lies, counted from 0.
    private static int before(List<Strip> strips, double at) {
        int n = 0;
        for (int i = 1; i < strips.size() && strips.get(i).from() <= at + NEAR; i++) {
            n = i;
        }
        return n;
    }

    /// The line before cell `k` of `cells`. `begins` says which side of a gap between two monitors is meant.
    private static double edge(List<Strip> strips, int cells, int k, boolean begins) {
        int count = strips.size();
        if (count >= cells) {
            int strip = (int) Math.round((double) k * count / cells);
            return begins ? strips.get(strip).from() : strips.get(strip - 1).to();
        }
        int strip = 0;
        while (strip + 1 < count
                && (begins ? first(strip + 1, cells, count) <= k : first(strip + 1, cells, count) < k)) {
            strip++;
        }
        int first = first(strip, cells, count);
        int here = first(strip + 1, cells, count) - first;
        Strip s = strips.get(strip);
        return Math.rint(s.from() + (s.to() - s.from()) * (k - first) / here);
    }

    private static int first(int strip, int cells, int count) {
        return (int) Math.round((double) strip * cells / count);
    }

    private static List<Strip> strips(List<Box> monitors, ToDoubleFunction<Box> from, ToDoubleFunction<Box> to) {
        TreeSet<Double> edges = new TreeSet<>();
        for (Box box : monitors) {
            edges.add(from.applyAsDouble(box));
            edges.add(to.applyAsDouble(box));
        }
        List<Strip> strips = new ArrayList<>();
        Double last = null;
        for (double edge : edges) {
            if (last == null) {
                last = edge;
            } else if (edge - last > NEAR) {
                double middle = (last + edge) / 2;
                if (monitors.stream().anyMatch(b -> from.applyAsDouble(b) < middle && middle < to.applyAsDouble(b))) {
                    strips.add(new Strip(last, edge));
                }
                last = edge;
            }
        }
        return strips;
    }
}
