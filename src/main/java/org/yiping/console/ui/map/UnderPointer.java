package org.yiping.console.ui.map;

import java.util.List;
import java.util.Optional;
import org.yiping.console.map.Hit;

/// Which of several things that stand over each other a click means: the topmost, and with every further click at the
/// same place the next below it, round and round (点选穿透). One thread.
final class UnderPointer {
    /// A hand that clicks again does not keep quite still.
    private static final double SAME_PIXELS = 5;

    private List<Hit> hits = List.of();
    private double x;
    private double y;
    private int at;

    /// `here` from the topmost down.
    Optional<Hit> click(List<Hit> here, double px, double py) {
        at = isSame(here, px, py) && !here.isEmpty() ? (at + 1) % here.size() : 0;
        hits = here;
        x = px;
        y = py;
        return here.isEmpty() ? Optional.empty() : Optional.of(here.get(at));
    }

    /// Which of these the pointer means now: the one clicked last, while it stays there.
    int meant(List<Hit> here, double px, double py) {
        return isSame(here, px, py) ? at : 0;
    }

    private boolean isSame(List<Hit> here, double px, double py) {
        return here.equals(hits) && Math.hypot(px - x, py - y) <= SAME_PIXELS;
    }
}
