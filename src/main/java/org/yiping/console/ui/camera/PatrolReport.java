package org.yiping.console.ui.camera;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.yiping.console.fx.Printers;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.patrol.PatrolRound;

/// The report of one round on screen, with both ways onto paper (巡逻报告). FX thread.
final class PatrolReport {
    private final Desk desk;
    private final Hall hall;
    private final PatrolRows words;
    private final PatrolPrint print;
    private final List<KeyButton> buttons;
    private PatrolRound shown;

    /// Of this round; pictures that could not be had are asked for once more.
    PatrolReport(Desk desk, Hall hall, PatrolRows words, PatrolRound of) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
        shown = of;
        words.again();
        print = new PatrolPrint(desk, hall, new Printers());
        buttons = List.of(
                button("print", "patrol.print", "Ctrl P", () -> print.paper(now())),
                button("pdf", "patrol.pdf", "Ctrl Shift P", this::pdf));
    }

    List<KeyButton> buttons() {
        return buttons;
    }

    String title() {
        return shown.name();
    }

    List<Node> rows() {
        return words.report(now(), desk::pick);
    }

    /// As it stands; what has left the screens meanwhile stays as it was.
    private PatrolRound now() {
        shown = desk.stores().patrolRounds().find(shown.id()).orElse(shown);
        return shown;
    }

    /// Asks where to. The window goes on: what is asked belongs to none.
    private void pdf() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(hall.messages().get("patrol.pdf"));
        chooser.setInitialFileName(shown.name() + ".pdf");
        chooser.getExtensionFilters().setAll(List.of(new FileChooser.ExtensionFilter("PDF", "*.pdf")));
        File file = chooser.showSaveDialog(null);
        if (file != null) {
            Path to = file.toPath();
            print.pdf(now(), file.getName().contains(".") ? to : to.resolveSibling(file.getName() + ".pdf"));
        }
    }

    private KeyButton button(String part, String key, String cap, Runnable act) {
        return new KeyButton(hall.messages(), "patrol/" + part, hall.messages().get(key), cap, act).low();
    }
}
