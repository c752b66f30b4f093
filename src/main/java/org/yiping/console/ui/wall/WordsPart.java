package org.yiping.console.ui.wall;

import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.wall.Box;

/// One large line and a smaller one in the middle of a tile: the time and the date, or a title. FX thread.
final class WordsPart implements WallPart {
    private final FitLine large;
    private final FitLine small;
    private final Function<WallFace, String> first;
    private final Function<WallFace, String> second;
    private final VBox root;

    private WordsPart(
            Box box, Tiers tiers, double most, Function<WallFace, String> first, Function<WallFace, String> second) {
        this.first = first;
        this.second = second;
        double pad = WallPart.bezel(Math.min(1, box.width() / 1200));
        double height = box.height() - 2 * pad;
        double least = Math.min(tiers.may() * 0.6, height * 0.09);
        large = new FitLine(Math.min(most, height * 0.5), least, "wall-strong").side(HPos.CENTER);
        small = new FitLine(Math.min(tiers.must(), height * 0.16), least, "wall-muted").side(HPos.CENTER);
        root = Nodes.column("wall-words", large, small);
        root.setPadding(new Insets(pad));
        WallPart.sized(root, box.width(), box.height());
    }

    static WordsPart clock(Box box, Tiers tiers) {
        return new WordsPart(
                box,
                tiers,
                tiers.figure() * 4.1,
                f -> f.day().clock(),
                f -> f.day().date());
    }

    static WordsPart title(String words, Box box, Tiers tiers) {
        return new WordsPart(
                box, tiers, tiers.must() * 2.4, _ -> words, f -> f.day().title());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        large.text(first.apply(face));
        small.text(second.apply(face));
    }
}
