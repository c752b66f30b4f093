package org.yiping.console.ui.evaluation;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.FaceCell;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.identity.DepartmentId;

/// The departments with what they owe (问责记录). FX thread.
final class AccountList {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final AccountModel model;
    private final EvaluationWords words;
    private final ListView<DepartmentId> list = Nodes.drawnStraight(new ListView<>());
    private final Runnable painted;
    private List<AccountModel.Row> rows = List.of();
    private boolean filling;

    AccountList(AccountModel model, EvaluationWords words) {
        this.model = model;
        this.words = words;
        list.setId("evaluation/accounts");
        list.setAccessibleText(words.text("evaluation.accounts"));
        painted = FaceCell.fill(list, Row::new);
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
        painted.run();
    }

    private final class Row implements FaceCell.Face<DepartmentId> {
        private final Label name = Nodes.cut("", "t-body", "t-strong");
        private final Label overdue = Nodes.keep("", "tag");
        private final Label counts = Nodes.cut("", "t-second");
        private final VBox face =
                Nodes.column("evaluation-edition", Nodes.row("line", name, Nodes.spring(), overdue), counts);

        Row() {
            overdue.pseudoClassStateChanged(LATE, true);
        }

        @Override
        public Region root() {
            return face;
        }

        @Override
        public @Nullable String show(DepartmentId id) {
            AccountModel.Row row = rows.stream()
                    .filter(r -> r.department().id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (row == null) {
                return null;
            }
            Account a = row.account();
            name.setText(row.department().name());
            Nodes.show(overdue, a != null && a.overdue() > 0);
            overdue.setText(a == null ? "" : words.text("evaluation.overdue", a.overdue()));
            counts.setText(
                    a != null
                            ? words.text("evaluation.account", a.notices().size(), a.open(), a.late())
                            : words.text(model.isKnown() ? "evaluation.account-none" : "evaluation.none"));
            return name.getText() + " " + overdue.getText() + " " + counts.getText();
        }
    }
}
