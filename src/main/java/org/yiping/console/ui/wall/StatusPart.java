package org.yiping.console.ui.wall;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.StatusWords;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.OpenDayTag;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.StatusItem;
import org.yiping.domain.wall.Box;

/// The status strip of the wall: link, the oldest thing on this wall by name, lost computers of the wall, what was sent
/// here by whom and until when, the time, 模拟城市 and its notice. FX thread.
final class StatusPart implements WallPart {
    /// In sizes of its type.
    private static final double TWO_LINES_BELOW = 28;

    private final FontIcon linkIcon;
    private final FitLine link;
    private final HBox linkRow;
    private final FontIcon oldestIcon;
    private final FitLine oldest;
    private final HBox oldestRow;
    private final FitLine lost;
    private final HBox lostRow;
    private final SimulatedTag simulated;
    private final OpenDayTag openDay;
    private final FitLine notice;
    private final FitLine clock;
    private final Region root;

    StatusPart(Box box, Tiers tiers, Messages messages) {
        boolean two = box.width() < TWO_LINES_BELOW * tiers.may();
        double px = Math.min(tiers.may(), box.height() * (two ? 0.3 : 0.46));
        double least = px * 0.6;
        linkIcon = icon(Icons.LINK_LOST, px);
        oldestIcon = icon(Icons.AGE, px);
        link = new FitLine(px, least, "wall-status").keep();
        oldest = new FitLine(px, least, "wall-status").whole();
        lost = new FitLine(px, least, "wall-status").whole();
        notice = new FitLine(px * 0.9, least, "wall-muted").side(HPos.RIGHT);
        clock = new FitLine(px, least, "wall-strong").keep();
        simulated = WallPart.based(new SimulatedTag(SimulatedTag.What.CITY, messages), px * 0.86);
        openDay = WallPart.based(new OpenDayTag(messages), px * 0.86);
        openDay.setGraphic(icon(Icons.HIDDEN, px * 0.7));
        linkRow = Nodes.row("wall-pair", linkIcon, link);
        oldestRow = Nodes.row("wall-pair", oldestIcon, oldest);
        lostRow = Nodes.row("wall-pair", icon(Icons.LINK_LOST, px), lost);
        lostRow.pseudoClassStateChanged(PseudoClass.getPseudoClass("lost"), true);
        HBox.setHgrow(notice, Priority.ALWAYS);
        if (two) {
            VBox lines = Nodes.column(
                    "wall-strip",
                    Nodes.row("wall-strip-line", linkRow, lostRow, Nodes.spring(), clock, simulated, openDay),
                    Nodes.row("wall-strip-line", oldestRow, notice));
            lines.getStyleClass().add("wall-strip-lines");
            root = lines;
        } else {
            root = Nodes.row("wall-strip", linkRow, oldestRow, lostRow, notice, clock, simulated, openDay);
        }
        double side = WallPart.bezel(Math.min(1, box.width() / 1200));
        root.setPadding(new Insets(0, side, 0, side));
        WallPart.based(root, px);
        WallPart.sized(root, box.width(), box.height());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        show(linkIcon, link, linkRow, face.foot().link());
        show(oldestIcon, oldest, oldestRow, face.foot().oldest());
        lost.text(face.foot().lost());
        Nodes.show(lostRow, !face.foot().lost().isEmpty());
        Nodes.show(simulated, face.foot().simulated());
        Nodes.show(openDay, face.foot().openDay());
        // Who put this here matters more than a notice that always stands.
        notice.text(
                face.foot().sent().isEmpty()
                        ? face.foot().notice()
                        : face.foot().sent());
        clock.text(face.day().clock());
    }

    private static void show(FontIcon icon, FitLine line, HBox row, StatusWords.Entry entry) {
        if (!entry.icon().equals(icon.getIconLiteral())) {
            Icons.change(icon, entry.icon());
        }
        line.text(entry.text());
        for (StatusItem.State each : StatusItem.State.values()) {
            row.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == entry.state());
        }
    }

    private static FontIcon icon(String name, double px) {
        FontIcon icon = Icons.of(name, Icons.Size.LARGE);
        // Its own style carries the glyph: it is added to, not replaced.
        icon.setStyle(icon.getStyle() + String.format(Locale.ROOT, ";-fx-icon-size: %.0fpx;", px));
        return icon;
    }
}
