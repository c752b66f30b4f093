package org.yiping.console.ui.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.domain.staff.StaffBoard;

/// Everybody with their figures of the period; a head sorts, a row opens. FX thread.
final class StaffTable {
    private final Messages messages;
    private final StaffWords words;
    private final Words names;
    private final TableView<StaffBoard.Row> table = new TableView<>();
    private final ObservableList<StaffBoard.Row> rows = FXCollections.observableArrayList();
    private boolean ordering;

    StaffTable(Messages messages, Words names, Consumer<StaffBoard.Row> open) {
        this.messages = messages;
        this.words = new StaffWords(messages);
        this.names = names;
        table.setId("staff/people");
        table.setAccessibleText(messages.get("staff.people"));
        table.setItems(rows);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        List<TableColumn<StaffBoard.Row, ?>> columns = new ArrayList<>();
        for (StaffColumn column : StaffColumn.values()) {
            columns.add(column(column));
        }
        table.getColumns().setAll(columns);
        columns.stream()
                .filter(c -> c.getUserData() == StaffColumn.SCORE)
                .findFirst()
                .ifPresent(c -> {
                    c.setSortType(TableColumn.SortType.ASCENDING);
                    table.getSortOrder().add(c);
                });
        table.setSortPolicy(_ -> sort());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!ordering && row != null) {
                open.accept(row);
            }
        });
    }

    Region root() {
        return table;
    }

    void narrow(boolean narrow) {
        table.getColumns().stream()
                .filter(c -> c.getUserData() instanceof StaffColumn s && s.gives())
                .forEach(c -> c.setVisible(!narrow));
    }

    /// The rows there are now; who was chosen stays chosen.
    void show(List<StaffBoard.Row> next) {
        List<StaffBoard.Row> sorted = new ArrayList<>(next);
        sorted.sort(order());
        keep(() -> rows.setAll(sorted));
    }

    void empty(String why) {
        rows.clear();
        table.setPlaceholder(EmptyState.empty(why));
    }

    private boolean sort() {
        keep(() -> FXCollections.sort(rows, order()));
        return true;
    }

    private void keep(Runnable change) {
        ordering = true;
        StaffBoard.Row chosen = table.getSelectionModel().getSelectedItem();
        change.run();
        if (chosen != null) {
            rows.stream()
                    .filter(r -> r.unit().equals(chosen.unit()))
                    .findFirst()
                    .ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        }
        ordering = false;
    }

    private Comparator<StaffBoard.Row> order() {
        if (table.getSortOrder().isEmpty()) {
            return StaffColumn.NAME.order(false);
        }
        TableColumn<StaffBoard.Row, ?> by = table.getSortOrder().getFirst();
        return by.getUserData() instanceof StaffColumn column
                ? column.order(by.getSortType() == TableColumn.SortType.DESCENDING)
                : StaffColumn.NAME.order(false);
    }

    private TableColumn<StaffBoard.Row, StaffBoard.Row> column(StaffColumn column) {
        TableColumn<StaffBoard.Row, StaffBoard.Row> made = new TableColumn<>(title(column));
        made.setUserData(column);
        made.setReorderable(false);
        made.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        made.setCellFactory(_ -> new Cell(column));
        if (column == StaffColumn.NAME) {
            made.setMinWidth(104);
            made.setPrefWidth(150);
        } else {
            made.getStyleClass().add("number");
            made.setMinWidth(58);
            made.setPrefWidth(72);
        }
        return made;
    }

    private String title(StaffColumn column) {
        return switch (column) {
            case NAME -> messages.get("staff.column-name");
            case SCORE -> messages.get("staff.column-score");
            case DUTY -> messages.get("staff.column-duty");
            case ATTENDANCE -> messages.get("staff.column-attendance");
            case COVERAGE -> messages.get("staff.column-coverage");
            case OFF_GRID -> messages.get("staff.column-off-grid");
            case IDLE -> messages.get("staff.column-idle");
            case GAP -> messages.get("staff.column-gap");
            case REPORTED -> messages.get("staff.column-reported");
            case VALID -> messages.get("staff.column-valid");
            case MISSED -> messages.get("staff.column-missed");
            case ANSWERED -> messages.get("staff.column-answered");
            case HEARD -> messages.get("staff.column-heard");
        };
    }

    private String text(StaffColumn column, StaffBoard.Row row) {
        return switch (column) {
            case NAME -> row.post() == null ? messages.get("staff.vehicle", row.name()) : row.name();
            case SCORE -> number(row.score(), 1);
            case DUTY -> row.days() == 0 ? words.unknown() : words.hours(row.onDutyMillis());
            case ATTENDANCE, COVERAGE, OFF_GRID, IDLE, GAP, VALID, MISSED -> words.percent(column.number(row));
            case REPORTED -> number(column.number(row), 0);
            case ANSWERED -> row.answered().value() == null ? words.unknown() : words.fraction(row.answered());
            case HEARD -> row.heard() == null ? words.unknown() : names.minute(row.heard());
        };
    }

    private String number(@Nullable Double value, int decimals) {
        return value == null ? words.unknown() : Numbers.decimal(value, decimals);
    }

    private final class Cell extends TableCell<StaffBoard.Row, StaffBoard.Row> {
        private final StaffColumn column;

        Cell(StaffColumn column) {
            this.column = column;
            getStyleClass().add(column == StaffColumn.NAME ? "staff-name" : "number");
        }

        @Override
        protected void updateItem(StaffBoard.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text(column, row));
        }
    }
}
