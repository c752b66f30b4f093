package org.yiping.console.ui.map;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.map.Found.Kind;
import org.yiping.console.ui.map.Found.Row;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.SensorId;

/// What lies in the enclosure or in the view: counts of each kind, and the first of them in order (圈内结果). FX thread;
/// a view may hold a whole city, so counting and ordering are done elsewhere.
final class ResultList {
    private static final int MOST_LISTED = 25_000;

    private final CityMap map;
    private final Messages messages;
    private final Consumer<Position> fly;
    private final PanelHeader header;
    private final Map<Kind, Chip> chips = new EnumMap<>(Kind.class);
    private final Chip all;
    private final ListView<Row> list = new ListView<>();
    private final PanelFrame frame;
    private final Set<ClassCode> unfolded = new HashSet<>();
    private final Set<ResultRow> cells = new LinkedHashSet<>();
    private @Nullable Kind kind = Kind.CASES;
    private Found found = Found.NOTHING;
    private @Nullable Position centre;
    private boolean enclosed;
    private boolean filling;
    private boolean sorting;
    private boolean again;
    private int asked;
    private int window = FoundOrder.MOST;

    ResultList(CityMap map, Consumer<Position> fly) {
        this.map = map;
        this.messages = map.hall().messages();
        this.fly = fly;
        header = new PanelHeader(messages, messages.get("map.results"));
        header.action(new IconButton("map/results-copy", "mdi2c-content-copy", messages.get("map.copy"), this::copy));
        ToggleGroup group = new ToggleGroup();
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("chip-line");
        all = chip("all", "map.results-all", null, group);
        choices.getChildren().add(all);
        for (Kind k : Kind.values()) {
            Chip chip = chip(k.name().toLowerCase(Locale.ROOT), ResultRow.title(k), k, group);
            chips.put(k, chip);
            choices.getChildren().add(chip);
        }
        list.setId("map/results");
        list.setAccessibleText(messages.get("map.results"));
        list.getStyleClass().addAll("case-list", "result-list");
        list.setCellFactory(_ -> {
            ResultRow cell = new ResultRow(map, () -> Optional.ofNullable(centre));
            cells.add(cell);
            return cell;
        });
        list.getSelectionModel().selectedItemProperty().subscribe(this::pick);
        VBox body = new VBox(choices, Nodes.grow(list));
        frame = new PanelFrame(header, body);
        frame.getStyleClass().add("results-column");
    }

    private Chip chip(String part, String words, @Nullable Kind shows, ToggleGroup group) {
        Chip chip = new Chip("map/results-" + part, messages.get(words));
        chip.setToggleGroup(group);
        chip.setSelected(shows == kind);
        chip.setOnAction(_ -> turn(shows));
        return chip;
    }

    Region root() {
        return frame;
    }

    /// All kinds under each other, or one.
    private void turn(@Nullable Kind to) {
        choose(to);
        sort(() -> {});
    }

    private void choose(@Nullable Kind to) {
        kind = to;
        window = FoundOrder.MOST;
        (to == null ? all : chip(to)).setSelected(true);
    }

    /// Of a kind among others, that kind alone; of one that is alone, five times as many.
    private void more(Kind of) {
        list.getSelectionModel().clearSelection();
        if (of == kind || of == Kind.COMPONENTS) {
            window = Math.min(window * 5, MOST_LISTED);
            sort(() -> {});
        } else {
            turn(of);
        }
    }

    private Chip chip(Kind of) {
        return java.util.Objects.requireNonNull(chips.get(of));
    }

    /// `title` and `meta` name the enclosure; without them it is the view. `done` follows when they stand in the list,
    /// or another list has been asked for.
    void show(Found next, @Nullable Position around, String title, String meta, Runnable done) {
        found = next;
        centre = around;
        boolean first = !title.isEmpty() && !enclosed;
        boolean last = title.isEmpty() && enclosed;
        enclosed = !title.isEmpty();
        header.title(enclosed ? title : messages.get("map.results"));
        header.meta(meta);
        chips.forEach((k, chip) -> chip.count(next.count(k)));
        all.count(next.count());
        if (first) {
            choose(null);
        } else if (last) {
            choose(Kind.CASES);
        }
        if (sorting) {
            again = true;
            done.run();
        } else {
            sort(done);
        }
    }

