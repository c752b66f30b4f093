package org.yiping.console.ui.cases;

import java.io.File;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;

/// How far an export is, with the button that gives it up; gone while there is none. Asks where to. FX thread.
final class ExportLine extends HBox {
    private final QueueExport export;
    private final Messages messages;
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    ExportLine(QueueExport export, Messages messages) {
        this.export = export;
        this.messages = messages;
        getStyleClass().add("line");
        words.getStyleClass().add("t-second");
        words.setMinWidth(USE_PREF_SIZE);
        bar.setPrefWidth(80);
        bar.setAccessibleText(messages.get("cases.export"));
        KeyButton cancel = new KeyButton(
                        messages, "cases/export-cancel", messages.get("cases.export-cancel"), "", export::cancel)
                .flat()
                .low();
        getChildren().addAll(words, bar, cancel);
        export.progress().subscribe(this::show);
    }

    /// Asks for a file and writes the view of this name into it.
    void ask(String view, CasesViewModel model) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("cases.export"));
        chooser.setInitialFileName(view + ".xlsx");
        chooser.getExtensionFilters()
                .setAll(List.of(
                        new FileChooser.ExtensionFilter("XLSX", "*.xlsx"),
                        new FileChooser.ExtensionFilter("CSV", "*.csv")));
        File file = chooser.showSaveDialog(null); // an owner would be frozen meanwhile, and an alarm with it
        if (file != null) {
            String kind = chooser.getSelectedExtensionFilter() == null
                    ? ""
                    : chooser.getSelectedExtensionFilter().getDescription();
            boolean named = file.getName().contains(".");
            export.start(
                    model.cases(),
                    model.columns(),
                    named
                            ? file.toPath()
                            : file.toPath().resolveSibling(file.getName() + (kind.equals("CSV") ? ".csv" : ".xlsx")));
        }
    }

    private void show(QueueExport.@Nullable Progress progress) {
        Nodes.show(this, progress != null);
        if (progress != null) {
            words.setText(messages.get("cases.exporting", progress.done(), progress.all()));
            bar.setProgress(progress.all() == 0 ? 1 : (double) progress.done() / progress.all());
        }
    }
}
