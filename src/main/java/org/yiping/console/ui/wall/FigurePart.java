package org.yiping.console.ui.wall;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.wall.WallFace.Figure;
import org.yiping.console.ui.wall.WallFace.Tone;
import org.yiping.domain.wall.Box;

/// One figure over its whole tile (单项指标): its name, the number, what it was counted from. FX thread.
final class FigurePart implements WallPart {
    private final String of;
    private final FitLine label;
    private final FitLine value;
    private final FitLine unit;
    private final FitLine note;
    private final VBox root;

    FigurePart(String of, Box box, Tiers tiers) {
        this.of = of;
        double narrow = Math.min(1, box.width() / 1200);
        double pad = WallPart.bezel(narrow);
        double height = box.height() - 2 * pad;
        double least = Math.min(tiers.may() * 0.6, height * 0.09);
        label = new FitLine(Math.min(tiers.must(), height * 0.16), least);
        value = new FitLine(Math.min(tiers.figure() * 4.1, height * 0.5), least, "wall-strong", "wall-figure");
        unit = new FitLine(Math.min(tiers.must(), height * 0.18), least, "wall-muted").keep();
        note = new FitLine(Math.min(tiers.should(), height * 0.12), least, "wall-muted");
        HBox number = Nodes.row("wall-number", value, unit);
        root = Nodes.column("wall-figure-tile", label, number, note);
        root.setPadding(new Insets(pad));
        WallPart.based(root, Math.min(tiers.should(), height * 0.1));
        WallPart.sized(root, box.width(), box.height());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        Figure figure = face.detail().byName().getOrDefault(of, new Figure(of, "—", "", "", Tone.UNKNOWN));
        label.text(figure.label());
        value.text(figure.value());
        unit.text(figure.unit());
        note.text(figure.note());
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("alarm"), figure.tone() == Tone.ALARM);
        root.pseudoClassStateChanged(STALE, figure.tone() == Tone.STALE);
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("unknown"), figure.tone() == Tone.UNKNOWN);
    }

    @Override
    public String late(WallFace face) {
        return face.detail().lateFigures();
    }
}
