package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiping.console.map.MapCamera;

/// The views a hand has come from, to go back to and forth (前后视野). One thread.
///
/// A view that is still much the one before takes its place: nobody wants to go back through every step of a drag.
final class ViewHistory {
    private static final int MOST = 50;
    /// A view moved by less than this part of its width is still the same look.
    private static final double SAME = 0.25;

    private final List<MapCamera> views = new ArrayList<>();
    private int at = -1;

    /// Where the map rests now.
    void rests(MapCamera now) {
        if (at >= 0 && same(views.get(at), now)) {
            return;
        }
        views.subList(at + 1, views.size()).clear();
        views.add(now);
        if (views.size() > MOST) {
            views.removeFirst();
        }
        at = views.size() - 1;
    }

    /// Seen from where the map is now.
    boolean hasBack(MapCamera now) {
        return at > 0 || (at == 0 && !same(views.getFirst(), now));
    }

    boolean hasForward() {
        return at + 1 < views.size();
    }

    /// The view before this one, `now` being where the map is.
    Optional<MapCamera> back(MapCamera now) {
        rests(now);
        return at > 0 ? Optional.of(views.get(--at)) : Optional.empty();
    }

    /// The view one went back from.
    Optional<MapCamera> forward(MapCamera now) {
        if (at >= 0 && !same(views.get(at), now)) {
            rests(now);
        }
        return hasForward() ? Optional.of(views.get(++at)) : Optional.empty();
    }

    private static boolean same(MapCamera a, MapCamera b) {
        return Math.abs(a.metresPerPixel() / b.metresPerPixel() - 1) < 0.01
                && Math.abs(a.centreX() - b.centreX()) <= SAME * a.width() * a.metresPerPixel()
                && Math.abs(a.centreY() - b.centreY()) <= SAME * a.height() * a.metresPerPixel();
    }
}
