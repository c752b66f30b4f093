package org.yiping.console.ui.wall;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.ShownFigure;

/// One figure of a period, large, with its target and fraction; a rate that may not stand alone has its companions
/// below it. FX thread.
final class BoardNumber {
    private static final int BESIDE = 6;
    private static final int COLUMNS = 3;

    private final FigureWords words;
    private final FitLine value;
    private final FitLine unit;
    private final FitLine target;
    private final VBox beside = new VBox();
    private final Messages messages;
    private final double row;
    private final VBox root;

    BoardNumber(double row, FigureWords words, Messages messages) {
        this.messages = messages;
        this.row = row;
        this.words = words;
        value = new FitLine(row * 3.6, row, "wall-strong", "wall-figure");
        unit = new FitLine(row * 1.5, row * 0.5, "wall-muted").keep();
        target = new FitLine(row, row * 0.5, "wall-muted");
        root = Nodes.column("wall-board-number", Nodes.row("wall-number", value, unit), target, beside);
    }

    Region root() {
        return root;
    }

    void show(ShownFigure f, FigureBoard board) {
        value.text(words.number(f.unit(), f.value()));
        unit.text(f.value() == null ? "" : words.unit(f.unit()));
        String again = f.companions().isEmpty() ? "" : recheck(board.recheck());
        target.text(String.join("  ", words.target(f), words.fraction(f.numerator(), f.denominator()), again)
                .strip());
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("unknown"), f.value() == null);
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("warn"), f.misses());
        List<ShownFigure> companions = f.companions().stream()
                .flatMap(c -> board.find(c).stream())
                .limit(BESIDE)
                .toList();
        beside.getChildren().clear();
        for (int i = 0; i < companions.size(); i += COLUMNS) {
            HBox line = Nodes.row("wall-beside");
            companions
                    .subList(i, Math.min(companions.size(), i + COLUMNS))
                    .forEach(c -> line.getChildren().add(companion(c)));
            beside.getChildren().add(line);
        }
    }

    /// What of the closed holds when it is looked at again; that nothing was looked at is said as well.
    private String recheck(FigureBoard.@Nullable Sample s) {
        Double lower = s == null ? null : s.lower();
        Double upper = s == null ? null : s.upper();
        if (s == null) {
            return messages.get("kpi.recheck-none");
        }
        String said = lower == null || upper == null
                ? messages.get("kpi.recheck-unseen", s.size())
                : messages.get("kpi.recheck", Numbers.decimal(lower, 1), Numbers.decimal(upper, 1));
        return Boolean.TRUE.equals(s.simulated()) ? messages.get("kpi.recheck-simulated") + " · " + said : said;
    }

    private VBox companion(ShownFigure f) {
        FitLine name = new FitLine(row * 0.8, row * 0.4, "wall-muted");
        FitLine number = new FitLine(row, row * 0.5, "wall-strong");
        name.text(words.name(f));
        number.text(words.value(f.unit(), f.value()));
        VBox cell = new VBox(name, number);
        cell.setMinWidth(0);
        cell.setPrefWidth(row);
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }
}
