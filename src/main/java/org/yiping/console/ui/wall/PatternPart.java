package org.yiping.console.ui.wall;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.domain.wall.Box;

/// The test pattern of one monitor (测试图): its number, place and size, a frame on its outermost pixels, its middle and
/// its corners. What of the frame is not seen, the panel cuts off. FX thread.
final class PatternPart implements WallPart {
    private static final double FRAME = 4;

    private final Messages messages;
    private final int number;
    private final Box box;
    private final FitLine digit;
    private final FitLine place;
    private final StackPane root = new StackPane();

    PatternPart(int number, Box box, Tiers tiers, Messages messages) {
        this.messages = messages;
        this.number = number;
        this.box = box;
        digit = new FitLine(Math.min(tiers.figure() * 5, box.height() * 0.36), 20, "wall-strong").side(HPos.CENTER);
        place = new FitLine(Math.min(tiers.should(), box.height() * 0.08), 10, "wall-muted").side(HPos.CENTER);
        VBox words = new VBox(digit, place);
        words.setAlignment(Pos.CENTER);
        words.setMaxSize(box.width() * 0.6, Region.USE_PREF_SIZE);
        Pane lines = new Pane();
        line(lines, 0, 0, box.width(), FRAME);
        line(lines, 0, box.height() - FRAME, box.width(), FRAME);
        line(lines, 0, 0, FRAME, box.height());
        line(lines, box.width() - FRAME, 0, FRAME, box.height());
        line(lines, 0, Math.rint(box.height() / 2) - 1, box.width() * 0.18, 2);
        line(lines, box.width() * 0.82, Math.rint(box.height() / 2) - 1, box.width() * 0.18, 2);
        line(lines, Math.rint(box.width() / 2) - 1, 0, 2, box.height() * 0.18);
        line(lines, Math.rint(box.width() / 2) - 1, box.height() * 0.82, 2, box.height() * 0.18);
        double square = Math.rint(box.height() * 0.06);
        String[] greys = {"wall-step-1", "wall-step-2", "wall-step-3", "wall-step-4", "wall-step-5"};
        for (int i = 0; i < greys.length; i++) {
            Region step = line(
                    lines,
                    box.width() / 2 + (i - greys.length / 2.0) * square * 1.5,
                    box.height() * 0.73,
                    square * 1.5,
                    square);
            step.getStyleClass().setAll(greys[i]);
        }
        root.getStyleClass().add("wall-pattern");
        root.getChildren().addAll(lines, words);
        WallPart.sized(root, box.width(), box.height());
    }

    private static Region line(Pane to, double x, double y, double width, double height) {
        Region line = WallPart.sized(new Region(), Math.rint(width), Math.rint(height));
        line.getStyleClass().add("wall-line-of-light");
        line.relocate(Math.rint(x), Math.rint(y));
        to.getChildren().add(line);
        return line;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        digit.text(Integer.toString(number));
        place.text(messages.get(
                "wall.pattern-place",
                Long.toString(Math.round(box.x())),
                Long.toString(Math.round(box.y())),
                Long.toString(Math.round(box.width())),
                Long.toString(Math.round(box.height()))));
    }
}
