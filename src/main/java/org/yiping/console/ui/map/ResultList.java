package org.yiping.console.ui.map;

// long because four kinds of things are found, ordered and shown as rows

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.CaseRow;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Position;

/// What lies in the circle or in the view: cases by deadline, cameras and people by distance (圈内结果). FX thread.
final class ResultList {
    private static final int MOST = 200;

    private final CityMap map;
    private final Messages messages;
    private final Consumer<Position> fly;
    private final PanelHeader header;
    private final Map<Kind, Chip> chips = new EnumMap<>(Kind.class);
    private final ListView<Found> list = new ListView<>();
    private final PanelFrame frame;
    private Kind kind = Kind.CASES;
    private Map<String, List<String>> found = Map.of();
    private @Nullable Position centre;
    private final Set<Cell> cells = new LinkedHashSet<>();
    private boolean filling;
    private boolean sorting;
    private int asked;

    private enum Kind {
        CASES,
        CAMERAS,
        UNITS,
        COMPONENTS
    }

    /// A row: what it is and where.
    private record Found(Kind kind, String id) {}

    ResultList(CityMap map, Consumer<Position> fly) {
        this.map = map;
        this.messages = map.hall().messages();
        this.fly = fly;
        header = new PanelHeader(messages, messages.get("map.results"));
        ToggleGroup group = new ToggleGroup();
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("chip-line");
        for (Kind k : Kind.values()) {
            Chip chip = new Chip("map/results-" + k.name().toLowerCase(Locale.ROOT), title(k));
            chip.setToggleGroup(group);
            chip.setSelected(k == kind);
            chip.setOnAction(_ -> {
                chip.setSelected(true);
                kind = k;
                sort(() -> {});
            });
            chips.put(k, chip);
            choices.getChildren().add(chip);
        }
        list.setId("map/results");
        list.setAccessibleText(messages.get("map.results"));
        list.getStyleClass().add("case-list");
        list.setCellFactory(_ -> {
            Cell cell = new Cell();
            cells.add(cell);
            return cell;
        });
        list.getSelectionModel().selectedItemProperty().subscribe(this::pick);
        VBox body = new VBox(choices, Nodes.grow(list));
        frame = new PanelFrame(header, body);
        frame.getStyleClass().add("results-column");
    }

    Region root() {
        return frame;
    }

    /// `done` follows when they stand in the list, or another list has been asked for.
    void show(Map<String, List<String>> next, Position around, double radiusMetres, Runnable done) {
        found = next;
        centre = around;
        header.title(messages.get(radiusMetres > 0 ? "map.results-circle" : "map.results"));
        header.meta(radiusMetres > 0 ? messages.get("map.radius", Math.round(radiusMetres)) : "");
        chips.forEach((k, chip) -> chip.count(ids(found, k).size()));
        if (sorting) {
            done.run();
        } else {
            sort(done);
        }
    }

    /// Countdowns and lights go on by the second, however seldom the rows are put in order.
    void tick() {
        cells.forEach(Cell::repaint);
    }

    /// A view may hold a whole city's cases: they are put in order elsewhere. The last asked is shown.
    private void sort(Runnable done) {
        sorting = true;
        asked++;
        int mine = asked;
        Kind of = kind;
        Map<String, List<String>> in = found;
        Position from = centre;
        map.hall()
                .background()
                .run(
                        () -> rows(of, ids(in, of), from),
                        rows -> {
                            sorted(mine, rows);
                            done.run();
                        },
                        _ -> {
                            sorting = false;
                            done.run();
                        });
    }

    private void sorted(int which, List<Found> rows) {
        if (which == asked) {
            sorting = false;
            fill(rows);
        }
    }

    private List<Found> rows(Kind of, List<String> ids, @Nullable Position from) {
        return switch (of) {
            case CASES -> cases(ids);
            case CAMERAS, UNITS -> byDistance(of, ids, from);
            case COMPONENTS ->
                ids.stream().limit(MOST).map(id -> new Found(of, id)).toList();
        };
    }

    private void fill(List<Found> rows) {
        if (!rows.equals(list.getItems())) {
            Found selected = list.getSelectionModel().getSelectedItem();
            filling = true;
            list.getItems().setAll(rows);
            if (selected != null && rows.contains(selected)) {
                list.getSelectionModel().select(selected);
            }
            filling = false;
        } else {
            cells.forEach(Cell::repaint);
        }
    }

