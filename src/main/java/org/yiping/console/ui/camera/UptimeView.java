package org.yiping.console.ui.camera;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Notice;
import org.yiping.console.store.CameraUse.Tally;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.SheetFile;
import org.yiping.domain.camera.CameraId;

/// The day of all cameras, the worst first (当日可用率): how much of what is known they showed a moving picture. FX thread;
/// files are written by a worker.
final class UptimeView {
    private static final double POOR = 0.9;
    private static final double GOOD = 0.99;

    private final Hall hall;
    private final UptimeDay day;
    private final Words words;
    private final Consumer<CameraId> take;
    private final PanelHeader header;
    private final ObservableList<UptimeDay.Line> lines = FXCollections.observableArrayList();
    private final ListView<UptimeDay.Line> list = new ListView<>(lines);
    private final Map<UptimeDay.Order, Chip> chips = new EnumMap<>(UptimeDay.Order.class);
    private final Label says = Nodes.label("", "t-second");
    private final KeyButton before;
    private final KeyButton after;
    private final KeyButton export;
    private final PanelFrame root;
    private UptimeDay.Order order = UptimeDay.Order.SHARE;

    /// `take` is given a camera that is to be seen.
    UptimeView(Hall hall, UptimeDay day, Words words, Consumer<CameraId> take) {
        this.hall = hall;
        this.day = day;
        this.words = words;
        this.take = take;
        header = new PanelHeader(hall.messages(), text("uptime.title"));
        list.setId("uptime/list");
        list.setAccessibleText(text("uptime.title"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Nodes.label(text("uptime.none"), "t-second"));
        list.setPrefHeight(0);
        list.setMinHeight(0);
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                takeSelected();
            }
        });
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                takeSelected();
                e.consume();
            }
        });
        ToggleGroup group = new ToggleGroup();
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("chip-line");
        for (UptimeDay.Order each : UptimeDay.Order.values()) {
            Chip chip = new Chip("uptime/by-" + choice(each), title(each));
            chip.setToggleGroup(group);
            chip.setSelected(each == order);
            chip.setOnAction(_ -> sort(each));
            chips.put(each, chip);
            choices.getChildren().add(chip);
        }
        says.setWrapText(true);
        says.setMinHeight(Region.USE_PREF_SIZE);
        before = button("before", "uptime.before", () -> day.turn(-1));
        after = button("after", "uptime.after", () -> day.turn(1));
        export = button("export", "uptime.export", this::export);
        FlowPane buttons = new FlowPane(before, after, export);
        buttons.getStyleClass().add("patrol-buttons");
        root = new PanelFrame(header, new VBox(choices, Nodes.grow(list)));
        VBox foot = Nodes.column("directory-foot", says, buttons);
        foot.setMinHeight(Region.USE_PREF_SIZE); // a short list gives way first
        root.foot(foot);
        root.getStyleClass().add("patrol-side");
    }

    Region root() {
        return root;
    }

    private static String choice(UptimeDay.Order by) {
        return switch (by) {
            case SHARE -> "share";
            case FAULTS -> "faults";
            case NAME -> "name";
        };
    }

    private String title(UptimeDay.Order by) {
        return switch (by) {
            case SHARE -> text("uptime.by-share");
            case FAULTS -> text("uptime.by-faults");
            case NAME -> text("uptime.by-name");
        };
    }

    private void sort(UptimeDay.Order by) {
        order = by;
        chips.forEach((each, chip) -> chip.setSelected(each == by));
        fill();
    }

    void fill() {
        UptimeDay.Line chosen = list.getSelectionModel().getSelectedItem();
        List<UptimeDay.Line> next = day.lines(order);
        if (!next.equals(lines)) {
            lines.setAll(next);
            lines.stream()
                    .filter(l -> chosen != null && l.camera().equals(chosen.camera()))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
        header.meta(day.day().toString());
        header.count(lines.size());
        String until = day.until()
                .map(u -> text(day.isToday() ? "uptime.until" : "uptime.over", words.minute(u)))
                .orElse(text("uptime.asking"));
        says.setText(day.trouble().isEmpty() ? until : day.trouble());
        after.forbid(day.isToday() ? text("uptime.is-today") : "");
        before.forbid(day.isFirst() ? text("uptime.is-first") : "");
        export.forbid(lines.isEmpty() ? text("uptime.none") : "");
    }

    private void takeSelected() {
        UptimeDay.Line line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            take.accept(line.camera());
        }
    }

    /// Asks where to. The window goes on: what is asked belongs to none.
    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("uptime.export"));
        chooser.setInitialFileName("cameras-" + day.day() + ".csv");
        chooser.getExtensionFilters()
                .setAll(List.of(
                        new FileChooser.ExtensionFilter("CSV", "*.csv"),
                        new FileChooser.ExtensionFilter("XLSX", "*.xlsx")));
        File file = chooser.showSaveDialog(null);
        if (file != null) {
            write(file.toPath());
        }
    }

    /// As it is sorted now.
    void write(Path file) {
        List<List<String>> rows = rows();
        hall.background()
                .run(
                        () -> written(rows, file),
                        _ -> hall.notices()
                                .show(Notice.info(
                                        "uptime",
                                        hall.messages().get("uptime.exported", rows.size() - 1, file.toString()))),
                        _ -> hall.notices()
                                .show(Notice.warning(
                                        "uptime",
                                        text("uptime.not-exported"),
                                        hall.messages().get("cases.export-failed-means", file.toString()),
                                        "UI-4100")));
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                text("uptime.column-day"),
                text("uptime.column-code"),
                text("uptime.column-name"),
                text("uptime.column-share"),
                text("uptime.column-live"),
                text("uptime.column-frozen"),
                text("uptime.column-dark"),
                text("uptime.column-blurred"),
                text("uptime.column-lost"),
                text("uptime.column-faults")));
        for (UptimeDay.Line l : lines) {
            Tally t = l.tally();
            rows.add(List.of(
                    day.day().toString(),
                    l.camera().value(),
                    l.name(),
                    UptimeWords.percent(t.share()),
                    UptimeWords.minutes(t.live()),
                    UptimeWords.minutes(t.frozen()),
                    UptimeWords.minutes(t.dark()),
                    UptimeWords.minutes(t.blurred()),
                    UptimeWords.minutes(t.lost()),
                    Long.toString(t.faults())));
        }
        return rows;
    }

    private static boolean written(List<List<String>> rows, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (SheetFile sheet = SheetFile.open(part, SheetFile.kind(file))) {
                for (List<String> row : rows) {
                    sheet.row(row);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private KeyButton button(String part, String key, Runnable act) {
        return new KeyButton(hall.messages(), "uptime/" + part, text(key), "", act).low();
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }

    private final class Cell extends ListCell<UptimeDay.Line> {
        private final Label name = Nodes.cut("", "t-body");
        private final Label share = Nodes.keep("", "t-strong");
        private final Label detail = Nodes.cut("", "t-second");
        private final VBox box = Nodes.column("patrol-entry", Nodes.row("line", name, Nodes.spring(), share), detail);

        Cell() {
            setPrefWidth(0); // cut, never scrolled sideways
        }

        @Override
        protected void updateItem(UptimeDay.@Nullable Line line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            if (line == null || isEmpty) {
                setGraphic(null);
                return;
            }
            Tally t = line.tally();
            name.setText(line.name());
            share.setText(UptimeWords.percent(t.share()));
            share.getStyleClass().removeAll("t-red", "t-yellow");
            if (t.share() < GOOD) {
                share.getStyleClass().add(t.share() < POOR ? "t-red" : "t-yellow");
            }
            detail.setText(UptimeWords.detail(t, hall.messages()));
            setAccessibleText(String.join(" ", line.name(), share.getText(), detail.getText()));
            setGraphic(box);
        }
    }
}
