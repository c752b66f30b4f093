package org.yiping.console.ui.evaluation;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.FaceCell;
import org.yiping.console.ui.control.PendingOverlay;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.assessment.DepartmentNotice;

/// A department's notices, the newest first, and what it got in published assessments. FX thread.
final class NoticeList {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final AccountModel model;
    private final Hall hall;
    private final EvaluationWords words;
    private final FlowPane marks = new FlowPane();
    private final ListView<DepartmentNotice> list = Nodes.drawnStraight(new ListView<>());
    private final Runnable painted;
    private final VBox root;
    private boolean filling;

    NoticeList(AccountModel model, Hall hall, EvaluationWords words) {
        this.model = model;
        this.hall = hall;
        this.words = words;
        list.setId("evaluation/notices");
        list.setAccessibleText(words.text("evaluation.notices"));
        painted = FaceCell.fill(list, Row::new);
        list.setPlaceholder(EmptyState.empty(words.text("evaluation.no-notices")));
        list.getSelectionModel().selectedItemProperty().subscribe(next -> {
            if (!filling && next != null) {
                model.look(next.id());
            }
        });
        marks.getStyleClass().addAll("evaluation-legend");
        root = new VBox(marks, Nodes.grow(list));
    }

    Region root() {
        return root;
    }

    void refresh() {
        List<DepartmentNotice> all = model.notices();
        filling = true;
        if (!list.getItems().equals(all)) {
            list.getItems().setAll(all);
        }
        model.notice()
                .ifPresentOrElse(
                        n -> list.getSelectionModel().select(n),
                        () -> list.getSelectionModel().clearSelection());
        filling = false;
        painted.run();
        List<Account.Mark> got =
                model.row().map(AccountModel.Row::account).map(Account::scores).orElse(List.of());
        marks.getChildren().clear();
        marks.getChildren().add(Nodes.keep(words.text("evaluation.published-scores"), "t-second"));
        for (Account.Mark m : got) {
            marks.getChildren()
                    .add(Nodes.keep(
                            words.text(
                                    "evaluation.mark",
                                    words.period(m.period(), m.span()),
                                    words.number(m.value()),
                                    m.grade() == null ? "—" : m.grade()),
                            "t-body"));
        }
        if (got.isEmpty()) {
            marks.getChildren().add(Nodes.keep(words.text("evaluation.none"), "t-second"));
        }
    }

    private final class Row implements FaceCell.Face<DepartmentNotice> {
        private final Label what = Nodes.cut("", "t-body", "t-strong");
        private final Label state = Nodes.keep("", "tag");
        private final Label late = Nodes.keep("", "tag");
        private final Label reason = Nodes.cut("", "t-body");
        private final Label until = Nodes.cut("", "t-second");
        private final PendingOverlay pending = new PendingOverlay();
        private final VBox face =
                Nodes.column("evaluation-edition", Nodes.row("line", what, Nodes.spring(), late, state), reason, until);
        private final StackPane stack = new StackPane(face, pending);

        Row() {
            face.setMinWidth(0);
            late.pseudoClassStateChanged(LATE, true);
        }

        @Override
        public Region root() {
            return stack;
        }

        @Override
        public String show(DepartmentNotice n) {
            boolean sent = model.delivery(n.id()).isPresent();
            what.setText(words.text(
                    "evaluation.notice-line",
                    words.kind(n.said().kind()),
                    words.stamp(n.at()),
                    n.said().cases().size()));
            state.setText(sent ? words.text("evaluation.sending") : words.state(n.state()));
            boolean overdue = n.isOverdue(hall.now());
            Nodes.show(late, overdue || n.wasLate());
            late.setText(words.text(overdue ? "evaluation.is-overdue" : "evaluation.was-late"));
            reason.setText(n.said().reason());
            until.setText(words.deadline(n, hall.now()));
            pending.show(sent);
            return what.getText() + " " + state.getText() + " " + reason.getText();
        }
    }
}
