package org.yiping.console.ui.evaluation;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.FaceCell;
import org.yiping.console.ui.control.PendingOverlay;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentId;

/// The editions there are, the newest first, each with how far it is (考核批次). FX thread.
final class EditionList {
    private final EvaluationModel model;
    private final EvaluationWords words;
    private final ListView<AssessmentId> list = Nodes.drawnStraight(new ListView<>());
    private final Runnable painted;
    private boolean filling;

    EditionList(EvaluationModel model, EvaluationWords words) {
        this.model = model;
        this.words = words;
        list.setId("evaluation/editions");
        list.setAccessibleText(words.text("evaluation.editions"));
        painted = FaceCell.fill(list, Row::new);
        list.getSelectionModel().selectedItemProperty().subscribe(next -> {
            if (!filling && next != null) {
                model.open(next);
            }
        });
    }

    Region root() {
        return list;
    }

    void refresh() {
        List<AssessmentId> ids = model.editions().stream().map(Assessment::id).toList();
        filling = true;
        if (!list.getItems().equals(ids)) {
            list.getItems().setAll(ids);
        }
        model.open()
                .ifPresentOrElse(
                        a -> list.getSelectionModel().select(a.id()),
                        () -> list.getSelectionModel().clearSelection());
        filling = false;
        String why = model.trouble().isEmpty()
                ? words.text(model.isKnown() ? "evaluation.no-editions" : "evaluation.asking")
                : model.trouble();
        list.setPlaceholder(EmptyState.empty(why));
        painted.run();
    }

    private final class Row implements FaceCell.Face<AssessmentId> {
        private final Label name = Nodes.cut("", "t-body", "t-strong");
        private final Label stage = Nodes.keep("", "tag");
        private final Label when = Nodes.cut("", "t-second");
        private final Label more = Nodes.cut("", "t-second");
        private final Tag sample = Tag.words(words.text("evaluation.sample"));
        private final PendingOverlay pending = new PendingOverlay();
        private final VBox face =
                Nodes.column("evaluation-edition", Nodes.row("line", name, Nodes.spring(), sample, stage), when, more);
        private final StackPane stack = new StackPane(face, pending);

        Row() {
            face.setMinWidth(0);
        }

        @Override
        public Region root() {
            return stack;
        }

        @Override
        public @Nullable String show(AssessmentId id) {
            Assessment a = model.editions().stream()
                    .filter(e -> e.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (a == null) {
                return null;
            }
            boolean sent = model.delivery(a.id()).isPresent();
            name.setText(words.scheme(a.yardstick().scheme()));
            stage.setText(words.stage(a.stage()));
            when.setText(words.text(
                    "evaluation.edition-of",
                    words.period(a.period(), a.span()),
                    String.valueOf(a.edition()),
                    words.area(a)));
            more.setText(
                    sent
                            ? words.text("evaluation.sending")
                            : words.text("evaluation.edition-last", words.who(a.holder()), words.stamp(a.changedAt())));
            Nodes.show(sample, a.yardstick().sample());
            pending.show(sent);
            return name.getText() + " " + when.getText() + " " + stage.getText() + " " + more.getText();
        }
    }
}
