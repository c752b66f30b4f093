package org.yiping.console.ui.sensor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Polled;
import org.yiping.console.ui.SensorFace;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.FaceCell;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorState;
import org.yiping.domain.sensor.SensorTrend;

/// What sensors say (感知): by kind, those that call first, each with value, unit, time and the day behind it;
/// the chosen one on the map. FX thread.
///
/// The day behind is asked for of those that are listed first; what is listed further down has its value
/// alone.
public final class SensorPanel implements Panel {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final int MOST_TRENDS = 100;

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final SensorFace face;
    private final PanelHeader header;
    private final FlowPane kinds = new FlowPane();
    private final ListView<Sensor> list = new ListView<>();
    private final ObservableList<Sensor> items = FXCollections.observableArrayList();
    private final StackPane body = new StackPane();
    private final Panel inset;
    private final VBox root;
    private final Runnable painted;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Polled<List<SensorTrend>> polled;
    private Map<SensorId, SensorTrend> trends = Map.of();
    private List<SensorId> asked = List.of();
    private String kind = "";
    private boolean filling;

    /// `catalogue` has the map that shows the chosen one.
    public SensorPanel(Desk desk, Hall hall, PanelCatalogue catalogue) {
        this.desk = desk;
        this.hall = hall;
        messages = hall.messages();
        face = new SensorFace(desk, messages);
        polled = new Polled<>(hall, EVERY, this::told);
        inset = catalogue.open("map-inset");
        header = new PanelHeader(messages, messages.get("sensors.title"));
        header.meta(messages.get("sensors.meta"));
        kinds.getStyleClass().add("chip-flow");
        list.setId("sensors/list");
        list.setAccessibleText(messages.get("sensors.title"));
        list.getStyleClass().add("sensor-list");
        list.setItems(items);
        painted = FaceCell.fill(list, Row::new);
        list.getSelectionModel().selectedItemProperty().subscribe(s -> {
            if (!filling && s != null) {
                desk.selection().pick(new Selection.Picked.OfSensor(s.id()));
            }
        });
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinSize(0, 0);
        PanelFrame frame = new PanelFrame(header, Nodes.column("staff-sheet", kinds, body));
        frame.setMinSize(0, 0);
        Region map = inset.root();
        map.getStyleClass().add("sensor-map");
        root = Nodes.column("page-column", Nodes.grow(Nodes.row("page-row", Nodes.grow(frame), Nodes.grow(map))));
        root.getStyleClass().add("page");
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        inset.onShow();
        subscriptions.listen(hall.ticker().now(), this::tick);
    }

    @Override
    public void onHide() {
        subscriptions.close();
        inset.onHide();
    }

    @Override
    public List<Action> actions() {
        return List.of(hall.action("sensors/again", "shell.sensors", "sensors.again", () -> {
                    polled.again();
                    tick(hall.now());
                })
                .on(Key.of(KeyCode.F5)));
    }

    private void tick(Instant now) {
        List<Sensor> all = desk.stores().sensors().rows().values().collect(Collectors.toCollection(ArrayList::new));
        chips(all);
        List<Sensor> shown = all.stream()
                .filter(s -> s.kind().equals(kind))
                .sorted(Comparator.comparing((Sensor s) -> face.state(s, now))
                        .reversed()
                        .thenComparing(Sensor::name))
                .toList();
        fill(shown);
        header.count(shown.size());
        Nodes.age(header.age(), desk.stores().readings().freshness(), face.promise(), now);
        asked = shown.stream().limit(MOST_TRENDS).map(Sensor::id).toList();
        polled.look(this::ask);
        painted.run();
    }

    private @Nullable CompletableFuture<Found<List<SensorTrend>>> ask() {
        return asked.isEmpty()
                ? null
                : desk.lookup().staff().map(s -> s.trends(asked)).orElse(null);
    }

    private void told() {
        List<SensorTrend> known = polled.value();
        if (known != null) {
            Map<SensorId, SensorTrend> next = new HashMap<>();
            known.forEach(t -> next.put(t.sensor(), t));
            trends = Map.copyOf(next);
        }
        header.error(polled.lost() && !asked.isEmpty() ? messages.get("sensors.no-trend") : polled.refusal());
        painted.run();
    }

    private void fill(List<Sensor> shown) {
        if (shown.isEmpty()) {
            body.getChildren().setAll(EmptyState.empty(messages.get("sensors.none")));
        } else if (!body.getChildren().equals(List.of(list))) {
            body.getChildren().setAll(list);
        }
        if (!items.equals(shown) && !list.isPressed()) {
            filling = true;
            Sensor chosen = list.getSelectionModel().getSelectedItem();
            items.setAll(shown);
            if (chosen != null) {
                shown.stream()
                        .filter(s -> s.id().equals(chosen.id()))
                        .findFirst()
                        .ifPresent(list.getSelectionModel()::select);
            }
            filling = false;
        }
    }

    /// One a kind with how many there are; air first where there is any.
    private void chips(List<Sensor> all) {
        Map<String, Long> counts = all.stream().collect(Collectors.groupingBy(Sensor::kind, Collectors.counting()));
        List<String> known = counts.keySet().stream().sorted().toList();
        if (!known.contains(kind)) {
            kind = known.isEmpty() ? "" : known.getFirst();
        }
        List<String> ids = known.stream().map(k -> "sensors/kind-" + k).toList();
        if (!kinds.getChildren().stream().map(Node::getId).toList().equals(ids)) {
            kinds.getChildren().clear();
            for (String each : known) {
                Sensor one = all.stream()
                        .filter(s -> s.kind().equals(each))
                        .findFirst()
                        .orElseThrow();
                Chip chip = new Chip("sensors/kind-" + each, face.kind(one));
                chip.setOnAction(_ -> {
                    kind = each;
                    polled.again();
                    tick(hall.now());
                });
                kinds.getChildren().add(chip);
            }
        }
        for (int i = 0; i < known.size(); i++) {
            if (kinds.getChildren().get(i) instanceof Chip chip) {
                chip.count(counts.getOrDefault(known.get(i), 0L));
                chip.setSelected(known.get(i).equals(kind));
                chip.pseudoClassStateChanged(SELECTED, known.get(i).equals(kind));
            }
        }
    }

    private final class Row implements FaceCell.Face<Sensor> {
        private final SensorRow row = new SensorRow(desk, messages, face);

        @Override
        public Region root() {
            return row;
        }

        @Override
        public String show(Sensor item) {
            row.show(item, trends.get(item.id()), hall.now());
            return row.getAccessibleText();
        }
    }

    /// Whether a state calls for somebody is worded, not only coloured.
    static String style(SensorState state) {
        return switch (state) {
            case ALARM -> "t-red";
            case WARNING -> "t-yellow";
            case NORMAL -> "t-body";
            case FAULT, STALE, UNKNOWN -> "t-stale";
        };
    }
}
