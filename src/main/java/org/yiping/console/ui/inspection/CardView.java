package org.yiping.console.ui.inspection;

// long because a card has marks, words, photos and problems, and one hand for all of them

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PendingNote;
import org.yiping.domain.casework.Case;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.InspectionCard.Mark;
import org.yiping.domain.inspection.InspectionCard.Sheet;
import org.yiping.domain.inspection.InspectionSet;

/// The card of one point (点位卡), for a hand that stays on the keyboard: digits mark a line and go to the next, X
/// says that it does not apply, arrows move, PgUp and PgDn go from point to point. FX thread.
final class CardView {
    private static final long MOST_BYTES = 10_000_000;
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final InspectionModel model;
    private final CardModel card;
    private final Hall hall;
    private final InspectionWords words;
    private final Label name = Nodes.cut("", "t-name");
    private final Label about = Nodes.cut("", "t-second");
    private final VBox lines = Nodes.column("inspection-lines");
    private final Label says = Nodes.whenSaid(Nodes.label("", "t-second"));
    private final Label problem = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final TextArea note = Nodes.drawnStraight(new TextArea());
    private final Label photos = Nodes.label("", "drop-target");
    private final PointPhotos pictures;
    private final ComboBox<ClassCode> classes = new ComboBox<>();
    private final TextField what = new TextField();
    private final Label missing = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final FlowPane cases = new FlowPane();
    private final KeyButton save;
    private final KeyButton done;
    private final KeyButton file;
    private final KeyButton drop;
    private final PendingNote pending;
    private final VBox root;
    private boolean filling;

