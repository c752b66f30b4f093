package org.yiping.console.ui.report;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.FaceCell;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;

/// The reports there are, the newest first, each with its state; one that is made with its progress. FX thread.
final class RunList {
    private final ReportsModel model;
    private final Messages messages;
    private final Words words;
    private final ListView<ReportId> list = new ListView<>();
    private final Runnable painted;
    private boolean marking;

    RunList(ReportsModel model, Messages messages, Words words) {
        this.model = model;
        this.messages = messages;
        this.words = words;
        list.setId("report/runs");
        list.setAccessibleText(messages.get("report.runs"));
        list.getStyleClass().add("report-runs");
        painted = FaceCell.fill(list, Row::new);
        list.setPlaceholder(EmptyState.empty(messages.get("report.none")));
        list.getSelectionModel().selectedItemProperty().subscribe(id -> {
            if (!marking && id != null) {
                model.choose(id);
            }
        });
    }

    Region root() {
        return list;
    }

    void refresh() {
        List<ReportId> ids = model.cards().stream().map(c -> c.run().id()).toList();
        marking = true;
        if (!list.getItems().equals(ids)) {
            list.getItems().setAll(ids);
        }
        model.chosen()
                .ifPresentOrElse(
                        c -> list.getSelectionModel().select(c.run().id()),
                        () -> list.getSelectionModel().clearSelection());
        marking = false;
        painted.run();
    }

    /// How it stands, in words.
    static String state(ReportCard card, Messages messages) {
        ReportRun run = card.run();
        Double progress = card.progress();
        return switch (run.state()) {
            case ReportRun.ORDERED ->
                progress == null || progress <= 0
                        ? messages.get("report.state-waits")
                        : messages.get("report.state-made", Math.round(progress * 100));
            case ReportRun.DONE -> messages.get("report.state-done");
            case ReportRun.CANCELLED -> messages.get("report.state-cancelled");
            case ReportRun.FAILED ->
                switch (String.valueOf(run.fault())) {
                    case "disk-full" -> messages.get("report.fault-disk-full");
                    case "write" -> messages.get("report.fault-write");
                    case "template" -> messages.get("report.fault-template");
                    case "unknown" -> messages.get("report.fault-unknown");
                    default -> messages.get("report.fault-data");
                };
            default -> run.state();
        };
    }

    private final class Row implements FaceCell.Face<ReportId> {
        private final Label title = Nodes.cut("", "t-body");
        private final Label state = Nodes.keep("", "t-second");
        private final Label more = Nodes.cut("", "t-second");
        private final ProgressBar bar = new ProgressBar(0);
        private final Tag late = Tag.words(messages.get("report.late"));
        private final KeyButton cancel;
        private final VBox box;
        private @Nullable ReportId shown;

        Row() {
            bar.setPrefWidth(110);
            bar.setAccessibleText(messages.get("report.progress"));
            cancel = new KeyButton(messages, "report/cancel-row", messages.get("report.cancel"), "", () -> {
                        if (shown != null) {
                            model.cancel(shown);
                        }
                    })
                    .flat()
                    .low();
            cancel.setId(null); // one a row
            cancel.setFocusTraversable(false);
            HBox upper = Nodes.row("line", title, late, Nodes.spring(), state);
            HBox lower = Nodes.row("line", more, Nodes.spring(), bar, cancel);
            box = new VBox(upper, lower);
            box.getStyleClass().add("report-run");
        }

        @Override
        public Region root() {
            return box;
        }

        @Override
        public @Nullable String show(ReportId id) {
            shown = id;
            ReportCard card = model.cards().stream()
                    .filter(c -> c.run().id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (card == null) {
                return null;
            }
            ReportRun run = card.run();
            title.setText(run.title());
            state.setText(state(card, messages));
            String day = run.day() == null ? "" : " " + run.day();
            String by = run.due() == null ? run.name() : messages.get("report.by-schedule");
            more.setText(messages.get(
                    "report.run", OrderForm.period(run.period(), messages) + day, by, words.stamp(run.asked())));
            Nodes.show(late, card.late());
            boolean open = run.goesOn();
            Nodes.show(bar, open);
            Double progress = card.progress();
            bar.setProgress(progress == null ? 0 : progress);
            Nodes.show(cancel, open && card.mine());
            cancel.pending(model.isCancelling(run.id()));
            return title.getText() + " " + state.getText() + " " + more.getText();
        }
    }
}
