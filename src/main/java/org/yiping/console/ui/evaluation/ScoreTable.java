package org.yiping.console.ui.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Numbers;
import org.yiping.console.fx.Themes;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.GradeBadge;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Grade;
import org.yiping.domain.assessment.Score;

/// Everybody who was assessed with grade, score, rank and what they had in the period beside it; a head sorts, a row
/// opens. FX thread.
final class ScoreTable {
    private static final double ALL = 10_000;
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final EvaluationModel model;
    private final Themes themes;
    private final EvaluationWords words;
    private final TableView<Standing> table = Nodes.drawnStraight(new TableView<>());
    private final ObservableList<Standing> rows = FXCollections.observableArrayList();
    private List<Standing> shown = List.of();
    private List<Grade> grades = List.of();
    private boolean filling;

    ScoreTable(EvaluationModel model, Themes themes, EvaluationWords words) {
        this.model = model;
        this.themes = themes;
        this.words = words;
        table.setId("evaluation/scores");
        table.setAccessibleText(words.text("evaluation.scores"));
        table.setItems(rows);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (ScoreColumn column : ScoreColumn.values()) {
            table.getColumns().add(column(column));
        }
        table.widthProperty().subscribe(_ -> columns());
        table.setSortPolicy(_ -> sort());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!filling && row != null) {
                model.look(row.score().object());
            }
        });
    }

    Region root() {
        return table;
    }

    /// What there is no room for leaves whole.
    private void columns() {
        boolean compared = model.beside().isPresent();
        double room = table.getWidth() <= 0
                ? ALL
                : table.getWidth() / themes.look().get().px(1);
        for (TableColumn<Standing, ?> each : table.getColumns()) {
            if (each.getUserData() instanceof ScoreColumn column) {
                each.setVisible(column.isShown(compared, room));
            }
        }
    }

    void refresh() {
        Assessment open = model.open().orElse(null);
        grades = open == null ? List.of() : open.yardstick().grades();
        List<Standing> next = model.standings();
        if (!next.equals(shown)) {
            shown = next;
            List<Standing> sorted = new ArrayList<>(next);
            sorted.sort(order());
            keep(() -> rows.setAll(sorted));
        } else {
            keep(() -> {});
        }
        columns();
        if (rows.isEmpty()) {
            table.setPlaceholder(EmptyState.empty(empty(open)));
        }
    }

    private String empty(@Nullable Assessment open) {
        if (!model.trouble().isEmpty() && open == null) {
            return model.trouble();
        }
        if (!model.isKnown()) {
            return words.text("evaluation.asking");
        }
        return words.text(open == null ? "evaluation.choose" : "evaluation.nobody");
    }

    private boolean sort() {
        keep(() -> FXCollections.sort(rows, order()));
        return true;
    }

    /// Whoever is open stays chosen.
    private void keep(Runnable change) {
        filling = true;
        change.run();
        String open = model.score().map(Score::object).orElse("");
        rows.stream()
                .filter(r -> r.score().object().equals(open))
                .findFirst()
                .ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        filling = false;
    }

    private Comparator<Standing> order() {
        if (table.getSortOrder().isEmpty()) {
            return ScoreColumn.SCORE.order(true);
        }
        TableColumn<Standing, ?> by = table.getSortOrder().getFirst();
        return by.getUserData() instanceof ScoreColumn column
                ? column.order(by.getSortType() == TableColumn.SortType.DESCENDING)
                : ScoreColumn.SCORE.order(true);
    }

    private TableColumn<Standing, Standing> column(ScoreColumn column) {
        TableColumn<Standing, Standing> made = new TableColumn<>(title(column));
        made.setUserData(column);
        made.setReorderable(false);
        made.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        switch (column) {
            case NAME -> {
                made.setCellFactory(_ -> new Cell(column));
                made.setMinWidth(90);
                made.setPrefWidth(210);
            }
            case BEFORE -> {
                made.setCellFactory(_ -> new Cell(column));
                made.getStyleClass().add("number");
                made.setMinWidth(76);
                made.setPrefWidth(112);
            }
            default -> {
                made.setCellFactory(_ -> new Cell(column));
                made.getStyleClass().add("number");
                made.setMinWidth(58);
                made.setPrefWidth(72);
            }
        }
        return made;
    }

    private String title(ScoreColumn column) {
        return switch (column) {
            case NAME -> words.text("evaluation.column-name");
            case SCORE -> words.text("evaluation.column-score");
            case RANK -> words.text("evaluation.column-rank");
            case BEFORE -> words.text("evaluation.column-before");
            case CHANGE -> words.text("evaluation.column-change");
            case KNOWN -> words.text("evaluation.column-known");
            case CASES -> words.text("evaluation.column-cases");
            case APPEALS -> words.text("evaluation.column-appeals");
        };
    }

    private String text(ScoreColumn column, Standing row) {
        Score score = row.score();
        Score before = row.before();
        return switch (column) {
            case NAME -> score.name();
            case SCORE -> words.number(score.value());
            case RANK -> row.rank() == 0 ? "—" : String.valueOf(row.rank());
            case BEFORE ->
                before == null
                        ? words.text("evaluation.not-there")
                        : before.grade() == null
                                ? words.number(before.value())
                                : words.number(before.value()) + " " + before.grade();
            case CHANGE -> row.change() == null ? "—" : words.change(row.change());
            case KNOWN -> score.knownWeight() + "%";
            case CASES -> Numbers.whole(score.cases());
            case APPEALS -> Numbers.whole(row.appeals());
        };
    }

    private final class Cell extends TableCell<Standing, Standing> {
        private final ScoreColumn column;
        private final GradeBadge badge = new GradeBadge();

        Cell(ScoreColumn column) {
            this.column = column;
            getStyleClass().add(column == ScoreColumn.NAME ? "evaluation-name" : "number");
            if (column == ScoreColumn.SCORE) {
                getStyleClass().add("evaluation-score-cell");
            }
        }

        @Override
        protected void updateItem(@Nullable Standing row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                pseudoClassStateChanged(UNKNOWN, false);
                return;
            }
            setText(text(column, row));
            if (column == ScoreColumn.NAME) {
                badge.show(row.score().grade(), EvaluationWords.place(grades, row.score()));
                setGraphic(badge);
            }
            boolean unknown = switch (column) {
                case SCORE, RANK -> row.score().value() == null;
                case BEFORE, CHANGE -> row.change() == null;
                case NAME, KNOWN, CASES, APPEALS -> false;
            };
            pseudoClassStateChanged(UNKNOWN, unknown);
        }
    }
}
