package org.yiping.console.ui.report;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportRun;

/// The chosen report: how it stands, its files with their checksums, its first page. FX thread.
final class RunSheet {
    private final ReportsModel model;
    private final Messages messages;
    private final Words words;
    private final PanelHeader header;
    private final VBox facts = new VBox();
    private final ImageView page = new ImageView();
    private final KeyButton save;
    private final KeyButton cancel;
    private final StackPane content = new StackPane();
    private final PanelFrame root;
    private byte @Nullable [] painted;
    private @Nullable ReportCard shown;

    RunSheet(ReportsModel model, Hall hall, Words words) {
        this.model = model;
        this.messages = hall.messages();
        this.words = words;
        header = new PanelHeader(messages, messages.get("report.sheet"));
        facts.getStyleClass().add("form");
        save = new KeyButton(messages, "report/save", messages.get("report.save"), "Ctrl S", this::save).tall();
        cancel = new KeyButton(messages, "report/cancel", messages.get("report.cancel"), "Ctrl ⌫", this::cancel)
                .danger();
        page.setPreserveRatio(true);
        page.setSmooth(true);
        page.setAccessibleText(messages.get("report.preview"));
        StackPane paper = new StackPane(page);
        paper.getStyleClass().add("report-paper");
        VBox column = new VBox(facts, paper);
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(column));
        scroll.setId("report/page");
        scroll.setAccessibleText(messages.get("report.preview"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.viewportBoundsProperty().subscribe(b -> page.setFitWidth(Math.max(60, b.getWidth() - 26)));
        content.getChildren().setAll(scroll);
        root = new PanelFrame(header, content);
        Region foot = Nodes.row("line", save, Nodes.spring(), cancel);
        root.foot(foot);
        foot.getStyleClass().add("form-foot");
    }

    Region root() {
        return root;
    }

    void refresh() {
        ReportCard card = model.chosen().orElse(null);
        byte[] png = model.preview();
        if (!Arrays.equals(png, painted)) {
            painted = png;
            page.setImage(png == null ? null : new Image(new ByteArrayInputStream(png)));
        }
        page.getParent().setVisible(png != null);
        if (card == null) {
            shown = null;
            header.title(messages.get("report.sheet"));
            facts.getChildren().setAll(EmptyState.empty(messages.get("report.pick-one")));
            save.forbid(messages.get("report.pick-one"));
            cancel.forbid(messages.get("report.pick-one"));
            return;
        }
        ReportRun run = card.run();
        if (run.state().equals(ReportRun.DONE)) {
            save.allow();
        } else {
            save.forbid(RunList.state(card, messages));
        }
        if (!run.goesOn()) {
            cancel.forbid(messages.get("report.ended"));
        } else if (!card.mine()) {
            cancel.forbid(messages.get("report.not-mine"));
        } else {
            cancel.allow();
        }
        cancel.pending(model.isCancelling(run.id()));
        if (card.equals(shown)) {
            return;
        }
        shown = card;
        header.title(run.title());
        List<Node> rows = new ArrayList<>();
        rows.add(fact("report.fact-state", RunList.state(card, messages)));
        String day = run.day() == null ? "" : " " + run.day();
        rows.add(fact("report.fact-period", OrderForm.period(run.period(), messages) + day));
        rows.add(fact("report.fact-by", run.due() == null ? run.name() : messages.get("report.by-schedule")));
        if (run.dataAt() != null) {
            rows.add(fact("report.fact-data", words.stamp(run.dataAt())));
        }
        if (run.rows() != null) {
            rows.add(fact("report.fact-rows", messages.get("report.rows", run.rows())));
        }
        for (ReportRun.ReportFile file : run.files()) {
            if (!file.format().equals(ReportRun.PNG)) {
                rows.add(file(run, file));
            }
        }
        facts.getChildren().setAll(rows);
    }

    private Node fact(String key, String value) {
        Label name = Nodes.keep(messages.get(key), "t-second", "report-field");
        Label is = Nodes.label(value, "t-body");
        is.setWrapText(true);
        return Nodes.row("line", name, Nodes.grow(is));
    }

    private Node file(ReportRun run, ReportRun.ReportFile file) {
        String format = file.format().toUpperCase(Locale.ROOT);
        KeyButton button = new KeyButton(
                        messages,
                        "report/save-" + file.format(),
                        messages.get("report.save-as", format),
                        "",
                        () -> ask(run, file))
                .low();
        Label size = Nodes.keep(messages.get("report.size", Math.max(1, file.bytes() / 1024)), "t-second");
        Label sum = Nodes.cut("SHA-256 " + file.sha256(), "t-second", "report-sum");
        sum.setAccessibleText("SHA-256 " + file.sha256());
        return Nodes.row("line", button, size, Nodes.grow(sum));
    }

    /// The file people open.
    void save() {
        model.chosen()
                .map(ReportCard::run)
                .ifPresent(run -> run.files().stream()
                        .filter(f -> f.format().equals(OrderForm.main(run)))
                        .findFirst()
                        .ifPresent(f -> ask(run, f)));
    }

    void cancel() {
        model.chosen()
                .filter(c -> c.mine() && c.run().goesOn())
                .ifPresent(c -> model.cancel(c.run().id()));
    }

    /// Asks where to. The window goes on: what is asked belongs to none.
    private void ask(ReportRun run, ReportRun.ReportFile file) {
        String format = file.format();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("report.save"));
        String day = run.day() == null
                ? run.asked().atZone(words.zone()).toLocalDate().toString()
                : run.day().toString();
        chooser.setInitialFileName(run.title() + " " + day + "." + format);
        chooser.getExtensionFilters()
                .setAll(List.of(new FileChooser.ExtensionFilter(format.toUpperCase(Locale.ROOT), "*." + format)));
        File target = chooser.showSaveDialog(null);
        if (target != null) {
            Path to = target.toPath();
            model.save(
                    run,
                    file,
                    target.getName().contains(".") ? to : to.resolveSibling(target.getName() + "." + format));
        }
    }

    KeyButton saveButton() {
        return save;
    }

    KeyButton cancelButton() {
        return cancel;
    }
}
