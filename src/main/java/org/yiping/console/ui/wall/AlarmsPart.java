package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CountdownText;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.wall.WallFace.Figure;
import org.yiping.console.ui.wall.WallFace.Tone;
import org.yiping.domain.wall.Box;

/// What calls: how long nobody has answered, and under their numbers the cases that call, then the most urgent ones
/// (告警). FX thread.
final class AlarmsPart implements WallPart {
    /// A line that is not so many times as wide as high has its countdown beside the place, not the name.
    private static final double NARROW = 7.5;

    private final Messages messages;
    private final FitLine head;
    private final FitLine waited;
    private final List<Row> rows = new ArrayList<>();
    private final VBox root;

    private record Row(FitLine digit, FitLine name, FitLine countdown, FitLine place, VBox root) {}

    AlarmsPart(Box box, Tiers tiers, Messages messages) {
        this.messages = messages;
        double narrow = Math.min(1, box.width() / 1200);
        double pad = WallPart.bezel(narrow);
        double height = box.height() - 2 * pad;
        double least = Math.min(tiers.may() * 0.5, height * 0.05);
        double top = Math.rint(height * 0.2);
        double each = Math.floor((height - top) / Scene.NUMBERED);
        head = new FitLine(Math.min(tiers.must(), top * 0.6), least, "wall-strong");
        waited = new FitLine(Math.min(tiers.must(), top * 0.6), least, "wall-strong", "wall-figure")
                .side(HPos.RIGHT)
                .keep();
        HBox line = Nodes.row("wall-head", Nodes.grow(head), waited);
        WallPart.sized(line, box.width() - 2 * pad, top);
        root = Nodes.column("wall-alarms", line);
        for (int number = 1; number <= Scene.NUMBERED; number++) {
            Row row = row(number, box.width() - 2 * pad, each, tiers);
            rows.add(row);
            root.getChildren().add(row.root);
        }
        root.setPadding(new Insets(pad));
        WallPart.based(root, Math.min(tiers.may(), each * 0.3));
        WallPart.sized(root, box.width(), box.height());
    }

    private static Row row(int number, double width, double height, Tiers tiers) {
        double px = Math.min(tiers.should() * 1.2, height * 0.42);
        FitLine digit = new FitLine(px, px * 0.6, "wall-strong", "wall-light").keep();
        digit.text(Integer.toString(number));
        FitLine name = new FitLine(px, px * 0.5, "wall-strong");
        FitLine countdown = new FitLine(px, px * 0.6, "wall-strong", "wall-light")
                .side(HPos.RIGHT)
                .keep();
        FitLine place = new FitLine(Math.min(tiers.may(), height * 0.26), px * 0.3, "wall-muted");
        boolean narrow = width < NARROW * height;
        HBox first = Nodes.row("wall-card-line", digit, Nodes.grow(name));
        HBox second = Nodes.row("wall-card-line", Nodes.grow(place));
        (narrow ? second : first).getChildren().add(countdown);
        VBox root = Nodes.column("wall-alarm", first, second);
        WallPart.sized(root, width, height);
        return new Row(digit, name, countdown, place, root);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        Figure calls = face.detail().byName().get("unanswered");
        boolean alarm = calls != null && calls.tone() == Tone.ALARM;
        head.text(calls == null ? "" : calls.label());
        waited.text(calls == null ? "" : calls.value());
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("alarm"), alarm);
        root.pseudoClassStateChanged(STALE, face.stale());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean there = i < face.urgent().size();
            row.root.setVisible(there);
            if (there) {
                CaseFace c = face.urgent().get(i);
                row.name.text(c.text().name());
                row.place.text(
                        WallPart.called(c, c.text().place(), face.detail().now(), messages));
                row.countdown.text(CountdownText.of(c.countdown(), messages));
                WallPart.light(row.root, Clocks.light(c.light()));
                row.root.pseudoClassStateChanged(STALE, c.stale());
            } else if (i == 0 && !face.standing().known()) {
                row.root.setVisible(true);
                row.name.text(messages.get("wall.no-data"));
                row.place.text("");
                row.countdown.text("");
                WallPart.light(row.root, MarkLight.UNKNOWN);
            }
        }
    }

    @Override
    public String late(WallFace face) {
        return face.detail().lateCases();
    }
}
