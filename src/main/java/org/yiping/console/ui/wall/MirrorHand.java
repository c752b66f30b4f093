package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.MapView;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Shown;

/// Lets the wall's map follow this seat's (地图跟随): where that stands still somewhere else, the view the seat has
/// sent is sent anew, into the same place and until the same time. FX thread.
///
/// It goes on while the page is not seen, because the hand is at the map then; it ends when what it sent is off
/// the wall, was refused or came too late.
final class MirrorHand {
    /// A map that is being looked around in is not a command each second.
    private static final Duration REST = Duration.ofSeconds(2);
    /// The platform takes nothing for less.
    private static final int SHORTEST_SECONDS = 10;

    private final Desk desk;
    private final Hall hall;
    private final DeskModel model;
    private final Subscriptions following = new Subscriptions();
    private boolean on;
    private @Nullable MapView seen;
    private Instant since = Instant.MIN;
    private @Nullable CommandId moved;

    MirrorHand(Desk desk, Hall hall, DeskModel model) {
        this.desk = desk;
        this.hall = hall;
        this.model = model;
    }

    /// The part of the city an order shows.
    static Optional<MapView> view(WallOrder order) {
        Shown panel = order.panel();
        return panel != null && panel.panel() == PanelKind.MAP
                ? MapView.of(panel.option("view", ""))
                : Optional.empty();
    }

    boolean isOn() {
        return on;
    }

    void turn(boolean next) {
        following.close();
        on = next;
        seen = null;
        moved = null;
        if (next) {
            following.listen(hall.ticker().now(), this::tick);
        }
    }

    private void tick(Instant now) {
        CommandId last = moved;
        if (last != null && model.isLost(last)) {
            turn(false);
            return;
        }
        Placement own = model.ownView(now).orElse(null);
        MapView view = desk.selection().view().orElse(null);
        if (own == null || view == null) {
            if (own == null && moved == null) {
                turn(false);
            }
            return;
        }
        if (own.id().equals(last)) {
            moved = null; // the platform has taken the last one
        }
        if (!view.equals(seen)) {
            seen = view;
            since = now;
        }
        String shown = own.order().panel() == null ? "" : own.order().panel().option("view", "");
        Integer left = left(own, now);
        if (left != null && left < SHORTEST_SECONDS) {
            return; // it goes before anybody would have looked
        }
        if (moved == null && !view.word().equals(shown) && !now.isBefore(since.plus(REST))) {
            moved = model.submit(moved(own, view, left), List.of(own.id()));
        }
    }

    private static @Nullable Integer left(Placement own, Instant now) {
        Instant until = own.until();
        return until == null
                ? null
                : (Integer) (int) Duration.between(now, until).toSeconds();
    }

    private WallOrder moved(Placement own, MapView view, @Nullable Integer left) {
        WallOrder order = own.order();
        return new WallOrder(
                order.region(),
                null,
                new Shown(PanelKind.MAP, Map.of("view", view.word())),
                model.reason(order),
                left,
                order.locked());
    }
}
