package org.yiping.console.ui.wall;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.Countdown;
import org.yiping.console.ui.control.CountdownText;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.control.MarkShape;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.wall.Box;

/// One of the most urgent cases under its number (最急案件): what, where, and its countdown. FX thread.
///
/// A narrow card gives every line its own; a wide one sets the countdown beside the place.
final class UrgentPart implements WallPart {
    private static final double WIDE = 2;

    private final int number;
    private final Messages messages;
    private final CaseMark mark;
    private final FitLine digit;
    private final FitLine name;
    private final FitLine place;
    private final FitLine countdown;
    private final SimulatedTag simulated;
    private final VBox root;
    private MarkShape shownShape = MarkShape.CIRCLE;
    private MarkLight shownLight = MarkLight.UNKNOWN;

    UrgentPart(int number, Box box, Tiers tiers, Messages messages) {
        this.number = number;
        this.messages = messages;
        boolean wide = box.width() / box.height() > WIDE;
        double pad = Math.rint(Math.min(wide ? 26 : 18, box.height() * 0.08));
        double line = box.height() - 2 * pad;
        double least = Math.min(tiers.may(), line * 0.12);
        double head = Math.min(tiers.must() * 1.02, line * (wide ? 0.3 : 0.235));
        double most = line * (wide ? 0.42 : 0.32);
        mark = WallPart.mark(messages, head * (wide ? 0.92 : 0.86));
        digit = new FitLine(head, least, "wall-strong", "wall-light").keep();
        name = new FitLine(head, least * 0.5, "wall-strong");
        place = new FitLine(
                Math.min(tiers.may() * (wide ? 1.2 : 1.05), line * (wide ? 0.17 : 0.135)), least, "wall-muted");
        countdown = new FitLine(Math.min(tiers.figure() * 1.02, most), least, "wall-strong", "wall-light")
                .side(wide ? HPos.RIGHT : HPos.LEFT);
        simulated = WallPart.based(
                new SimulatedTag(SimulatedTag.What.SHORT, messages),
                Math.min(Math.min(tiers.may() * 0.86, line * (wide ? 0.15 : 0.12)), box.width() * 0.07));
        HBox first = Nodes.row("wall-card-line", mark, digit);
        root = Nodes.column("wall-card", first);
        if (wide) {
            first.getChildren().addAll(Nodes.grow(name), simulated);
            root.getChildren().add(Nodes.row("wall-card-line", Nodes.grow(place), countdown.keep()));
        } else {
            first.getChildren().addAll(Nodes.spring(), simulated);
            root.getChildren().addAll(name, place, countdown);
        }
        root.setPadding(new Insets(pad, Math.max(pad, 25), pad, Math.max(pad, 25)));
        WallPart.based(root, head);
        WallPart.sized(root, box.width(), box.height());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        digit.text(Integer.toString(number));
        List<CaseFace> cases = face.urgent();
        if (number > cases.size()) {
            none(face);
            return;
        }
        CaseFace c = cases.get(number - 1);
        MarkShape shape = Clocks.shape(c.value().subject().kind());
        MarkLight light = Clocks.light(c.light());
        mark.setVisible(true);
        if (shape != shownShape || light != shownLight) {
            shownShape = shape;
            shownLight = light;
            mark.show(shape, light);
        }
        mark.stale(c.stale());
        name.text(c.text().name());
        place.text(WallPart.called(c, where(c, face), face.detail().now(), messages));
        countdown.text(CountdownText.of(c.countdown(), messages));
        Nodes.show(simulated, c.value().report().simulated());
        WallPart.light(root, light);
        root.pseudoClassStateChanged(STALE, c.stale());
    }

    /// Why the map has no number for it comes before the place, which may be cut.
    private String where(CaseFace c, WallFace face) {
        String place = c.text().place();
        if (c.value().place().position() == null) {
            return messages.get("wall.no-place", place);
        }
        return face.outside().contains(c.value().id()) ? messages.get("wall.outside", place) : place;
    }

    /// Nothing more is on the clock, or nothing is known: not the same.
    private void none(WallFace face) {
        mark.setVisible(false);
        name.text(
                face.standing().known()
                        ? messages.get("wall.no-more")
                        : CountdownText.of(new Countdown.Unknown(), messages));
        place.text(face.standing().known() ? "" : messages.get("wall.no-data"));
        countdown.text("");
        Nodes.show(simulated, false);
        WallPart.light(root, MarkLight.UNKNOWN);
        root.pseudoClassStateChanged(STALE, false);
    }
}
