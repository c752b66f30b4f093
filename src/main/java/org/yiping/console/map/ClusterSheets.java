package org.yiping.console.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The groups of one snapshot, made when a window first asks for a scale and shared by all that ask after it: marks,
/// names and pointer of one window, and windows side by side. Any thread.
final class ClusterSheets {
    private static final int KEPT = 32;
    /// Pixels beyond a window that are counted with it, for it is likely to be panned.
    private static final int RESERVE = 64;

    private final Points points;
    private final ArrayDeque<Made> sheets = new ArrayDeque<>();

    private record Made(ClusterSheet.Rule rule, ClusterSheet sheet) {}

    ClusterSheets(Points points) {
        this.points = points;
    }

    /// The groups of a window's squares at least, and of half a square around it.
    ClusterSheet of(PixelGrid window, Generalisation size, Emphasis.Spoken spoken) {
        ClusterSheet.Rule rule = new ClusterSheet.Rule(window.metresPerPixel(), size, numbered(spoken));
        double margin = size.counting(window.metresPerPixel()).square() / 2.0;
        ClusterSheet.Extent asked = ClusterSheet.Extent.of(rule.n(), window.ground(margin));
        synchronized (sheets) {
            for (Made made : sheets) {
                if (made.rule.equals(rule) && made.sheet.covers(asked)) {
                    return made.sheet;
                }
            }
            ClusterSheet.Extent wide = ClusterSheet.Extent.of(rule.n(), window.ground(margin + RESERVE));
            ClusterSheet sheet = ClusterSheet.of(points, wide, rule);
            sheets.addFirst(new Made(rule, sheet));
            if (sheets.size() > KEPT) {
                sheets.removeLast();
            }
            return sheet;
        }
    }

    private List<Integer> numbered(Emphasis.Spoken spoken) {
        List<Integer> rows = new ArrayList<>();
        for (Hit.Feature feature : spoken.numbered()) {
            int row = feature.layer().equals(points.name()) ? points.row(feature.id()) : -1;
            if (row >= 0 && Squares.has(points.x(row), points.y(row)) && !rows.contains(row)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
