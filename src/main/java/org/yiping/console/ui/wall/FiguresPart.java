package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.wall.WallFace.Figure;
import org.yiping.console.ui.wall.WallFace.Tone;
import org.yiping.domain.wall.Box;

/// The day's four figures under date and clock (指标). FX thread.
///
/// In a flat box the figures stand in one row, else two by two. Sizes are the room's, capped by the box's height.
final class FiguresPart implements WallPart {
    private static final int FIGURES = 4;
    private static final double FLAT = 2.4;

    private final FitLine title;
    private final FitLine date;
    private final FitLine clock;
    private final List<Cell> cells = new ArrayList<>();
    private final VBox root;

    private record Cell(FitLine label, FitLine value, FitLine unit, FitLine note, VBox root) {
        void show(Figure figure) {
            label.text(figure.label());
            value.text(figure.value());
            unit.text(figure.unit());
            note.text(figure.note());
            root.pseudoClassStateChanged(PseudoClass.getPseudoClass("alarm"), figure.tone() == Tone.ALARM);
            root.pseudoClassStateChanged(STALE, figure.tone() == Tone.STALE);
            root.pseudoClassStateChanged(PseudoClass.getPseudoClass("unknown"), figure.tone() == Tone.UNKNOWN);
        }
    }

    FiguresPart(Box box, Tiers tiers) {
        int columns = box.width() / box.height() > FLAT ? FIGURES : 2;
        double narrow = Math.min(1, box.width() / 1200);
        double pad = WallPart.bezel(narrow);
        double head = Math.rint(box.height() * (columns == FIGURES ? 0.3 : 0.2));
        int lines = FIGURES / columns;
        double cellHeight = Math.floor((box.height() - head - pad / 2) / lines);
        double cellWidth = Math.floor((box.width() - 2 * pad) / columns);
        title = new FitLine(Math.min(tiers.must(), head * 0.42), tiers.may() * narrow, "wall-strong");
        date = new FitLine(Math.min(tiers.may() * 1.2, head * 0.27), tiers.may() * 0.6 * narrow, "wall-muted");
        clock = new FitLine(Math.min(tiers.figure() * 1.6, head * 0.76), tiers.may() * narrow, "wall-strong")
                .side(HPos.RIGHT)
                .keep();
        VBox left = new VBox(title, date);
        left.getStyleClass().add("wall-head-lines");
        HBox top = Nodes.row("wall-head", Nodes.grow(left), clock);
        WallPart.sized(top, box.width() - 2 * pad, head);
        root = Nodes.column("wall-figures", top);
        for (int line = 0; line < lines; line++) {
            HBox row = new HBox();
            for (int column = 0; column < columns; column++) {
                Cell cell = cell(cellWidth, cellHeight, tiers);
                cells.add(cell);
                row.getChildren().add(cell.root);
            }
            root.getChildren().add(row);
        }
        root.setPadding(new javafx.geometry.Insets(0, pad, 0, pad));
        WallPart.based(root, Math.min(tiers.should(), cellHeight * 0.15));
        WallPart.sized(root, box.width(), box.height());
    }

    private static Cell cell(double width, double height, Tiers tiers) {
        double least = Math.min(tiers.may() * 0.6, height * 0.09);
        FitLine label = new FitLine(Math.min(tiers.should() * 1.15, height * 0.19), least);
        FitLine value = new FitLine(Math.min(tiers.figure() * 2, height * 0.44), least, "wall-strong", "wall-figure");
        FitLine unit = new FitLine(Math.min(tiers.should(), height * 0.17), least, "wall-muted").keep();
        FitLine note = new FitLine(Math.min(tiers.may() * 1.2, height * 0.125), least, "wall-muted");
        HBox number = Nodes.row("wall-number", value, unit);
        VBox cell = Nodes.column("wall-cell", label, number, note);
        WallPart.sized(cell, width, height);
        return new Cell(label, value, unit, note, cell);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        title.text(face.day().title());
        date.text(face.day().date());
        clock.text(face.day().clock());
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(face.figures().get(i));
        }
    }
}
