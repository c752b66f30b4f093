package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.control.MarkShape;
import org.yiping.domain.wall.Box;

/// The counts by light, and what the figures on the map mean (图例). FX thread.
final class LegendPart implements WallPart {
    /// What it needs where type that must be read is of so many pixels.
    private static final double MUST = 82;

    private static final double WIDTH = 700;
    private static final double HEIGHT = 660;
    private static final List<MarkLight> LIGHTS =
            List.of(MarkLight.OVER, MarkLight.SOON, MarkLight.CALM, MarkLight.HELD);
    private static final List<MarkShape> SHAPES = List.of(MarkShape.CIRCLE, MarkShape.SQUARE, MarkShape.DIAMOND);

    private final Messages messages;
    private final FitLine title;
    private final FitLine second;
    private final List<Row> rows = new ArrayList<>();
    private final List<FitLine> shapes = new ArrayList<>();
    private final VBox root;

    private record Row(MarkLight light, FitLine word, FitLine count, HBox root) {}

    LegendPart(Box box, Tiers tiers, Messages messages) {
        this.messages = messages;
        double size = tiers.must() / MUST;
        double fit = Math.min(1, Math.min(box.width() / (WIDTH * size), box.height() / (HEIGHT * size)));
        title = new FitLine(tiers.must() * fit, tiers.may() * fit, "wall-strong");
        second = new FitLine(tiers.may() * 1.2 * fit, tiers.may() * 0.6 * fit, "wall-muted");
        root = Nodes.column("wall-legend", title, second);
        for (MarkLight light : LIGHTS) {
            CaseMark mark = WallPart.mark(messages, tiers.should() * 0.95 * fit);
            mark.show(MarkShape.CIRCLE, light);
            FitLine word = new FitLine(tiers.should() * 1.08 * fit, tiers.may() * fit);
            FitLine count = new FitLine(tiers.must() * fit, tiers.may() * fit, "wall-strong", "wall-count")
                    .side(HPos.RIGHT)
                    .keep();
            HBox row = Nodes.row("wall-legend-row", mark, word, Nodes.spring(), count);
            rows.add(new Row(light, word, count, row));
            root.getChildren().add(row);
        }
        HBox foot = Nodes.row("wall-legend-shapes");
        for (MarkShape shape : SHAPES) {
            CaseMark mark = WallPart.mark(messages, tiers.may() * fit);
            mark.getStyleClass().add("wall-shape");
            mark.show(shape, MarkLight.CALM);
            FitLine word = new FitLine(tiers.may() * 1.1 * fit, tiers.may() * 0.55 * fit, "wall-muted").whole();
            shapes.add(word);
            foot.getChildren().add(Nodes.row("wall-pair", mark, word));
        }
        root.getChildren().add(foot);
        WallPart.based(root, tiers.should() * fit);
        WallPart.sized(root, box.width(), Math.min(box.height(), Math.rint(HEIGHT * size * fit)));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        Standing standing = face.standing();
        title.text(messages.get("wall.state-of-all"));
        second.text(
                standing.known()
                        ? standing.counts().untimed() > 0
                                ? messages.get(
                                        "wall.open-and-untimed",
                                        standing.counts().open(),
                                        standing.counts().untimed())
                                : messages.get(
                                        "wall.open-count", standing.counts().open())
                        : messages.get("wall.no-data"));
        for (Row row : rows) {
            int count = count(standing.counts(), row.light);
            row.word.text(messages.get("control.light." + row.light.word()));
            row.count.text(standing.known() ? Numbers.whole(count) : messages.get("control.countdown.unknown"));
            WallPart.light(row.root, standing.known() && count > 0 ? row.light : MarkLight.UNKNOWN);
            row.root.pseudoClassStateChanged(STALE, face.stale());
        }
        for (int i = 0; i < SHAPES.size(); i++) {
            shapes.get(i)
                    .text(messages.get("control.shape." + SHAPES.get(i).name().toLowerCase(Locale.ROOT)));
        }
    }

    private static int count(Standing.Counts counts, MarkLight light) {
        return switch (light) {
            case OVER -> counts.over();
            case SOON -> counts.soon();
            case CALM -> counts.calm();
            case HELD -> counts.held();
            case DONE, VOID, UNKNOWN -> counts.untimed();
        };
    }
}