    /// The soonest due. A view may hold a whole city's cases and this runs every second: only the first are sorted.
    private List<Found> cases(List<String> ids) {
        record Due(String id, Instant at) {}
        Comparator<Due> order = Comparator.comparing(Due::at).thenComparing(Due::id);
        PriorityQueue<Due> soonest = new PriorityQueue<>(order.reversed());
        var rows = map.desk().stores().cases().rows();
        for (String id : ids) {
            Case value = rows.get(new CaseId(id));
            if (value == null) {
                continue;
            }
            Due due = new Due(id, value.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX));
            if (soonest.size() < MOST) {
                soonest.add(due);
            } else if (order.compare(due, soonest.element()) < 0) {
                soonest.remove();
                soonest.add(due);
            }
        }
        return soonest.stream()
                .sorted(order)
                .map(d -> new Found(Kind.CASES, d.id))
                .toList();
    }

    private List<Found> byDistance(Kind of, List<String> ids, @Nullable Position from) {
        record Far(Found found, double metres) {}
        return ids.stream()
                .map(id -> new Found(of, id))
                .map(f -> new Far(f, metres(f, from)))
                .sorted(Comparator.comparingDouble(Far::metres))
                .limit(MOST)
                .map(Far::found)
                .toList();
    }

    private static List<String> ids(Map<String, List<String>> in, Kind k) {
        return in.getOrDefault(
                switch (k) {
                    case CASES -> CityMap.CASES;
                    case CAMERAS -> CityMap.CAMERAS;
                    case UNITS -> CityMap.UNITS;
                    case COMPONENTS -> CityMap.COMPONENTS;
                },
                List.of());
    }

    private double metres(Found f, @Nullable Position from) {
        Position at = where(f);
        return at == null || from == null ? Double.MAX_VALUE : from.distanceMetres(at);
    }

    private @Nullable Position where(Found f) {
        return switch (f.kind) {
            case CASES ->
                map.desk()
                        .stores()
                        .cases()
                        .find(new CaseId(f.id))
                        .map(c -> c.place().position())
                        .orElse(null);
            case CAMERAS ->
                map.desk()
                        .stores()
                        .cameras()
                        .find(new CameraId(f.id))
                        .map(Camera::position)
                        .orElse(null);
            case UNITS ->
                map.desk().stores().units().find(f.id).map(u -> u.position()).orElse(null);
            case COMPONENTS -> null;
        };
    }

    private void pick(@Nullable Found f) {
        if (f == null || filling) {
            return;
        }
        map.desk()
                .selection()
                .pick(
                        switch (f.kind) {
                            case CASES -> new Selection.Picked.OfCase(new CaseId(f.id));
                            case CAMERAS -> new Selection.Picked.OfCamera(new CameraId(f.id));
                            case UNITS -> new Selection.Picked.OfUnit(f.id);
                            case COMPONENTS ->
                                new Selection.Picked.OfComponent(new org.yiping.domain.component.ComponentId(f.id));
                        });
        Position at = where(f);
        if (at != null) {
            fly.accept(at);
        }
    }

    private String title(Kind k) {
        return switch (k) {
            case CASES -> messages.get("map.group-cases");
            case CAMERAS -> messages.get("map.cameras-short");
            case UNITS -> messages.get("map.units-short");
            case COMPONENTS -> messages.get("map.group-components");
        };
    }

    private final class Cell extends ListCell<Found> {
        private final CaseRow caseRow = new CaseRow(messages);
        private final FontIcon icon = Icons.of(Icons.CAMERA, Icons.Size.CONTROL);
        private final Label name = Nodes.cut("", "t-body");
        private final Label second = Nodes.cut("", "t-second");
        private final Label distance = Nodes.keep("", "t-strong");
        private final HBox other;

        Cell() {
            VBox lines = new VBox(name, second);
            lines.setMinWidth(0);
            other = Nodes.row("two-line-row", icon, Nodes.grow(lines), distance);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Found item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            repaint();
        }

        void repaint() {
            Found item = getItem();
            if (item == null || isEmpty()) {
                setGraphic(null);
                return;
            }
            switch (item.kind) {
                case CASES -> {
                    Case value = map.desk().stores().cases().rows().get(new CaseId(item.id));
                    if (value != null) {
                        caseRow.show(
                                CaseFace.of(
                                        value,
                                        map.desk(),
                                        map.words(),
                                        map.hall().now()),
                                map.hall().now());
                    }
                    graphic(value == null ? null : caseRow);
                }
                case CAMERAS -> {
                    Camera c = map.desk().stores().cameras().rows().get(new CameraId(item.id));
                    if (c != null) {
                        boolean online = c.state().online();
                        other(
                                online ? Icons.CAMERA : Icons.CAMERA_OFF,
                                c.name(),
                                messages.get(online ? "map.online" : "map.offline"),
                                item);
                    }
                }
                case UNITS ->
                    map.desk()
                            .stores()
                            .units()
                            .find(item.id)
                            .ifPresent(u -> other(
                                    u.kind().equals("vehicle") ? Icons.LOCATE : Icons.PERSON,
                                    u.name(),
                                    map.words().unit(u.kind()) + " · "
                                            + map.words()
                                                    .moment(u.at(), map.hall().now()),
                                    item));
                case COMPONENTS -> other(Icons.SELECT_BOX, item.id, messages.get("map.group-components"), item);
            }
        }

        private void graphic(@Nullable Node next) {
            if (!Objects.equals(getGraphic(), next)) {
                setGraphic(next);
            }
        }

        private void other(String sign, String words, String line, Found item) {
            Icons.change(icon, sign);
            name.setText(words);
            second.setText(line);
            double metres = metres(item, centre);
            distance.setText(metres == Double.MAX_VALUE ? "" : map.words().metres(metres));
            graphic(other);
        }
    }
}
