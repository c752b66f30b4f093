package org.yiping.console.ui.map;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.fx.Pace;
import org.yiping.console.map.MajorClass;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.DataAge;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.control.MarkShape;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.Layer;

/// The layers with their counts and ages, and the legend: shape is kind, fill is light (图层). FX thread.
final class LayerList {
    private final CityMap map;
    private final Messages messages;
    private final VBox rows = new VBox();
    private final PanelFrame frame;
    private final Map<String, Label> counts = new HashMap<>();
    private final Map<MajorClass, Label> classCounts = new EnumMap<>(MajorClass.class);
    private final DataAge caseAge;
    private final DataAge unitAge;
    private final Set<String> hiddenKinds = new HashSet<>(Set.of("closed"));
    private final Set<String> hidden = new HashSet<>();
    /// In what the sources of the ground were measured: the platform hands all of it on in WGS 84.
    private final Label datum = Nodes.cut("", "t-second");
    private long countedRevision = -1;
    private final Pace looks;

    LayerList(CityMap map) {
        this.map = map;
        this.messages = map.hall().messages();
        looks = new Pace(map.hall().own());
        caseAge = new DataAge(messages);
        unitAge = new DataAge(messages);
        fill();
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(rows));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        frame = new PanelFrame(new PanelHeader(messages, messages.get("map.layers")), scroll);
        frame.foot(legend());
        frame.getStyleClass().add("layers-column");
    }

    Region root() {
        return frame;
    }

    /// Live layers this window leaves out.
    Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    void tick(Instant now) {
        Freshness cases = map.desk().stores().cases().freshness();
        caseAge.show(cases.age(now), Duration.ofSeconds(10), !cases.live());
        Freshness units = map.desk().stores().units().freshness();
        unitAge.show(units.age(now), Duration.ofSeconds(60), !units.live());
        datum.setText(map.desk().city().stream()
                .flatMap(c -> c.layers().stream())
                .map(Layer::datum)
                .filter(d -> !d.isBlank())
                .distinct()
                .collect(Collectors.joining(" · ")));
        count(now);
    }

    private void fill() {
        group("map.group-cases", caseAge);
        kind("event", "map.kind-event", MarkShape.CIRCLE, MarkLight.CALM);
        kind("component", "map.kind-component", MarkShape.SQUARE, MarkLight.CALM);
        kind("service", "map.kind-service", MarkShape.DIAMOND, MarkLight.CALM);
        kind("paused", "map.kind-paused", MarkShape.CIRCLE, MarkLight.HELD);
        kind("closed", "map.kind-closed", MarkShape.CIRCLE, MarkLight.DONE);
        group("map.group-components", null);
        major(MajorClass.UTILITY, "map.major-utility", "□");
        major(MajorClass.ROAD, "map.major-road", "●");
        major(MajorClass.APPEARANCE, "map.major-appearance", "△");
        major(MajorClass.GREENERY, "map.major-greenery", "+");
        major(MajorClass.OTHER, "map.major-other", "×");
        group("map.group-live", unitAge);
        row(
                CityMap.CAMERAS,
                messages.get("map.cameras"),
                Icons.of(Icons.CAMERA, Icons.Size.ROW),
                true,
                on -> live(CityMap.CAMERAS, on));
        row(
                CityMap.SENSORS,
                messages.get("map.sensors"),
                Icons.of(Icons.SENSOR, Icons.Size.ROW),
                true,
                on -> live(CityMap.SENSORS, on));
        row(
                CityMap.UNITS,
                messages.get("map.units"),
                Icons.of(Icons.PERSON, Icons.Size.ROW),
                true,
                on -> live(CityMap.UNITS, on));
        group("map.group-ground", null).getChildren().add(datum);
        ground("roads", "map.ground-roads");
        ground("blocks", "map.ground-blocks");
        ground("buildings", "map.ground-buildings");
        ground("green", "map.ground-green");
        ground("cell", "map.ground-cell");
        ground("street", "map.ground-street");
        ground("district", "map.ground-district");
    }

    private HBox group(String key, @org.jspecify.annotations.Nullable DataAge age) {
        HBox head = Nodes.row("group-head", Nodes.keep(messages.get(key), "t-strong"), Nodes.spring());
        if (age != null) {
            head.getChildren().add(age);
        }
        rows.getChildren().add(head);
        return head;
    }

    private void kind(String kind, String key, MarkShape shape, MarkLight light) {
        CaseMark mark = new CaseMark(messages, 14);
        mark.show(shape, light);
        row(kind, messages.get(key), mark, !hiddenKinds.contains(kind), on -> {
            if (on ? hiddenKinds.remove(kind) : hiddenKinds.add(kind)) {
                map.hideKinds(hiddenKinds);
            }
        });
    }

    private void major(MajorClass major, String key, String sign) {
        Label count = row(
                "major-" + major.name().toLowerCase(Locale.ROOT),
                messages.get(key),
                Nodes.keep(sign, "t-body", "layer-sign"),
                true,
                on -> map.showClass(major, on));
        classCounts.put(major, count);
    }

    private void ground(String layer, String key) {
        row(layer, messages.get(key), new Region(), true, on -> map.showLayer(layer, on));
    }

    private void live(String layer, boolean on) {
        if (on) {
            hidden.remove(layer);
        } else {
            hidden.add(layer);
        }
        map.hideKinds(hiddenKinds);
    }

    private Label row(String id, String words, Node sign, boolean on, Consumer<Boolean> changed) {
        CheckBox box = new CheckBox();
        box.setId("map/layer-" + id);
        box.setSelected(on);
        box.setAccessibleText(words);
        box.selectedProperty().addListener((_, _, now) -> changed.accept(now));
        Label count = Nodes.keep("", "t-second");
        Label name = Nodes.cut(words, "t-body");
        name.setLabelFor(box);
        name.setOnMouseClicked(_ -> box.fire());
        HBox row = Nodes.row("layer-row", box, sign, name, Nodes.spring(), count);
        rows.getChildren().add(row);
        counts.put(id, count);
        return count;
    }

    /// Counts what the store has; components only when their layer is new. The cases are looked through elsewhere, at
    /// their pace.
    private void count(Instant now) {
        var workflow = map.desk().city().map(c -> c.rules().workflow()).orElse(null);
        if (workflow == null || !looks.begins()) {
            return;
        }
        map.hall()
                .background()
                .run(
                        () -> new Counts(byKind(workflow, now), map.sensors().alarms(now)),
                        counts -> {
                            looks.ended();
                            show(counts.byKind());
                            sensors(counts.alarms());
                        },
                        _ -> looks.ended());
    }

    private record Counts(Map<String, Integer> byKind, int alarms) {}

    /// Those in alarm and all; without a live word nobody knows how many there are.
    private void sensors(int alarms) {
        int all = map.desk().stores().sensors().rows().size();
        boolean known = map.desk().stores().readings().freshness().live();
        set(
                CityMap.SENSORS,
                known && alarms > 0
                        ? messages.get("map.sensors-alarms", alarms, Numbers.whole(all))
                        : Numbers.whole(all));
    }

    private Map<String, Integer> byKind(Workflow workflow, Instant now) {
        Map<String, Integer> byKind = new HashMap<>();
        for (Case c : (Iterable<Case>) map.desk().stores().cases().rows().values()::iterator) {
            Light light = c.light(now, workflow);
            String kind = switch (light) {
                case CLOSED, VOID -> "closed";
                case PAUSED -> "paused";
                case GREEN, YELLOW, RED, NONE -> c.subject().kind().value();
            };
            byKind.merge(kind, 1, Integer::sum);
        }
        return byKind;
    }

    private void show(Map<String, Integer> byKind) {
        for (String kind : List.of("event", "component", "service", "paused", "closed")) {
            set(kind, Numbers.whole(byKind.getOrDefault(kind, 0)));
        }
        List<Camera> cameras =
                new ArrayList<>(map.desk().stores().cameras().rows().values().toList());
        long online = cameras.stream().filter(c -> c.state().online()).count();
        set(CityMap.CAMERAS, online + " / " + cameras.size());
        set(CityMap.UNITS, Numbers.whole(map.desk().stores().units().rows().size()));
        map.desk().stores().components().known().ifPresent(this::components);
    }

    private void components(ComponentTable table) {
        if (table.revision() == countedRevision) {
            return;
        }
        countedRevision = table.revision();
        Map<MajorClass, Integer> byMajor = new EnumMap<>(MajorClass.class);
        table.parts().forEach(part -> byMajor.merge(MajorClass.of(part), part.size(), Integer::sum));
        classCounts.forEach((major, label) -> label.setText(Numbers.whole(byMajor.getOrDefault(major, 0))));
    }

    private void set(String id, String words) {
        Label label = counts.get(id);
        if (label != null && !words.equals(label.getText())) {
            label.setText(words);
        }
    }

    private VBox legend() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("legend-grid");
        legend(grid, 0, 0, MarkShape.CIRCLE, MarkLight.CALM, "map.kind-event");
        legend(grid, 0, 1, MarkShape.SQUARE, MarkLight.CALM, "map.kind-component");
        legend(grid, 0, 2, MarkShape.DIAMOND, MarkLight.CALM, "map.kind-service");
        legend(grid, 1, 0, MarkShape.CIRCLE, MarkLight.CALM, "map.legend-calm");
        legend(grid, 1, 1, MarkShape.CIRCLE, MarkLight.SOON, "map.legend-soon");
        legend(grid, 1, 2, MarkShape.CIRCLE, MarkLight.OVER, "map.legend-over");
        legend(grid, 0, 3, MarkShape.CIRCLE, MarkLight.DONE, "map.legend-done");
        legend(grid, 1, 3, MarkShape.CIRCLE, MarkLight.UNKNOWN, "map.legend-none");
        VBox legend = Nodes.column("legend", Nodes.label(messages.get("map.legend"), "section-title"), grid);
        legend.setMinHeight(Region.USE_PREF_SIZE);
        return legend;
    }

    private void legend(GridPane grid, int column, int row, MarkShape shape, MarkLight light, String key) {
        CaseMark mark = new CaseMark(messages, 16);
        mark.show(shape, light);
        grid.add(Nodes.row("line", mark, Nodes.keep(messages.get(key), "t-second", "t-plain")), column, row);
    }
}
