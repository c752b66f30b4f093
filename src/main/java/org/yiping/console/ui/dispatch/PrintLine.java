package org.yiping.console.ui.dispatch;

import java.io.File;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;

/// How far a case file is that is being made, with the button that gives it up; gone while there is none. FX thread.
final class PrintLine extends HBox {
    private final CaseViewModel model;
    private final CasePrint print;
    private final Hall hall;
    private final Label words = Nodes.keep("", "t-second");
    private final ProgressBar bar = new ProgressBar(0);

    PrintLine(CaseViewModel model, CasePrint print, Hall hall) {
        this.model = model;
        this.print = print;
        this.hall = hall;
        getStyleClass().add("plan-bar");
        bar.setAccessibleText(text("paper.making"));
        bar.setMaxWidth(Double.MAX_VALUE);
        KeyButton cancel = new KeyButton(hall.messages(), "case/print-cancel", text("paper.cancel"), "", print::cancel)
                .flat()
                .low();
        getChildren().addAll(words, Nodes.grow(bar), cancel);
        print.progress().subscribe(this::show);
    }

    /// Both ways out, where the case is named.
    HBox buttons() {
        return Nodes.row(
                "line",
                new IconButton("case/print", Icons.PRINT, text("paper.print"), print::paper),
                new IconButton("case/pdf", Icons.EXPORT, text("paper.pdf"), this::ask));
    }

    List<Action> actions() {
        String why = model.value().isEmpty() ? text("case.pick-one") : "";
        return List.of(
                hall.action("case/print", "case.group", "paper.print", print::paper)
                        .on(Key.ctrl(KeyCode.P))
                        .refused(why),
                hall.action("case/pdf", "case.group", "paper.pdf", this::ask)
                        .on(Key.parse("Ctrl+Shift+P").orElse(null))
                        .refused(why));
    }

    /// Asks where to. The window goes on: what is asked belongs to none.
    private void ask() {
        model.value().ifPresent(c -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(text("paper.pdf"));
            chooser.setInitialFileName(c.head().number().value() + ".pdf");
            chooser.getExtensionFilters().setAll(List.of(new FileChooser.ExtensionFilter("PDF", "*.pdf")));
            File file = chooser.showSaveDialog(null);
            if (file != null) {
                print.pdf(
                        file.getName().contains(".")
                                ? file.toPath()
                                : file.toPath().resolveSibling(file.getName() + ".pdf"));
            }
        });
    }

    private void show(CasePrint.@Nullable Progress progress) {
        Nodes.show(this, progress != null);
        if (progress != null) {
            words.setText(text("paper.making-of", progress.done(), progress.all()));
            bar.setProgress((double) progress.done() / progress.all());
        }
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
