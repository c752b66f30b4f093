package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Span;

/// The wall in small at an instant: what a scene shows on monitors of that `shape`, what was sent, what is on its way,
/// what stands where by the wall's own word, and the pictures there are. Immutable.
record MiniFace(
        WallPlan plan,
        Grid shape,
        List<Placement> sent,
        List<WallOrder> underWay,
        List<LivePictures.Live> pictures,
        MiniStands stands,
        Instant now) {
    private static final double NEAR = 1e-4;

    MiniFace {
        sent = List.copyOf(sent);
        underWay = List.copyOf(underWay);
        pictures = List.copyOf(pictures);
    }

    /// Whether a picture shows what stands at that share of the wall.
    boolean pictured(Box at) {
        return pictures.stream().anyMatch(p -> overlap(p.at().share(), at));
    }

    /// The monitor that is lost there.
    Optional<MiniStands.Lost> lost(Box at) {
        return stands.lost().stream().filter(l -> overlap(l.at(), at)).findFirst();
    }

    /// By more than a rounding.
    static boolean overlap(Box a, Box b) {
        return a.meet(b).filter(m -> m.width() > NEAR && m.height() > NEAR).isPresent();
    }

    /// Whether what was sent lies over the place's upper left corner, where its name would be.
    boolean covers(Region place) {
        Region corner = new Region(
                place.grid(), new Span(place.at().column(), place.at().row(), 1, 1));
        return sent.stream().map(p -> p.order().region()).anyMatch(at -> at != null && at.meets(corner));
    }
}
