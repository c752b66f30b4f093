package org.yiping.console.ui.kpi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.ShownFigure;

/// The closing rate, and what it must never stand without (诚实的结案率): the shares of reopened, extended, returned,
/// suspended, merged and voided cases, and how many of a sample looked at again were done in truth, with the
/// interval. FX thread.
final class HonestTile {
    private static final KpiCode RATE = new KpiCode("closing-rate");
    private static final int COLUMNS = 3;

    private final FigureWords words;
    private final Messages messages;
    private final Door door;
    private final Tile tile;
    private final Label number = Nodes.keep("", "t-figure");
    private final Label unit = Nodes.keep("%", "t-body", "t-muted");
    private final Label fraction = Nodes.cut("", "t-second");
    private final Label changes = Nodes.cut("", "t-second");
    private final Button rate = new Button();
    private final GridPane grid = new GridPane();
    private final Map<KpiCode, Companion> companions = new LinkedHashMap<>();
    private final Label recheck = Nodes.keep("", "t-body");
    private final Label sample = Nodes.cut("", "t-second");
    private final VBox content;
    private @Nullable RecheckId seen;

    private record Companion(Label name, Label number, Button root) {}

    HonestTile(FigureWords words, Messages messages, Door door) {
        this.words = words;
        this.messages = messages;
        this.door = door;
        tile = new Tile(messages, "figures/honest", messages.get("kpi.honest"));
        VBox whole = new VBox(
                Nodes.row("figure-number", number, unit, Nodes.spring(), fraction), Nodes.row("line", changes));
        rate.setId("figures/closing-rate");
        door(rate, whole);
        rate.setOnAction(_ -> door.open(RATE));
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        grid.getStyleClass().add("figure-companions");
        Button again = new Button();
        again.setId("figures/recheck");
        HBox face = Nodes.row("figure-number", recheck, Nodes.spring(), sample); // its interval is whole
        door(again, face);
        again.getStyleClass().add("figure-recheck");
        again.setOnAction(_ -> door.recheck(seen));
        recheck.textProperty().subscribe(t -> again.setAccessibleText(messages.get("kpi.recheck-title") + " " + t));
        content = Nodes.column("figure-lines", rate, Nodes.grow(grid), again);
    }

    /// A button whose whole face is figures.
    static void door(Button button, Region face) {
        button.getStyleClass().add("figure-door");
        button.setGraphic(face);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.widthProperty().subscribe(w -> face.setPrefWidth(Math.max(0, w.doubleValue() - 4)));
    }

    Tile tile() {
        return tile;
    }

    void show(FigureBoard board) {
        ShownFigure f = board.find(RATE).orElse(null);
        if (f == null) {
            tile.empty(messages.get("kpi.none"), board.at());
            return;
        }
        number.setText(words.number(f.unit(), f.value()));
        Nodes.show(unit, f.value() != null);
        fraction.setText(String.join("  ", words.target(f), words.fraction(f.numerator(), f.denominator()))
                .strip());
        changes.setText(words.changes(f));
        rate.setAccessibleText(String.join(" ", words.name(f), words.value(f.unit(), f.value()), changes.getText()));
        List<KpiCode> beside = f.companions();
        if (!List.copyOf(companions.keySet()).equals(beside)) {
            lay(beside);
        }
        beside.forEach(code -> companion(code, board.find(code).orElse(null)));
        recheck(board.recheck());
        tile.show(content, board.at());
    }

    private void lay(List<KpiCode> codes) {
        companions.clear();
        grid.getChildren().clear();
        for (int i = 0; i < codes.size(); i++) {
            KpiCode code = codes.get(i);
            Companion c = new Companion(Nodes.cut("", "t-second"), Nodes.keep("", "t-title"), new Button());
            c.root.setId("figures/" + code.value());
            door(c.root, new VBox(c.name, c.number));
            c.root.setOnAction(_ -> door.open(code));
            companions.put(code, c);
            grid.add(c.root, i % COLUMNS, i / COLUMNS);
        }
        grid.getRowConstraints().clear();
        for (int row = 0; row < Math.ceilDiv(codes.size(), COLUMNS); row++) {
            RowConstraints line = new RowConstraints();
            line.setVgrow(Priority.ALWAYS); // the shares stand evenly in what room there is
            grid.getRowConstraints().add(line);
        }
    }

    /// Where the board lacks it, no number of before stays.
    private void companion(KpiCode code, @Nullable ShownFigure f) {
        Companion c = companions.get(code);
        if (c == null) {
            return;
        }
        if (f != null) {
            c.name.setText(words.name(f));
        } else if (c.name.getText().isEmpty()) {
            c.name.setText(code.value());
        }
        c.number.setText(f == null ? messages.get("kpi.none") : words.value(f.unit(), f.value()));
        c.root.setAccessibleText(c.name.getText() + " " + c.number.getText());
    }

    private void recheck(FigureBoard.@Nullable Sample s) {
        seen = s == null ? null : s.id();
        Double lower = s == null ? null : s.lower();
        Double upper = s == null ? null : s.upper();
        if (s == null) {
            recheck.setText(messages.get("kpi.recheck-none"));
            sample.setText("");
        } else if (lower == null || upper == null) {
            recheck.setText(messages.get("kpi.recheck-unseen", s.size()));
            sample.setText(words.span(s.span()));
        } else {
            recheck.setText(messages.get("kpi.recheck", Numbers.decimal(lower, 1), Numbers.decimal(upper, 1)));
            String played = Boolean.TRUE.equals(s.simulated()) ? messages.get("kpi.recheck-simulated") + " · " : "";
            sample.setText(played + messages.get("kpi.recheck-of", s.size(), s.judged(), s.broken()) + " · "
                    + words.span(s.span()));
        }
    }
}