    CardView(InspectionModel model, CardModel card, Hall hall, InspectionWords words) {
        this.model = model;
        this.card = card;
        this.hall = hall;
        this.words = words;
        lines.setId("inspection/card");
        lines.setFocusTraversable(true);
        lines.setAccessibleText(words.text("inspection.card"));
        lines.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        note.setId("inspection/note");
        note.setPromptText(words.text("inspection.note"));
        note.setAccessibleText(words.text("inspection.note"));
        note.setWrapText(true);
        note.setPrefRowCount(2);
        note.setPrefColumnCount(12);
        note.getStyleClass().add("inspection-note");
        note.textProperty().subscribe(t -> {
            if (!filling) {
                card.note(t == null ? "" : t);
            }
        });
        drops();
        pictures = new PointPhotos(card, hall);
        classes.setId("inspection/class");
        classes.setAccessibleText(words.text("inspection.class"));
        classes.setConverter(new Named());
        what.setId("inspection/what");
        what.setPromptText(words.text("inspection.what"));
        what.setAccessibleText(words.text("inspection.what"));
        save = button("save", "inspection.save", "Ctrl S", () -> card.save(false, this::told));
        done = button("done", "inspection.done", "Ctrl ↵", () -> card.save(true, this::told))
                .primary();
        file = button("file", "inspection.file", "Alt ↵", this::file);
        drop = button("drop", "inspection.drop", "", () -> {
            card.forget();
            refresh();
        });
        pending = new PendingNote(hall.messages());
        says.setWrapText(true);
        problem.setWrapText(true);
        missing.setWrapText(true);
        missing.setId("inspection/missing");
        cases.getStyleClass().add("inspection-cases");
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(new VBox(
                lines,
                Nodes.column("section", note, photos, pictures.root()),
                Nodes.column("section", Nodes.row("line", classes, Nodes.grow(what), file), missing, cases))));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("figure-scroll");
        root = Nodes.column(
                "inspection-sheet",
                Nodes.column("inspection-head", name, about),
                Nodes.grow(scroll),
                says,
                problem,
                pending,
                Nodes.row("line", done, save, drop));
    }

    private KeyButton button(String id, String key, String cap, Runnable act) {
        return new KeyButton(hall.messages(), "inspection/" + id, words.text(key), cap, act).low();
    }

    Region root() {
        return root;
    }

    void focus() {
        lines.requestFocus();
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        int digit = "0123456789".indexOf(e.getText().isEmpty() ? "?" : e.getText());
        boolean used = true;
        if (digit >= 0) {
            problem.setText(card.mark(digit) ? "" : words.text("inspection.too-many"));
        } else if (e.getCode() == KeyCode.X) {
            card.mark(null);
        } else if (e.getCode() == KeyCode.DOWN) {
            card.row(card.row() + 1);
        } else if (e.getCode() == KeyCode.UP) {
            card.row(card.row() - 1);
        } else if (e.getCode() == KeyCode.PAGE_DOWN) {
            model.go(model.place() + 1);
        } else if (e.getCode() == KeyCode.PAGE_UP) {
            model.go(model.place() - 1);
        } else {
            used = false;
        }
        if (used) {
            e.consume();
            refresh();
        }
    }

    void refresh() {
        filling = true;
        card.settle();
        Sheet sheet = card.sheet();
        boolean locked = card.locked();
        name.setText(model.point()
                .map(p -> (model.place() + 1) + " · " + (p.name().isBlank() ? p.ref() : p.name()))
                .orElse(words.text("inspection.no-point")));
        about.setText(model.open()
                .flatMap(o -> model.point()
                        .map(p -> words.kind(o.plan().set(), p.kind()) + " · "
                                + words.names().area(p.area()) + " · " + p.ref()))
                .orElse(""));
        lines.getChildren().setAll(rows(sheet));
        if (!sheet.note().equals(note.getText())) {
            note.setText(sheet.note());
        }
        note.setEditable(!locked);
        photos.setText(
                sheet.photos().isEmpty()
                        ? words.text("inspection.photos")
                        : words.text("inspection.photos-kept", sheet.photos().size()));
        pictures.show(sheet.photos());
        List<ClassCode> codes = card.checklist().stream()
                .flatMap(i -> Optional.ofNullable(i.classCode()).stream())
                .distinct()
                .toList();
        if (!classes.getItems().equals(codes)) {
            classes.getItems().setAll(codes);
        }
        List<InspectionSet.Item> list = card.checklist();
        ClassCode own = list.isEmpty() ? null : list.get(card.row()).classCode();
        if ((own != null && what.getText().isBlank()) || (classes.getValue() == null && !codes.isEmpty())) {
            classes.setValue(own == null ? codes.getFirst() : own);
        }
        cases.getChildren().setAll(cases(sheet));
        says(sheet, list);
        allow(done, locked ? locked() : card.marked() < list.size() ? words.text("inspection.not-all") : "");
        allow(save, locked ? locked() : card.halfFilled() ? "" : words.text("inspection.nothing-new"));
        String unfiled =
                card.unfiled().map(a -> words.text("inspection.no-action", a)).orElse("");
        missing.setText(unfiled);
        allow(file, locked ? locked() : codes.isEmpty() ? words.text("inspection.no-class") : unfiled);
        Nodes.show(drop, card.overtaken().isPresent());
        filling = false;
        tick();
    }

    private void says(Sheet sheet, List<InspectionSet.Item> list) {
        InspectionCard other = card.overtaken().orElse(null);
        String stands = sheet.done()
                ? words.text("inspection.is-done")
                : words.text("inspection.marked", card.marked(), list.size());
        String mine = card.halfFilled() && model.delivery().isEmpty() ? " · " + words.text("inspection.draft") : "";
        String simulated = sheet.simulated() ? " · " + words.text("inspection.simulated") : "";
        says.setText(
                other == null
                        ? stands + mine + simulated
                        : words.text(
                                "inspection.overtaken",
                                words.names().person(other.by().person())));
    }

    private String locked() {
        return words.text(
                model.delivery().isPresent()
                        ? "inspection.on-its-way"
                        : model.point().isEmpty() ? "inspection.no-point" : "inspection.other-post");
    }

    private static void allow(KeyButton button, String why) {
        if (why.isEmpty()) {
            button.allow();
        } else {
            button.forbid(why);
        }
    }

    private List<HBox> rows(Sheet sheet) {
        List<HBox> rows = new ArrayList<>();
        List<InspectionSet.Item> list = card.checklist();
        for (int i = 0; i < list.size(); i++) {
            InspectionSet.Item item = list.get(i);
            Mark mark = sheet.mark(item.code()).orElse(null);
            Integer points = mark == null ? null : mark.points();
            Label got = Nodes.keep(
                    mark == null ? "–" : points == null ? words.text("inspection.not-here") : points + "",
                    "inspection-points-got");
            got.pseudoClassStateChanged(MARKED, mark != null);
            Label most = Nodes.keep("/ " + item.most(), "t-second");
            String dimension = model.open()
                    .map(o -> words.dimension(o.plan().set(), item.dimension()))
                    .orElse("");
            HBox row = Nodes.row(
                    "inspection-line",
                    Nodes.keep(dimension, "t-second", "inspection-dimension"),
                    Nodes.cut(words.name(item.name(), item.nameEnglish()), "t-body"),
                    Nodes.spring(),
                    got,
                    most);
            row.pseudoClassStateChanged(HERE, i == card.row() && !card.locked());
            int at = i;
            row.setOnMouseClicked(_ -> {
                card.row(at);
                lines.requestFocus();
                refresh();
            });
            rows.add(row);
        }
        return rows;
    }

    private List<KeyButton> cases(Sheet sheet) {
        List<KeyButton> buttons = new ArrayList<>();
        for (InspectionCard.Problem each : sheet.problems()) {
            Case made = model.desk().stores().cases().find(each.caseId()).orElse(null);
            String state = made == null
                    ? words.text(card.locked() ? "inspection.on-its-way" : "inspection.case-unseen")
                    : words.names().number(each.caseId()) + " · "
                            + words.names().state(made.progress().state());
            KeyButton button = new KeyButton(
                            hall.messages(),
                            "inspection/case-" + buttons.size(),
                            state + " · " + each.text(),
                            "",
                            () -> model.desk().pick(each.caseId()))
                    .flat()
                    .low();
            buttons.add(button);
        }
        return buttons;
    }

    void tick() {
        Delivery on = model.delivery().orElse(null);
        Nodes.show(pending, on != null);
        if (on != null) {
            pending.show(words.text("inspection.sending"), Duration.between(on.queuedAt(), hall.now()));
        }
    }

    private void file() {
        ClassCode found = classes.getValue();
        String said = what.getText() == null ? "" : what.getText().strip();
        if (found == null || said.isEmpty()) {
            problem.setText(words.text("inspection.need-what"));
            what.requestFocus();
            return;
        }
        card.problem(found, said, this::told);
        what.clear();
    }

    private void told(String why) {
        problem.setText(why);
        refresh();
    }

    /// Photos are dropped from the desktop, or chosen by Space or a click; each is kept on disk at once.
    private void drops() {
        photos.setId("inspection/photos");
        photos.setFocusTraversable(true);
        photos.setMaxWidth(Double.MAX_VALUE);
        photos.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles() && !card.locked()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        photos.setOnDragDropped(e -> {
            e.setDropCompleted(e.getDragboard().hasFiles());
            e.getDragboard().getFiles().forEach(this::attach);
        });
        photos.setOnMouseClicked(_ -> choose());
        photos.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.SPACE) {
                e.consume();
                choose();
            }
        });
    }

    private void choose() {
        if (card.locked()) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text("inspection.photos"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(words.text("inspection.photos"), "*.jpg", "*.jpeg", "*.png"));
        List<File> chosen = chooser.showOpenMultipleDialog(null); // an owner would be frozen meanwhile
        if (chosen != null) {
            chosen.forEach(this::attach);
        }
    }

    private void attach(File chosen) {
        int at = model.place();
        hall.background()
                .run(
                        () -> {
                            if (chosen.length() > MOST_BYTES) {
                                throw new IOException("too large");
                            }
                            boolean png =
                                    chosen.getName().toLowerCase(Locale.ROOT).endsWith(".png");
                            return model.desk()
                                    .outbox()
                                    .attach(Files.readAllBytes(chosen.toPath()), png ? "image/png" : "image/jpeg")
                                    .get();
                        },
                        id -> {
                            if (at == model.place()) { // it belongs to the point it was dropped on
                                card.photo(id);
                            }
                            refresh();
                        },
                        _ -> problem.setText(words.text("inspection.photo-refused", chosen.getName())));
    }

    private final class Named extends javafx.util.StringConverter<ClassCode> {
        @Override
        public String toString(@Nullable ClassCode code) {
            return code == null
                    ? ""
                    : model.desk()
                            .city()
                            .flatMap(c -> c.rules().catalogue().find(code))
                            .map(words.names()::name)
                            .orElse(code.value());
        }

        @Override
        public @Nullable ClassCode fromString(String typed) {
            return null; // chosen, never typed
        }
    }
}
