package org.yiping.console.ui.wall.edit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallScene;

/// The scenes there are, where each is from and which were changed here, and the wall's rules below them. FX thread.
final class SceneList {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ScenesModel model;
    private final Hall hall;
    private final Words words;
    private final Runnable changed;
    private final PanelHeader header;
    private final VBox rows = Nodes.column("view-list");
    private final TextField name = new TextField();
    private final PanelFrame root;
    private @Nullable List<Object> shown;

    SceneList(ScenesModel model, Hall hall, Words words, Runnable changed) {
        this.model = model;
        this.hall = hall;
        this.words = words;
        this.changed = changed;
        header = new PanelHeader(hall.messages(), text("scene.scenes"));
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(rows));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        root = new PanelFrame(header, scroll);
        root.getStyleClass().add("scene-list");
        name.setId("scene/name");
        name.setPromptText(text("scene.new-name"));
        name.setAccessibleText(text("scene.new-name"));
        name.setMinWidth(0);
        KeyButton copy = new KeyButton(hall.messages(), "scene/copy", text("scene.copy"), "", this::copy).low();
        root.foot(Nodes.row("form-foot", Nodes.grow(name), copy));
    }

    Region root() {
        return root;
    }

    void refresh(Instant now) {
        List<SceneLine> lines = model.lines();
        List<Object> next = List.of(
                lines,
                model.open(),
                model.rulesChanged(),
                hall.messages().locale().get());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        header.count(lines.size());
        Fields.refill(rows, () -> fill(lines, now));
    }

    private void fill(List<SceneLine> lines, Instant now) {
        List<Region> all = new ArrayList<>();
        for (SceneLine line : lines) {
            all.add(row(line.id(), title(line), note(line, now), line.changed()));
        }
        all.add(Nodes.label(text("scene.wall"), "t-second", "view-group"));
        all.add(row(
                WallEdition.RULES,
                text("scene.rules"),
                hall.messages().get("scene.version-of", model.rules().version()),
                model.rulesChanged()));
        rows.getChildren().setAll(all);
    }

    private Region row(SceneId id, String title, String note, boolean unsaved) {
        HBox first = Nodes.row("line", Nodes.grow(Nodes.cut(title, "t-body")));
        if (unsaved) {
            first.getChildren().add(Nodes.keep("●", "t-accent"));
        }
        Button row = new Button();
        row.setId("scene/open-" + id.value());
        row.getStyleClass().addAll("view-row", "scene-row");
        row.setAccessibleText(unsaved ? hall.messages().get("scene.unsaved", title) : title);
        VBox face = Nodes.column("said", first, Nodes.cut(note, "t-second"));
        face.setMinWidth(0);
        row.setGraphic(face);
        face.prefWidthProperty().bind(row.widthProperty().subtract(24));
        row.setMaxWidth(Double.MAX_VALUE);
        row.pseudoClassStateChanged(SELECTED, id.equals(model.open()));
        row.setOnAction(_ -> {
            model.open(id);
            changed.run();
        });
        return row;
    }

    private String title(SceneLine line) {
        return line.scene().title().in(hall.messages().locale().get());
    }

    private String note(SceneLine line, Instant now) {
        WallEdition by = line.edition();
        String version = line.scene().version();
        return by == null
                ? switch (line.origin()) {
                    case SHIPPED -> hall.messages().get("scene.shipped", version);
                    case CITY, DESK -> hall.messages().get("scene.of-city", version);
                    case NEW -> text("scene.new");
                }
                : hall.messages()
                        .get("scene.saved-by", version, words.person(by.by().person()), words.moment(by.at(), now));
    }

    /// The open scene under the name that was typed.
    private void copy() {
        String typed = name.getText() == null ? "" : name.getText().strip();
        if (!model.rulesOpen() && model.copyAs(typed, new WallScene.Title(typed, typed))) {
            name.clear();
            name.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), false);
            changed.run();
        } else {
            name.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), true);
            name.requestFocus();
        }
    }

    /// Where another desk was first: what was made here is saved under a name of its own.
    void askName() {
        name.requestFocus();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
