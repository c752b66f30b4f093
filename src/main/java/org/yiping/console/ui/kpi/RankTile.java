package org.yiping.console.ui.kpi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.FigureBars;
import org.yiping.console.ui.FigureBars.By;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.BarList;
import org.yiping.console.ui.control.Chip;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;

/// Areas or departments in order of one figure (排名). FX thread.
final class RankTile {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final FigureWords words;
    private final FigureBars bars;
    private final Messages messages;
    private final Door door;
    private final Tile tile;
    private final Map<By, Chip> chips = new EnumMap<>(By.class);
    private final ComboBox<Choice> figure = new ComboBox<>();
    private final BarList list;
    private final VBox content;
    private By by = By.DEPARTMENT;
    private KpiCode code = new KpiCode("handle-in-time-rate");
    private @Nullable FigureBoard shown;
    private FigureScope scope = FigureScope.CITY;
    private boolean filling;

    private record Choice(KpiCode code, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    RankTile(FigureWords words, FigureBars bars, Messages messages, Door door) {
        this.words = words;
        this.bars = bars;
        this.messages = messages;
        this.door = door;
        tile = new Tile(messages, "figures/ranking", messages.get("kpi.ranking"));
        chips.put(By.DEPARTMENT, new Chip("figures/by-department", messages.get("kpi.ranking-departments")));
        chips.put(By.AREA, new Chip("figures/by-area", messages.get("kpi.ranking-areas")));
        chips.forEach((each, chip) -> chip.setOnAction(_ -> {
            by = each;
            again();
        }));
        figure.setId("figures/ranked-by");
        figure.setAccessibleText(messages.get("kpi.ranking"));
        figure.getStyleClass().add("figure-choice");
        figure.valueProperty().subscribe(c -> {
            if (c != null && !filling) {
                code = c.code();
                again();
            }
        });
        list = new BarList(this::open);
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("chip-flow");
        choices.getChildren().addAll(chips.values());
        choices.getChildren().add(figure);
        content = Nodes.column("figure-lines", choices, Nodes.grow(list));
    }

    Tile tile() {
        return tile;
    }

    private void again() {
        FigureBoard board = shown;
        if (board != null) {
            show(board, scope);
        }
    }

    void show(FigureBoard board, FigureScope of) {
        shown = board;
        scope = of;
        chips.forEach((each, chip) -> {
            chip.setSelected(each == by);
            chip.pseudoClassStateChanged(SELECTED, each == by);
        });
        List<Choice> choices = board.figures().stream()
                .filter(f -> FigureBars.groups(board, by).stream()
                        .anyMatch(g -> g.find(f.code()).isPresent()))
                .map(f -> new Choice(f.code(), words.name(f)))
                .toList();
        filling = true;
        if (!figure.getItems().equals(choices)) {
            figure.getItems().setAll(choices);
        }
        choices.stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .or(() -> choices.stream().findFirst())
                .ifPresent(c -> {
                    code = c.code();
                    figure.setValue(c);
                });
        filling = false;
        list.show(bars.ranking(board, by, code));
        tile.foot(board.find(code).map(this::foot).orElse(""));
        if (choices.isEmpty()) {
            tile.empty(messages.get("kpi.none"), board.at());
        } else {
            tile.show(content, board.at());
        }
    }

    private String foot(ShownFigure f) {
        String all = messages.get("kpi.whole", words.name(f), words.value(f.unit(), f.value()));
        return words.target(f).isEmpty() ? all : all + " · " + words.target(f);
    }

    private void open(BarList.Bar bar) {
        String group = FigureBars.group(by, bar);
        if (group != null) {
            FigureScope s = by == By.AREA
                    ? new FigureScope(new AreaCode(group), scope.department(), null, null, null, null, null, null)
                    : new FigureScope(scope.area(), new DepartmentId(group), null, null, null, null, null, null);
            door.open(code, s);
        }
    }
}
