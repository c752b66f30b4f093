package org.yiping.console.ui.kpi;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.ShownFigure;

/// Every figure the city has formulas for, with what it was before (全部指标). A click or Enter opens one. FX
/// thread.
final class AllTile {
    private final Tile tile;
    private final TableView<ShownFigure> table = new TableView<>();
    private final ObservableList<ShownFigure> rows = FXCollections.observableArrayList();

    private interface Said {
        String of(ShownFigure f);
    }

    AllTile(FigureWords words, Messages messages, Door door) {
        tile = new Tile(messages, "figures/all", messages.get("kpi.all"));
        table.setId("figures/table");
        table.setAccessibleText(messages.get("kpi.all"));
        table.getStyleClass().add("figure-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column(messages.get("kpi.column-name"), 130, "", words::name));
        table.getColumns()
                .add(column(messages.get("kpi.column-value"), 84, "number", f -> words.value(f.unit(), f.value())));
        table.getColumns()
                .add(column(messages.get("kpi.column-before"), 76, "number", f -> words.change(f, f.before())));
        table.getColumns()
                .add(column(messages.get("kpi.column-year"), 76, "number", f -> words.change(f, f.lastYear())));
        table.setItems(rows);
        Runnable open = () ->
                Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(f -> door.open(f.code()));
        table.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                open.run();
            }
        });
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                open.run();
                e.consume();
            }
        });
        Nodes.drawnStraight(table);
    }

    private static TableColumn<ShownFigure, String> column(String name, double width, String style, Said said) {
        TableColumn<ShownFigure, String> column = new TableColumn<>(name);
        column.setCellValueFactory(c -> new ReadOnlyStringWrapper(said.of(c.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
            column.setCellFactory(_ -> new Whole());
        }
        return column;
    }

    Tile tile() {
        return tile;
    }

    /// Rows stay where they are; what is selected stays selected.
    void show(FigureBoard board) {
        List<ShownFigure> next = board.figures();
        if (next.size() == rows.size()) {
            for (int i = 0; i < next.size(); i++) {
                if (!next.get(i).equals(rows.get(i))) {
                    rows.set(i, next.get(i));
                }
            }
        } else {
            rows.setAll(next);
        }
        tile.header().count(next.size());
        tile.show(table, board.at());
    }

    /// A figure that is never cut: its column is as wide as its longest one, and names give way.
    private static final class Whole extends TableCell<ShownFigure, String> {
        private static final double ROUNDING = 2;

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (getText() == null) {
                return;
            }
            Text measured = new Text(getText());
            measured.setFont(getFont());
            double wide = Math.ceil(measured.getLayoutBounds().getWidth())
                    + snappedLeftInset()
                    + snappedRightInset()
                    + ROUNDING;
            if (wide > getTableColumn().getMinWidth()) {
                getTableColumn().setMinWidth(wide);
            }
        }
    }
}
