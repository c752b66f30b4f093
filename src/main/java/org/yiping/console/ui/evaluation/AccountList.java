package org.yiping.console.ui.evaluation;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.identity.DepartmentId;

/// The departments with what they owe (问责记录). FX thread.
final class AccountList {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final AccountModel model;
    private final EvaluationWords words;
    private final ListView<DepartmentId> list = Nodes.drawnStraight(new ListView<>());
    private final List<Cell> cells = new ArrayList<>();
    private List<AccountModel.Row> rows = List.of();
    private boolean filling;

    AccountList(AccountModel model, EvaluationWords words) {
        this.model = model;
        this.words = words;
        list.setId("evaluation/accounts");
        list.setAccessibleText(words.text("evaluation.accounts"));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(next -> {
            if (!filling && next != null) {
                model.choose(next);
            }
        });
    }

    Region root() {
        return list;
    }

    void refresh() {
        rows = model.rows();
        List<DepartmentId> ids = rows.stream().map(r -> r.department().id()).toList();
        filling = true;
        if (!list.getItems().equals(ids)) {
            list.getItems().setAll(ids);
        }
        model.row()
                .ifPresentOrElse(
                        r -> list.getSelectionModel().select(r.department().id()),
                        () -> list.getSelectionModel().clearSelection());
        filling = false;
        list.setPlaceholder(EmptyState.empty(
                model.trouble().isEmpty()
                        ? words.text(model.isKnown() ? "evaluation.no-accounts" : "evaluation.asking")
                        : model.trouble()));
        cells.forEach(Cell::refresh);
    }

    private final class Cell extends ListCell<DepartmentId> {
        private final Label name = Nodes.cut("", "t-body", "t-strong");
        private final Label overdue = Nodes.keep("", "tag");
        private final Label counts = Nodes.cut("", "t-second");
        private final VBox face =
                Nodes.column("evaluation-edition", Nodes.row("line", name, Nodes.spring(), overdue), counts);

        Cell() {
            face.setMinWidth(0);
            setPrefWidth(0);
            overdue.pseudoClassStateChanged(LATE, true);
            cells.add(this);
        }

        @Override
        protected void updateItem(@Nullable DepartmentId id, boolean empty) {
            super.updateItem(id, empty);
            refresh();
        }

        private void refresh() {
            AccountModel.Row row = isEmpty() || getItem() == null
                    ? null
                    : rows.stream()
                            .filter(r -> r.department().id().equals(getItem()))
                            .findFirst()
                            .orElse(null);
            if (row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Account a = row.account();
            name.setText(row.department().name());
            Nodes.show(overdue, a != null && a.overdue() > 0);
            overdue.setText(a == null ? "" : words.text("evaluation.overdue", a.overdue()));
            counts.setText(
                    a != null
                            ? words.text("evaluation.account", a.notices().size(), a.open(), a.late())
                            : words.text(model.isKnown() ? "evaluation.account-none" : "evaluation.none"));
            setAccessibleText(name.getText() + " " + overdue.getText() + " " + counts.getText());
            setGraphic(face);
        }
    }
}
