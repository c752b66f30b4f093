package org.yiping.console.ui.camera;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.text.Term;

/// What a patrol found (巡逻发现): its class by a few typed letters, some words, and whether it becomes a case. FX thread.
final class PatrolFinding {
    private static final double ROW = 28;
    private static final int ROWS = 6;
    /// Of a hash, enough to compare by eye.
    private static final int SHOWN = 12;

    private final Desk desk;
    private final Hall hall;
    private final PatrolWalk walk;
    private final Consumer<Found> told;
    private final Words words;
    private final Label camera = Nodes.label("", "t-body", "t-strong");
    private final TextField find = new TextField();
    private final ObservableList<CaseClass> matches = FXCollections.observableArrayList();
    private final ListView<CaseClass> list = new ListView<>(matches);
    private final TextArea note = Nodes.drawnStraight(new TextArea());
    private final Label problem = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final CheckBox with = new CheckBox();
    private final Label shown = Nodes.label("", "t-second");
    private final KeyButton file;
    private final KeyButton keep;
    private final List<KeyButton> buttons;
    private final Region root;
    private @Nullable Exhibit picture;

    /// No class is needed where nothing is filed; no picture where none was live or none is wanted.
    record Found(
            @Nullable ClassCode classCode,
            String note,
            boolean files,
            @Nullable Exhibit picture) {}

    PatrolFinding(Desk desk, Hall hall, PatrolWalk walk, Consumer<Found> told, Runnable back) {
        this.desk = desk;
        this.hall = hall;
        this.walk = walk;
        this.told = told;
        words = new Words(desk.stores(), hall.messages());
        camera.setWrapText(true);
        find.setId("patrol/class");
        find.setPromptText(text("patrol.class-hint"));
        find.setAccessibleText(text("patrol.class"));
        find.textProperty().subscribe(_ -> match());
        find.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
                int at = list.getSelectionModel().getSelectedIndex() + (e.getCode() == KeyCode.DOWN ? 1 : -1);
                list.getSelectionModel().select(Math.clamp(at, 0, Math.max(0, matches.size() - 1)));
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER) {
                note.requestFocus();
                e.consume();
            }
        });
        list.setId("patrol/classes");
        list.setAccessibleText(text("patrol.class"));
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS + 2);
        list.setMinHeight(ROW * 2 + 2);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        note.setId("patrol/note");
        note.setPromptText(text("patrol.note-hint"));
        note.setAccessibleText(text("patrol.note"));
        note.setWrapText(true);
        note.setPrefRowCount(3);
        problem.setWrapText(true);
        file = button("file", "patrol.file", "Ctrl ↵", () -> tell(true)).primary();
        keep = button("keep", "patrol.keep", "Alt ↵", () -> tell(false));
        KeyButton cancel = button("cancel", "patrol.cancel", "Esc", back);
        with.setId("patrol/with-picture");
        with.setText(text("patrol.with-picture"));
        shown.setWrapText(true);
        buttons = List.of(file, keep, cancel);
        root = Nodes.column(
                "form",
                camera,
                Nodes.column("section", Nodes.label(text("patrol.class"), "field-label"), find, list),
                Nodes.column("section", Nodes.label(text("patrol.note"), "field-label"), note),
                Nodes.column("section", with, shown),
                problem);
        Nodes.onEscape(root, back);
    }

    Region root() {
        return root;
    }

    List<KeyButton> buttons() {
        return buttons;
    }

    void focus() {
        find.requestFocus();
    }

    void begin() {
        find.clear();
        note.clear();
        problem.setText("");
        picture = null;
        with.setSelected(true);
        with.setDisable(true);
        shown.setText(text("patrol.picture-coming"));
        List.of(file, keep).forEach(b -> b.pending(true));
        match();
        tell();
    }

    /// What was to be seen when it was begun; null where that was no live picture.
    void picture(@Nullable Exhibit made) {
        picture = made;
        with.setSelected(made != null);
        with.setDisable(made == null);
        shown.setText(
                made == null
                        ? text("patrol.picture-none")
                        : hall.messages()
                                .get(
                                        "patrol.picture-facts",
                                        Shutter.when(words.second(made.footage().from()), made.footage()),
                                        made.sha256().substring(0, SHOWN)));
        List.of(file, keep).forEach(b -> b.pending(false));
    }

    void tell() {
        camera.setText(walk.camera()
                .map(id -> desk.stores().cameras().find(id).map(Camera::name).orElse(id.value()))
                .orElse(""));
        if (walk.mayFile()) {
            file.allow();
        } else {
            file.forbid(text("patrol.who-files"));
        }
    }

    /// The classes that hold every typed word: in Chinese, in pinyin, by initials, by code.
    private void match() {
        List<Term> terms = Term.of(find.getText() == null ? "" : find.getText());
        matches.setAll(desk.city().map(CityFacts::rules).map(r -> r.catalogue().classes()).orElse(List.of()).stream()
                .filter(c -> {
                    String all = Term.plain(c.name() + " " + c.code().value() + " " + c.nameEnglish());
                    return terms.stream().allMatch(t -> t.isIn(all));
                })
                .toList());
        if (terms.isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().selectFirst();
        }
    }

    private void tell(boolean files) {
        CaseClass chosen = list.getSelectionModel().getSelectedItem();
        String said = note.getText() == null ? "" : note.getText().strip();
        if (files && chosen == null) {
            problem.setText(text("patrol.need-class"));
        } else if (chosen == null && said.isEmpty()) {
            problem.setText(text("patrol.need-words"));
        } else {
            told.accept(
                    new Found(chosen == null ? null : chosen.code(), said, files, with.isSelected() ? picture : null));
        }
    }

    private KeyButton button(String part, String key, String cap, Runnable act) {
        return new KeyButton(hall.messages(), "patrol/" + part, text(key), cap, act).low();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }

    private final class Cell extends ListCell<CaseClass> {
        Cell() {
            setPrefWidth(0); // cut, never scrolled sideways
        }

        @Override
        protected void updateItem(@Nullable CaseClass value, boolean isEmpty) {
            super.updateItem(value, isEmpty);
            setText(value == null || isEmpty ? null : words.name(value));
        }
    }
}
