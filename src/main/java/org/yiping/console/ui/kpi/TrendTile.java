package org.yiping.console.ui.kpi;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.DayChart;
import org.yiping.domain.kpi.FigureBoard;

/// Filed and closed by the day, and what is expected of the next ones, with the error it had until now. FX
/// thread.
final class TrendTile {
    private final Messages messages;
    private final Tile tile;
    private final DayChart chart;

    /// `open` is told the day that was pressed.
    TrendTile(Messages messages, Consumer<LocalDate> open) {
        this.messages = messages;
        tile = new Tile(messages, "figures/trend", messages.get("kpi.trend"));
        chart = new DayChart(messages, 1.5);
        chart.doors("figures/days", open);
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
        tile.show(chart.root(), board.at());
    }
}
