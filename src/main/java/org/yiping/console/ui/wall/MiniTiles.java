package org.yiping.console.ui.wall;

import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Hatch;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.WallScene.Shown;

/// The tiles of the wall in small: what the scene shows, what lies over it, and what is on its way, each by sign and
/// name; and pictures of it. FX thread.
final class MiniTiles {
    private static final PseudoClass SENT = PseudoClass.getPseudoClass("sent");
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
    private static final PseudoClass PICTURED = PseudoClass.getPseudoClass("pictured");
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final OrderWords words;

    MiniTiles(OrderWords words) {
        this.words = words;
    }

    /// A monitor's picture; one that is late is dim.
    ImageView picture(LivePictures.Live live) {
        ImageView picture = new ImageView(live.image());
        picture.getStyleClass().add("mini-picture");
        picture.setSmooth(true);
        picture.pseudoClassStateChanged(LATE, live.late());
        return picture;
    }

    /// How old a late picture is.
    Label age(LivePictures.Live live) {
        return Nodes.keep(words.pictureAge(live.age()), "mini-age");
    }

    /// The frame of a tile.
    static Pane ground() {
        Pane ground = new Pane();
        ground.getStyleClass().add("mini-tile");
        return ground;
    }

    /// One of several places within a tile.
    static Pane cell() {
        Pane cell = new Pane();
        cell.getStyleClass().add("mini-cell");
        return cell;
    }

    /// What the scene shows, by its name.
    VBox named(@Nullable Shown shown) {
        VBox box = Nodes.column("mini-name");
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

    /// Over a picture words stand on bands of their own, and nothing hides the rest of it.
    static <N extends Node> N over(N words, boolean picture) {
        words.pseudoClassStateChanged(PICTURED, picture);
        if (words instanceof VBox box) {
            box.setFillWidth(!picture);
        }
        return words;
    }

    VBox sent(Placement p, Shown panel, Instant now) {
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

    /// A monitor nothing is shown on, hatched, and why.
    Region lost(MiniStands.Lost lost, Instant now) {
        Hatch hatch = new Hatch(0.5, 0.3);
        Label said = Nodes.cut(words.lost(lost, now), "t-second");
        said.getStyleClass().add("mini-lost-words");
        StackPane pane = new StackPane(hatch, said);
        StackPane.setAlignment(said, Pos.BOTTOM_LEFT);
        pane.getStyleClass().add("mini-lost");
        return pane;
    }

    /// What was sent and stands nowhere, because its monitor is lost.
    VBox unseen(Shown panel) {
        VBox box = Nodes.column("mini-unseen", named(panel, "t-body"), Nodes.cut(words.notShown(), "t-second"));
        box.setFillWidth(false);
        return box;
    }

    VBox pending(Shown panel) {
        VBox box = Nodes.column("mini-tile", named(panel, "t-body"), Nodes.cut(words.underWay(), "t-second"));
        box.pseudoClassStateChanged(PENDING, true);
        return box;
    }
}
