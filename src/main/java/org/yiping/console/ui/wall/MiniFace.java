package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.List;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Span;

/// The wall in small at an instant: what a scene shows on monitors of that `shape`, what was sent, what is on its way,
/// and the pictures there are. Immutable.
record MiniFace(
        WallPlan plan,
        Grid shape,
        List<Placement> sent,
        List<WallOrder> underWay,
        List<LivePictures.Live> pictures,
        Instant now) {
    MiniFace {
        sent = List.copyOf(sent);
        underWay = List.copyOf(underWay);
        pictures = List.copyOf(pictures);
    }

    /// Whether a picture shows what stands there.
    boolean pictured(Region at) {
        return pictures.stream().anyMatch(p -> p.at().meets(at));
    }

    /// Whether what was sent lies over the place's upper left corner, where its name would be.
    boolean covers(Region place) {
        Region corner = new Region(
                place.grid(), new Span(place.at().column(), place.at().row(), 1, 1));
        return sent.stream().map(p -> p.order().region()).anyMatch(at -> at != null && at.meets(corner));
    }
}
