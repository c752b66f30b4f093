package org.yiping.console.ui.camera;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Printers;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.patrol.PatrolRound;

/// The report of one round on screen, with both ways onto paper (巡逻报告); the palette knows these also while no report
/// is open, for the round that began last. FX thread.
final class PatrolReport {
    private final Desk desk;
    private final Hall hall;
    private final PatrolRows words;
    private final PatrolPrint print;
    private final List<KeyButton> buttons;
    private @Nullable PatrolRound shown;

    PatrolReport(Desk desk, Hall hall, PatrolRows words) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
        print = new PatrolPrint(desk, hall, new Printers());
        buttons = List.of(
                button("print", "patrol.print", "Ctrl P", () -> round().ifPresent(print::paper)),
                button("pdf", "patrol.pdf", "Ctrl Shift P", () -> round().ifPresent(this::pdf)));
    }

    /// Of this round from now on; pictures that could not be had are asked for once more.
    void open(PatrolRound of) {
        shown = of;
        words.again();
    }

    void close() {
        shown = null;
    }

    List<KeyButton> buttons(KeyButton back) {
        List<KeyButton> all = new ArrayList<>(buttons);
        all.add(back);
        return all;
    }

    List<Action> actions() {
        return List.of(action(buttons.getFirst(), "patrol.print-of"), action(buttons.getLast(), "patrol.pdf-of"));
    }

    private Action action(KeyButton button, String key) {
        Optional<PatrolRound> of = round();
        String name = of.map(words::title).orElse("");
        return hall.action(button.getId(), "patrol.title", key, button::fire, name)
                .on(Key.parse(button.key()).orElse(null))
                .refused(of.isEmpty() ? hall.messages().get("patrol.no-rounds") : "");
    }

    String title() {
        return round().map(PatrolRound::name).orElse("");
    }

    List<Node> rows() {
        return round().map(r -> words.report(r, desk::pick)).orElse(List.of());
    }

    /// The one that is open, as it stands, else the last that was begun; what has left the screens
    /// meanwhile stays as it was.
    private Optional<PatrolRound> round() {
        PatrolRound open = shown;
        if (open != null) {
            shown = desk.stores().patrolRounds().find(open.id()).orElse(open);
            return Optional.of(shown);
        }
        return desk.stores()
                .patrolRounds()
                .rows()
                .values()
                .max(Comparator.comparing(PatrolRound::slot).thenComparing(r -> r.id().value()));
    }

    /// Asks where to. The window goes on: what is asked belongs to none.
    private void pdf(PatrolRound round) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(hall.messages().get("patrol.pdf"));
        chooser.setInitialFileName(round.name() + ".pdf");
        chooser.getExtensionFilters().setAll(List.of(new FileChooser.ExtensionFilter("PDF", "*.pdf")));
        File file = chooser.showSaveDialog(null);
        if (file != null) {
            Path to = file.toPath();
            print.pdf(round, file.getName().contains(".") ? to : to.resolveSibling(file.getName() + ".pdf"));
        }
    }

    private KeyButton button(String part, String key, String cap, Runnable act) {
        return new KeyButton(hall.messages(), "patrol/" + part, hall.messages().get(key), cap, act).low();
    }
}
