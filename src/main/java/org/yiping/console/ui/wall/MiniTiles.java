package org.yiping.console.ui.wall;

import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.WallScene.Shown;

/// The tiles of the wall in small: by sign and name what the scene shows, what lies over it, and what is on its
/// way. FX thread.
final class MiniTiles {
    private static final PseudoClass SENT = PseudoClass.getPseudoClass("sent");
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

    private final OrderWords words;

    MiniTiles(OrderWords words) {
        this.words = words;
    }

    VBox beneath(WallPlan.Slot slot) {
        Shown shown = slot.shown();
        VBox box = Nodes.column("mini-tile");
        if (shown != null) {
            box.getChildren().add(named(shown, "t-body"));
        }
        return box;
    }

    private HBox named(Shown shown, String style) {
        return Nodes.row(
                "line",
                Icons.of(WallOffers.icon(shown), Icons.Size.ROW),
                Nodes.cut(words.name(shown), "t-body", style));
    }

    VBox over(Placement p, Shown panel, Instant now) {
        VBox box = Nodes.column(
                "mini-tile",
                named(panel, "t-strong"),
                Nodes.cut(words.who(p) + " · " + p.order().reason(), "t-second"));
        FontIcon icon = Icons.of(p.isLocked() ? Icons.LOCKED : Icons.RETURNS, Icons.Size.TAG);
        box.getChildren().add(Nodes.row("line", icon, Nodes.cut(words.until(p, now), "t-second")));
        box.pseudoClassStateChanged(SENT, true);
        box.pseudoClassStateChanged(ALARM, p.alarm() != null);
        return box;
    }

    VBox pending(Shown panel) {
        VBox box = Nodes.column("mini-tile", named(panel, "t-body"), Nodes.cut(words.underWay(), "t-second"));
        box.pseudoClassStateChanged(PENDING, true);
        return box;
    }
}
