package org.yiping.console.ui.kpi;

import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.control.WeekHeat;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;

/// In which hours of the week cases are filed (每周各时). FX thread.
final class HeatTile {
    private final FigureWords words;
    private final Messages messages;
    private final Tile tile;
    private final WeekHeat heat;
    private @Nullable FigureScope scope;

    HeatTile(FigureWords words, Messages messages, Door door) {
        this.words = words;
        this.messages = messages;
        tile = new Tile(messages, "figures/heat", messages.get("kpi.heat"));
        heat = new WeekHeat(words.weekdays()).opens(hour -> open(door, hour));
        heat.setId("figures/week-heat");
    }

    Tile tile() {
        return tile;
    }

    void show(FigureBoard board, FigureScope of) {
        scope = of;
        if (board.weekHours().isEmpty()) {
            tile.empty(messages.get("kpi.none"), board.at());
            return;
        }
        heat.show(board.weekHours());
        String most = words.fullest(board.weekHours());
        heat.setAccessibleText(most);
        tile.foot(most);
        tile.show(heat, board.at());
    }

    private void open(Door door, int hour) {
        FigureScope of = scope;
        if (of != null) {
            door.open(
                    FigureBoard.FILED,
                    new FigureScope(of.area(), of.department(), of.classCode(), of.source(), null, null, null, hour));
        }
    }
}
