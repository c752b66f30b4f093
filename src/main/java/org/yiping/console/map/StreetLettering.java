package org.yiping.console.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets a name letter by letter along a street: upright where the street is flat, stacked where it is steep.
///
/// Works in pixels of a grid. Confined to one thread.
final class StreetLettering {
    /// Letters of one name may turn so far from the first to the last, and so far from one to the next (radians).
    private static final double MOST_BEND = 0.9;

    private static final double MOST_TURN = 0.4;
    /// Steeper than this and ideographs are stacked instead of turned.
    private static final double STEEP = Math.tan(Math.toRadians(48));

    private final double[] xy;
    private final double[] along;

    StreetLettering(float[] line, PixelGrid grid) {
        xy = new double[line.length];
        along = new double[line.length / 2];
        for (int i = 0; i < along.length; i++) {
            xy[2 * i] = grid.x(line[2 * i]);
            xy[2 * i + 1] = grid.y(line[2 * i + 1]);
            if (i > 0) {
                along[i] = along[i - 1] + Math.hypot(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);
            }
        }
    }

    double length() {
        return along[along.length - 1];
    }

    /// The letters with the name's middle `middle` pixels along the street, or null where it bends too
    /// much or ends more than `overhang` pixels before the name does.
    @Nullable
    List<Placed> set(int[] letters, double[] advances, double gap, double middle, double overhang) {
        double total = total(advances, gap);
        double from = middle - total / 2;
        if (from < 2 - overhang || from + total > length() - 2 + overhang) {
            return null;
        }
        double[] start = at(from);
        double[] end = at(from + total);
        double dx = end[0] - start[0];
        double dy = end[1] - start[1];
        boolean stacked = Math.abs(dy) > STEEP * Math.abs(dx) && Character.isIdeographic(letters[0]);
        boolean backwards = stacked ? dy < 0 : dx < 0;
        List<Placed> placed = new ArrayList<>();
        double walked = 0;
        double first = 0;
        double last = 0;
        for (int i = 0; i < letters.length; i++) {
            double here = walked + advances[i] / 2;
            walked += advances[i] + gap;
            double s = backwards ? from + total - here : from + here;
            double reach = Math.max(6, advances[i] * 0.8);
            double[] before = at(s - reach);
            double[] after = at(s + reach);
            double turn = backwards ? -1 : 1;
            double angle = Math.atan2(turn * (after[1] - before[1]), turn * (after[0] - before[0]));
            double rotation = stacked ? angle - Math.PI / 2 : angle;
            if (i == 0) {
                first = rotation;
            } else if (Math.abs(rotation - last) > MOST_TURN || Math.abs(rotation - first) > MOST_BEND) {
                return null;
            }
            last = rotation;
            double[] place = at(s);
            placed.add(new Placed(letters[i], place[0], place[1], straightened(rotation)));
        }
        return placed;
    }

    /// Almost upright letters stand upright: crisper, and calmer to read.
    private static double straightened(double rotation) {
        return Math.abs(rotation) < Math.toRadians(5) ? 0 : rotation;
    }

    static double total(double[] advances, double gap) {
        double total = -gap;
        for (double advance : advances) {
            total += advance + gap;
        }
        return total;
    }

    /// The place `s` pixels along; past the ends it goes on straight.
    double[] at(double s) {
        int i = 1;
        while (i < along.length - 1 && along[i] < s) {
            i++;
        }
        double piece = along[i] - along[i - 1];
        double t = piece == 0 ? 0 : (s - along[i - 1]) / piece;
        return new double[] {
            xy[2 * i - 2] + t * (xy[2 * i] - xy[2 * i - 2]), xy[2 * i - 1] + t * (xy[2 * i + 1] - xy[2 * i - 1])
        };
    }

    record Placed(int letter, double x, double y, double rotation) {}
}
