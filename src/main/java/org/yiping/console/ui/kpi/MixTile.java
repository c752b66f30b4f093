package org.yiping.console.ui.kpi;

import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.FigureBars;
import org.yiping.console.ui.FigureBars.By;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.BarList;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;

/// Where filed cases come from and what they are about (来源与类别构成). FX thread.
final class MixTile {
    private static final int MOST = 9;

    private final FigureBars bars;
    private final Messages messages;
    private final Tile tile;
    private final BarList sources;
    private final BarList classes;
    private final HBox content;
    private @Nullable FigureScope scope;

    MixTile(FigureBars bars, Messages messages, Door door) {
        this.bars = bars;
        this.messages = messages;
        tile = new Tile(messages, "figures/mix", messages.get("kpi.mix"));
        sources = new BarList(bar -> open(door, By.SOURCE, bar));
        classes = new BarList(bar -> open(door, By.CLASS, bar));
        content = Nodes.row(
                "figure-pair",
                half(messages.get("kpi.mix-sources"), sources),
                half(messages.get("kpi.mix-classes"), classes));
    }

    private static javafx.scene.layout.VBox half(String title, BarList list) {
        javafx.scene.layout.VBox half = Nodes.column("figure-lines", Nodes.cut(title, "t-second"), Nodes.grow(list));
        half.setMinWidth(0);
        half.setPrefWidth(100);
        return Nodes.grow(half);
    }

    Tile tile() {
        return tile;
    }

    void show(FigureBoard board, FigureScope of) {
        scope = of;
        if (board.classes().isEmpty() && board.sources().isEmpty()) {
            tile.empty(messages.get("kpi.none"), board.at());
            return;
        }
        sources.show(bars.mix(board, By.SOURCE, MOST));
        classes.show(bars.mix(board, By.CLASS, MOST));
        tile.show(content, board.at());
    }

    private void open(Door door, By by, BarList.Bar bar) {
        String group = FigureBars.group(by, bar);
        FigureScope of = scope;
        if (group != null && of != null) {
            ClassCode kind = by == By.CLASS ? new ClassCode(group) : of.classCode();
            SourceCode source = by == By.SOURCE ? new SourceCode(group) : of.source();
            door.open(
                    FigureBoard.FILED,
                    new FigureScope(of.area(), of.department(), kind, source, null, null, null, null));
        }
    }
}
