package org.yiping.console.ui.kpi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Boards.Kept;
import org.yiping.console.ui.FigureBars;
import org.yiping.console.ui.FigureBars.By;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.BarList;
import org.yiping.console.ui.control.Chip;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureBoard.Cell;
import org.yiping.domain.kpi.FigureBoard.Group;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;

/// Areas, departments, posts or persons in order of one figure (排名). What a board does not carry is asked for by
/// itself: figures by post and person, and what must not be missing beside a rate, which a row tells where the pointer
/// rests. FX thread.
final class RankTile {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final FigureWords words;
    private final FigureBars bars;
    private final Messages messages;
    private final Door door;
    private final Boards boards;
    private final Supplier<Frame> frame;
    private final Tile tile;
    private final Map<By, Chip> chips = new EnumMap<>(By.class);
    private final ComboBox<Choice> figure = new ComboBox<>();
    private final BarList list;
    private final Label says = Nodes.whenSaid(Nodes.cut("", "t-second"));
    private final VBox content;
    private By by = By.DEPARTMENT;
    private KpiCode code = new KpiCode("handle-in-time-rate");
    private @Nullable FigureBoard shown;
    private @Nullable List<Group> apart;
    private FigureScope scope = FigureScope.CITY;
    private boolean filling;

    private record Choice(KpiCode code, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /// `frame` is what the page shows.
    RankTile(FigureWords words, FigureBars bars, Messages messages, Door door, Boards boards, Supplier<Frame> frame) {
        this.boards = boards;
        this.frame = frame;
        this.words = words;
        this.bars = bars;
        this.messages = messages;
        this.door = door;
        tile = new Tile(messages, "figures/ranking", messages.get("kpi.ranking"));
        chips.put(By.DEPARTMENT, new Chip("figures/by-department", messages.get("kpi.ranking-departments")));
        chips.put(By.AREA, new Chip("figures/by-area", messages.get("kpi.ranking-areas")));
        chips.put(By.POST, new Chip("figures/by-post", messages.get("kpi.ranking-posts")));
        chips.put(By.PERSON, new Chip("figures/by-person", messages.get("kpi.ranking-persons")));
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
        content = Nodes.column("figure-lines", choices, says, Nodes.grow(list));
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
                .filter(f -> !by.isOnBoards()
                        || FigureBars.groups(board, by).stream()
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
        fill(board);
        tile.foot(board.find(code).map(this::foot).orElse(""));
        if (choices.isEmpty()) {
            tile.empty(messages.get("kpi.none"), board.at());
        } else {
            tile.show(content, board.at());
        }
    }

    private void fill(FigureBoard board) {
        ShownFigure rule = board.find(code).orElse(null);
        Kept<List<Group>> kept = rule == null ? null : asked(rule, board);
        apart = kept == null ? null : kept.value();
        List<Group> groups = by.isOnBoards() ? FigureBars.groups(board, by) : apart == null ? List.of() : apart;
        list.show(rule == null ? List.of() : bars.ranking(rule, groups, by, g -> beside(g, rule, board)));
        boolean waits = !by.isOnBoards() && apart == null;
        String trouble = kept == null || !waits
                ? ""
                : kept.lost()
                        ? messages.get("kpi.lost")
                        : kept.refusal().isEmpty() ? messages.get("kpi.waiting") : kept.refusal();
        says.setText(waits ? trouble : groups.isEmpty() ? messages.get("kpi.none") : "");
    }

    /// What the board has not: other groups, and companions.
    private @Nullable Kept<List<Group>> asked(ShownFigure rule, FigureBoard board) {
        if (by.isOnBoards() && rule.companions().isEmpty()) {
            return null;
        }
        String level = by == By.AREA ? board.level() : "";
        return boards.groups(new Boards.Apart(code, frame.get(), Grouping.valueOf(by.name()), level));
    }

    private String beside(Group group, ShownFigure rule, FigureBoard board) {
        List<Group> known = apart;
        Group full = known == null
                ? group
                : known.stream()
                        .filter(g -> g.group().equals(group.group()))
                        .findFirst()
                        .orElse(group);
        return rule.companions().stream()
                .flatMap(c -> board.find(c).stream())
                .map(f -> words.name(f) + " "
                        + words.value(
                                f.unit(), full.find(f.code()).map(Cell::value).orElse(null)))
                .collect(Collectors.joining("\n"));
    }

    /// What was asked for may have come.
    void tick() {
        FigureBoard board = shown;
        ShownFigure rule = board == null ? null : board.find(code).orElse(null);
        if (board != null && rule != null) {
            Kept<List<Group>> kept = asked(rule, board);
            boolean came = kept != null && !Objects.equals(kept.value(), apart);
            if (came || !says.getText().isEmpty()) {
                fill(board);
            }
        }
    }

    private String foot(ShownFigure f) {
        String all = messages.get("kpi.whole", words.name(f), words.value(f.unit(), f.value()));
        return words.target(f).isEmpty() ? all : all + " · " + words.target(f);
    }

    private void open(BarList.Bar bar) {
        String group = FigureBars.group(by, bar);
        if (group != null) {
            door.open(
                    code,
                    new FigureScope(
                            by == By.AREA ? new AreaCode(group) : scope.area(),
                            by == By.DEPARTMENT ? new DepartmentId(group) : scope.department(),
                            scope.classCode(),
                            scope.source(),
                            by == By.PERSON ? new PersonId(group) : null,
                            by == By.POST ? new PostCode(group) : null,
                            null,
                            null));
        }
    }
}
