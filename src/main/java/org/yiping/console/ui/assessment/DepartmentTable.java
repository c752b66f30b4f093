package org.yiping.console.ui.assessment;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.assessment.DepartmentRow.Column;
import org.yiping.console.ui.control.EmptyState;

/// The departments with their figures of today; a head sorts, a row chooses, a number opens the cases it counts. FX
/// thread.
final class DepartmentTable {
    private final AssessmentViewModel model;
    private final Messages messages;
    private final TableView<DepartmentRow> table = new TableView<>();
    private final Opens opens;
    private boolean ordering;

    /// Told which number of which row was pressed.
    interface Opens {
        void open(DepartmentRow row, Column column);
    }

    DepartmentTable(AssessmentViewModel model, Messages messages, Opens opens) {
        this.opens = opens;
        this.model = model;
        this.messages = messages;
        table.setId("assessment/departments");
        table.setAccessibleText(messages.get("assessment.departments"));
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(EmptyState.empty(messages.get("assessment.no-departments")));
        List<TableColumn<DepartmentRow, ?>> columns = new ArrayList<>();
        for (Column column : Column.values()) {
            columns.add(column(column));
        }
        table.getColumns().setAll(columns);
        columns.stream()
                .filter(c -> c.getUserData() == Column.OVERDUE)
                .findFirst()
                .ifPresent(c -> {
                    c.setSortType(TableColumn.SortType.DESCENDING);
                    table.getSortOrder().add(c);
                });
        table.setSortPolicy(_ -> sort());
        table.setOnKeyPressed(e -> {
            DepartmentRow row = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && row != null) {
                open(row, by());
                e.consume();
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!ordering && row != null) {
                model.choose(row.id());
            }
        });
    }

    Region root() {
        return table;
    }

    /// In a narrow window two counts leave whole, so that no figure that stays is cut.
    void narrow(boolean narrow) {
        table.getColumns().stream()
                .filter(c -> c.getUserData() == Column.FILED || c.getUserData() == Column.CLOSED)
                .forEach(c -> c.setVisible(!narrow));
    }

    void sortAgain() {
        table.sort();
    }

    /// The row of the chosen department, or none.
    void mark() {
        ordering = true;
        var id = model.chosen();
        if (id == null) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getItems().stream()
                    .filter(r -> r.id().equals(id))
                    .findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
        ordering = false;
    }

    /// By which number the table is in order: Enter opens that of the chosen row.
    private Column by() {
        return !table.getSortOrder().isEmpty()
                        && table.getSortOrder().getFirst().getUserData() instanceof Column column
                        && column != Column.NAME
                ? column
                : Column.OPEN;
    }

    /// What is unknown counts no case.
    private void open(DepartmentRow row, Column column) {
        if (column != Column.NAME && row.figure(column) != null) {
            opens.open(row, column);
        }
    }

    private boolean sort() {
        ordering = true;
        if (!table.getSortOrder().isEmpty() && table.getSortOrder().getFirst().getUserData() instanceof Column by) {
            model.departments(by, table.getSortOrder().getFirst().getSortType() == TableColumn.SortType.DESCENDING);
        }
        mark();
        return true;
    }

    private TableColumn<DepartmentRow, DepartmentRow> column(Column column) {
        TableColumn<DepartmentRow, DepartmentRow> made = new TableColumn<>(title(column));
        made.setUserData(column);
        made.setReorderable(false);
        made.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        made.setCellFactory(_ -> new FigureCell(column));
        if (column == Column.NAME) {
            made.setMinWidth(120);
            made.setPrefWidth(220);
        } else {
            made.getStyleClass().add("number");
            made.setMinWidth(column == Column.RATE ? 82 : 52);
            made.setPrefWidth(70);
        }
        return made;
    }

    private String title(Column column) {
        return switch (column) {
            case NAME -> messages.get("assessment.column-name");
            case FILED -> messages.get("assessment.column-filed");
            case OPEN -> messages.get("assessment.column-open");
            case CLOSED -> messages.get("assessment.column-closed");
            case OVERDUE -> messages.get("assessment.column-overdue");
            case RATE -> messages.get("assessment.column-rate");
        };
    }

    private final class FigureCell extends TableCell<DepartmentRow, DepartmentRow> {
        private final Column column;

        FigureCell(Column column) {
            this.column = column;
            getStyleClass().add(column == Column.NAME ? "assessment-name" : "number");
            setOnMouseClicked(e -> {
                DepartmentRow row = getItem();
                if (e.getButton() == MouseButton.PRIMARY && row != null) {
                    DepartmentTable.this.open(row, column);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable DepartmentRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
            } else {
                setText(column == Column.NAME ? row.name() : figure(row.figure(column)));
            }
        }

        private String figure(@Nullable Double value) {
            if (value == null) {
                return messages.get("assessment.unknown");
            }
            return column == Column.RATE ? Numbers.decimal(value, 1) : Numbers.whole(Math.round(value));
        }
    }
}
