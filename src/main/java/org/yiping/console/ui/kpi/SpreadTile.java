package org.yiping.console.ui.kpi;

import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.control.SpreadRows;
import org.yiping.domain.kpi.FigureBoard;

/// How long each stage took (各环节用时). FX thread.
final class SpreadTile {
    private final FigureWords words;
    private final Messages messages;
    private final Tile tile;
    private final SpreadRows rows;
    private @Nullable FigureBoard shown;

    /// A stage opens the figure that is made of its durations, with the cases that ended it.
    SpreadTile(FigureWords words, Messages messages, Door door) {
        this.words = words;
        this.messages = messages;
        tile = new Tile(messages, "figures/spreads", messages.get("kpi.spreads"));
        rows = new SpreadRows(messages.get("kpi.spread-median"), messages.get("kpi.spread-most"));
        rows.doors("figures/spread", i -> {
            FigureBoard board = shown;
            if (board != null && i < board.spreads().size()) {
                String measure = board.spreads().get(i).measure().code();
                board.figures().stream()
                        .filter(f -> f.formula().contains(measure))
                        .findFirst()
                        .ifPresent(f -> door.open(f.code()));
            }
        });
    }

    Tile tile() {
        return tile;
    }

    void show(FigureBoard board) {
        shown = board;
        if (board.spreads().isEmpty()) {
            tile.empty(messages.get("kpi.none"), board.at());
            return;
        }
        rows.show(words.spreads(board));
        tile.foot(messages.get("kpi.spread-note"));
        tile.show(rows, board.at());
    }
}
