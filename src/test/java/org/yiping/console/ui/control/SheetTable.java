package org.yiping.console.ui.control;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.yiping.console.fx.Messages;

/// A table of three rows for the sheet: head, hover ground, selection bar.
final class SheetTable {
    private final TableView<List<String>> table = new TableView<>();

    SheetTable(Messages messages) {
        List<String> heads = messages.locale().get().getLanguage().equals("en")
                ? List.of("Class", "Address", "Department", "Due")
                : List.of("小类", "地址", "责任部门", "时限");
        for (int i = 0; i < heads.size(); i++) {
            int at = i;
            TableColumn<List<String>, String> column = new TableColumn<>(heads.get(i));
            column.setCellValueFactory(
                    row -> new SimpleStringProperty(row.getValue().get(at)));
            if (i == 3) {
                column.getStyleClass().add("number");
            }
            table.getColumns().add(column);
        }
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getItems()
                .setAll(List.of(
                        List.of("道路积水", "省体育馆下穿隧道", "区排水处", "超 02:11"),
                        List.of("污水井盖", "玉林街", "未派遣", "剩 02:24"),
                        List.of("暴露垃圾", "芳草东街", "环卫中心", "剩 07:11")));
        table.getSelectionModel().select(1);
        table.setPrefHeight(140);
    }

    TableView<List<String>> view() {
        return table;
    }
}
