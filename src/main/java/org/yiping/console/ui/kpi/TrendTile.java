package org.yiping.console.ui.kpi;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.DayChart;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.kpi.FigureBoard;

/// Filed and closed by the day, and what is expected of the next ones, with the error it had until now. FX
/// thread.
final class TrendTile {
    private final Messages messages;
    private final Tile tile;
    private final DayChart chart;
    private final VBox content;

    TrendTile(Messages messages) {
        this.messages = messages;
        tile = new Tile(messages, "figures/trend", messages.get("kpi.trend"));
        chart = new DayChart(messages, 1.5);
        HBox legend = Nodes.row(
                "figure-legend",
                key("first", messages.get("kpi.line-filed")),
                key("second", messages.get("kpi.line-closed")),
                key("ahead", messages.get("kpi.line-ahead")));
        content = Nodes.column("figure-lines", legend, Nodes.grow(chart.root()));
    }

    private static Label key(String style, String words) {
        Label label = Nodes.keep(words, "t-second", "figure-key");
        Label line = new Label();
        line.getStyleClass().addAll("key-line", style);
        label.setGraphic(line);
        return label;
    }

    Tile tile() {
        return tile;
    }

    void show(FigureBoard board) {
        if (board.days().isEmpty()) {
            tile.empty(messages.get("kpi.none"), board.at());
            return;
        }
        chart.show(board, DayChart.PAST, true);
        tile.foot(chart.error(board));
        tile.show(content, board.at());
    }
}
