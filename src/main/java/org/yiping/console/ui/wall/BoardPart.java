package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Boards.Kept;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.StatusWords;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.AgeText;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.WallScene.Shown;

/// A panel of a period's figures over its tile: its name, the figures as large as the room asks, what they are
/// worth, of which period and when they were counted. FX thread.
///
/// All of them on a wall ask for the same board, so that they are one question. Where none is known there stands
/// 无数据 and no empty chart; what is late stays, and the tile's corner says since when.
final class BoardPart implements WallPart {
    private final Boards boards;
    private final Words words;
    private final Messages messages;
    private final Frame frame;
    private final BoardPainter painter;
    private final FitLine title;
    private final FitLine counted;
    private final FitLine note;
    private final FitLine none;
    private final VBox body;
    private final VBox root;
    private @Nullable FigureBoard painted;

    BoardPart(Shown shown, Box box, Tiers tiers, WallMonitor.Kit kit) {
        boards = kit.boards();
        messages = kit.hall().messages();
        words = new Words(kit.desk().stores(), messages);
        frame = new Frame(shown.option("period", "month"), null, FigureScope.CITY);
        double pad = WallPart.bezel(Math.min(1, box.width() / 1200));
        double height = box.height() - 2 * pad;
        double row = Math.min(tiers.should(), height * 0.075);
        title = new FitLine(Math.min(tiers.must(), height * 0.12), row * 0.8, "wall-strong");
        counted =
                new FitLine(row * 0.8, row * 0.4, "wall-muted").side(HPos.RIGHT).keep();
        note = new FitLine(row * 0.8, row * 0.4, "wall-muted");
        none = new FitLine(row * 1.6, row, "wall-muted").side(HPos.CENTER);
        painter = BoardPainter.of(shown, row, words, messages);
        body = Nodes.column("wall-board-body", none);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        root = Nodes.column("wall-board", title, body, Nodes.row("wall-head", Nodes.grow(note), counted));
        root.setPadding(new Insets(pad));
        WallPart.based(root, row);
        WallPart.sized(root, box.width(), box.height());
        title.text(painter.title(null));
        none.text(messages.get("kpi.none"));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        Kept<FigureBoard> kept = boards.board(frame);
        FigureBoard board = kept.value();
        if (board != null && !Objects.equals(board, painted)) {
            if (painted == null || !board.says(painted)) {
                boolean known = painter.paint(board);
                body.getChildren().setAll(known ? Nodes.grow(painter.root()) : none);
                title.text(painter.title(board));
                note.text(painter.note(board));
            }
            painted = board;
            counted.text(messages.get("kpi.wall-counted", period(), words.minute(board.at())));
        }
        root.pseudoClassStateChanged(
                STALE, board != null && isLate(kept, board, face.detail().now()));
    }

    /// As the scene names it.
    private String period() {
        return switch (frame.period()) {
            case "day" -> messages.get("kpi.wall-day");
            case "week" -> messages.get("kpi.wall-week");
            case "quarter" -> messages.get("kpi.wall-quarter");
            case "year" -> messages.get("kpi.wall-year");
            case "24h" -> messages.get("kpi.period-24h");
            case "7d" -> messages.get("kpi.period-7d");
            case "30d" -> messages.get("kpi.period-30d");
            default -> messages.get("kpi.wall-month");
        };
    }

    private boolean isLate(Kept<FigureBoard> kept, FigureBoard board, Instant now) {
        return Boards.isLate(kept, board.at(), boards.promise(), now);
    }

    @Override
    public List<StatusWords.Aged> ages(Instant now) {
        FigureBoard board = painted;
        return board == null
                ? List.of()
                : List.of(StatusWords.Aged.of(painter.title(board), board.at(), boards.promise(), now));
    }

    @Override
    public String late(WallFace face) {
        Kept<FigureBoard> kept = boards.board(frame);
        FigureBoard board = kept.value();
        Instant now = face.detail().now();
        return board == null || !isLate(kept, board, now)
                ? ""
                : messages.get(
                        "wall.as-of",
                        words.moment(board.at(), now),
                        AgeText.of(Duration.between(board.at(), now), messages));
    }
}