    /// Countdowns and lights go on by the second, however seldom the rows are put in order.
    void tick() {
        cells.forEach(ResultRow::repaint);
    }

    /// The last asked is shown.
    private void sort(Runnable done) {
        sorting = true;
        asked++;
        int mine = asked;
        Kind of = kind;
        Found in = found;
        Position from = centre;
        Set<ClassCode> open = Set.copyOf(unfolded);
        int most = window;
        map.hall()
                .background()
                .run(
                        () -> order(of, in, from, open, most),
                        rows -> {
                            sorted(mine, rows);
                            done.run();
                        },
                        _ -> {
                            ended();
                            done.run();
                        });
    }

    private List<Row> order(@Nullable Kind of, Found in, @Nullable Position from, Set<ClassCode> open, int most) {
        ComponentTable table = of == null || of == Kind.COMPONENTS ? map.components() : null;
        FoundOrder order = new FoundOrder(map.desk().stores(), table, from, open, most);
        return of == null ? order.all(in) : order.of(in, of);
    }

    private void sorted(int which, List<Row> rows) {
        if (which == asked) {
            fill(rows);
            ended();
        }
    }

    /// What was found meanwhile is put in order now.
    private void ended() {
        sorting = false;
        if (again) {
            again = false;
            sort(() -> {});
        }
    }

    private void fill(List<Row> rows) {
        if (!rows.equals(list.getItems())) {
            Row selected = list.getSelectionModel().getSelectedItem();
            filling = true;
            list.getItems().setAll(rows);
            list.getSelectionModel().clearSelection();
            if (selected != null && rows.contains(selected)) {
                list.getSelectionModel().select(selected);
            }
            filling = false;
        } else {
            cells.forEach(ResultRow::repaint);
        }
    }

    private void pick(@Nullable Row row) {
        if (row == null || filling) {
            return;
        }
        switch (row) {
            case Row.Head(Kind of, int _) -> map.hall().fx().execute(() -> turn(of));
            case Row.More(Kind of, int _) -> map.hall().fx().execute(() -> more(of));
            case Row.ClassHead(ClassCode code, int _, boolean open) -> {
                if (open) {
                    unfolded.remove(code);
                } else {
                    unfolded.add(code);
                }
                map.hall().fx().execute(() -> {
                    list.getSelectionModel().clearSelection();
                    sort(() -> {});
                });
            }
            case Row.Thing(Kind of, String id) -> {
                map.desk().selection().pick(picked(of, id));
                Position at = map.component(id)
                        .filter(_ -> of == Kind.COMPONENTS)
                        .map(c -> c.position())
                        .orElseGet(() -> FoundOrder.where(of, id, map.desk().stores(), null));
                if (at != null) {
                    fly.accept(at);
                }
            }
        }
    }

    private static Selection.Picked picked(Kind of, String id) {
        return switch (of) {
            case CASES -> new Selection.Picked.OfCase(new CaseId(id));
            case CAMERAS -> new Selection.Picked.OfCamera(new CameraId(id));
            case SENSORS -> new Selection.Picked.OfSensor(new SensorId(id));
            case STAFF, VEHICLES -> new Selection.Picked.OfUnit(id);
            case COMPONENTS -> new Selection.Picked.OfComponent(new ComponentId(id));
        };
    }

    /// What is listed goes to the clipboard as a table; made beside, for it may be long.
    void copy() {
        Kind of = kind;
        Found in = found;
        Position from = centre;
        map.hall()
                .background()
                .run(
                        () -> new FoundTable(map, from).text(in, of),
                        table -> FoundTable.toClipboard(table, map.hall()),
                        _ -> {});
    }
}
