package org.yiping.console.ui.wall.edit;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.wall.WallEdition;

/// Says that another desk has saved what is open while it was changed here, and what can be done about it: look at
/// theirs, take theirs, keep what was made here, or save it under another name. FX thread.
final class ConflictBar {
    private final ScenesModel model;
    private final Hall hall;
    private final Words words;
    private final Label said = Nodes.cut("", "t-yellow", "t-strong");
    private final KeyButton compare;
    private final HBox root;

    /// What the bar's buttons do.
    interface Choices {
        void compare();

        void takeTheirs();

        void keepMine();

        void saveAs();
    }

    ConflictBar(ScenesModel model, Hall hall, Words words, Choices choices) {
        this.model = model;
        this.hall = hall;
        this.words = words;
        compare = button("scene/compare", "scene.compare", choices::compare);
        root = Nodes.row(
                "scene-conflict",
                Nodes.grow(said),
                compare,
                button("scene/take-theirs", "scene.take-theirs", choices::takeTheirs),
                button("scene/keep-mine", "scene.keep-mine", choices::keepMine),
                button("scene/save-as", "scene.save-as", choices::saveAs));
        said.setMaxWidth(Double.MAX_VALUE);
    }

    Region root() {
        return root;
    }

    void refresh(Instant now, boolean comparing) {
        boolean both = model.conflict();
        Nodes.show(root, both);
        if (!both) {
            return;
        }
        WallEdition theirs = model.edition(model.open()).orElse(null);
        said.setText(
                theirs == null
                        ? text("scene.conflict-file")
                        : hall.messages()
                                .get(
                                        "scene.conflict",
                                        words.person(theirs.by().person()),
                                        words.moment(theirs.at(), now),
                                        theirs.version()));
        compare.words(text(comparing ? "scene.compare-mine" : "scene.compare"));
        Nodes.show(compare, !model.rulesOpen());
    }

    private KeyButton button(String id, String key, Runnable act) {
        return new KeyButton(hall.messages(), id, text(key), "", act).low();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
