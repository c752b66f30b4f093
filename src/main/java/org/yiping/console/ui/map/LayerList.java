package org.yiping.console.ui.map;

// long because each line of the column is laid here

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.map.style.Zoom;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.DataAge;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.control.MarkShape;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.geo.Layer;

/// The layers with their counts and ages (图层). One that is picked opens: for this seat it is made thinner, shown in
/// other scales or put over others. The ground's stand as they are drawn, the topmost first. FX thread.
final class LayerList {
    private static final String TRAILS = "map.trails-on"; // not a message

    private final CityMap map;
    private final Runnable hides;
    private final Messages messages;
    private final LayerChoices choices;
    private final LayerFilter filter;
    private final VBox rows = new VBox();
    private final VBox groundRows = new VBox();
    private final Map<String, LayerRow> layerRows = new LinkedHashMap<>();
    private final IconButton reset;
    private final PanelFrame frame;
    private final LayerCounts counts;
    private final TintRow tint;
    private final DataAge caseAge;
    private final DataAge unitAge;
    private final Set<String> hiddenKinds = new HashSet<>(Set.of("closed"));
    private final Set<String> hidden = new HashSet<>();
    /// In what the sources of the ground were measured: the platform hands all of it on in WGS 84.
    private final Label datum = Nodes.cut("", "t-second");
    private @Nullable String open;
    private @Nullable LayerDetail detail;

    /// `hides` runs when a live layer is left out or comes back.
    LayerList(CityMap map, AreaTints tints, Runnable hides) {
        this.map = map;
        this.hides = hides;
        this.messages = map.hall().messages();
        choices = new LayerChoices(map.hall().remembered(), map::sheet);
        filter = new LayerFilter(map);
        counts = new LayerCounts(map);
        tint = new TintRow(tints, messages);
        caseAge = new DataAge(messages);
        unitAge = new DataAge(messages);
        reset = new IconButton("map/layers-reset", "mdi2r-restore", messages.get("map.layers-reset"), this::reset);
        fill();
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(rows));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        PanelHeader header = new PanelHeader(messages, messages.get("map.layers"));
        header.action(reset);
        frame = new PanelFrame(header, scroll);
        frame.foot(new MapLegend(messages).root());
        frame.getStyleClass().add("layers-column");
        show();
    }

    Region root() {
        return frame;
    }

    /// Live layers this window leaves out.
    Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    /// The same, and what this window does not show in a scale, components too.
    Set<String> hidden(double metresPerPixel) {
        Set<String> unseen = new HashSet<>(hidden);
        LayerStack stack = choices.stack();
        double zoom = Zoom.of(metresPerPixel);
        for (String layer :
                List.of(CityMap.CASES, CityMap.CAMERAS, CityMap.SENSORS, CityMap.UNITS, CityMap.COMPONENTS)) {
            if (!stack.entry(layer).shows(zoom)) {
                unseen.add(layer);
            }
        }
        return unseen;
    }

    /// What this seat makes of the style, now and from now on.
    ObservableValue<LayerStack> stacks() {
        return choices.stacks();
    }

    /// Opens a layer, or closes it where it is open.
    void turn(String layer) {
        String before = open;
        open = layer.equals(before) ? null : layer;
        LayerRow was = before == null ? null : layerRows.get(before);
        if (was != null) {
            was.open(List.of());
        }
        detail = null;
        LayerRow row = open == null ? null : layerRows.get(layer);
        if (row != null) {
            LayerDetail opened = new LayerDetail(layer, datum(layer), choices, messages);
            detail = opened;
            row.open(layer.equals(CityMap.COMPONENTS) ? List.of(opened.root(), filter.root()) : List.of(opened.root()));
        }
    }

    void move(boolean higher) {
        if (open != null) {
            choices.move(open, higher);
        }
    }

    /// Why the open layer cannot be moved; nothing where it can.
    String whyNot(boolean higher) {
        if (open == null) {
            return messages.get("map.no-layer");
        }
        return choices.canMove(open, higher) ? "" : messages.get(higher ? "map.layer-highest" : "map.layer-lowest");
    }

    boolean differs() {
        return choices.differs();
    }

    void reset() {
        choices.reset();
    }

    /// As the choices are now.
    void show() {
        layerRows.forEach(
                (layer, row) -> row.show(layer, choices, layer.equals(CityMap.COMPONENTS) ? filter.count() : ""));
        if (detail != null) {
            detail.show();
        }
        Nodes.show(reset, choices.differs());
        List<Node> sorted = choices.among("roads").reversed().stream()
                .map(layerRows::get)
                .filter(Objects::nonNull)
                .map(LayerRow::root)
                .filter(groundRows.getChildren()::contains)
                .map(Node.class::cast)
                .toList();
        if (!sorted.equals(groundRows.getChildren())) {
            Node held = frame.getScene() == null ? null : frame.getScene().getFocusOwner();
            groundRows.getChildren().setAll(sorted);
            if (held != null) {
                held.requestFocus(); // it left the window for a moment
            }
        }
    }

    private String datum(String layer) {
        return map.desk().city().stream()
                .flatMap(c -> c.layers().stream())
                .filter(l -> l.name().equals(layer))
                .map(Layer::datum)
                .findFirst()
                .orElse("");
    }

    void tick(Instant now) {
        Stores stores = map.desk().stores();
        Nodes.age(caseAge, stores.cases().freshness(), Duration.ofSeconds(10), now);
        Nodes.age(unitAge, stores.units().freshness(), Duration.ofSeconds(60), now);
        datum.setText(map.desk().city().stream()
                .flatMap(c -> c.layers().stream())
                .map(Layer::datum)
                .filter(d -> !d.isBlank())
                .distinct()
                .collect(Collectors.joining(" · ")));
        show();
        tint.show();
        counts.tick(now);
    }

    private void fill() {
        layer(CityMap.CASES, messages.get("map.group-cases"), group("map.group-cases", caseAge), rows);
        kind("event", "map.kind-event", MarkShape.CIRCLE, MarkLight.CALM);
        kind("component", "map.kind-component", MarkShape.SQUARE, MarkLight.CALM);
        kind("service", "map.kind-service", MarkShape.DIAMOND, MarkLight.CALM);
        kind("paused", "map.kind-paused", MarkShape.CIRCLE, MarkLight.HELD);
        kind("closed", "map.kind-closed", MarkShape.CIRCLE, MarkLight.DONE);
        layer(
                CityMap.COMPONENTS,
                messages.get("map.group-components"),
                group("map.group-components", counts.of(CityMap.COMPONENTS)),
                rows);
        major(MajorClass.UTILITY, "map.major-utility", "□");
        major(MajorClass.ROAD, "map.major-road", "●");
        major(MajorClass.APPEARANCE, "map.major-appearance", "△");
        major(MajorClass.GREENERY, "map.major-greenery", "+");
        major(MajorClass.OTHER, "map.major-other", "×");
        rows.getChildren().add(group("map.group-live", unitAge));
        live(CityMap.CAMERAS, "map.cameras", Icons.CAMERA);
        live(CityMap.SENSORS, "map.sensors", Icons.SENSOR);
        live(CityMap.UNITS, "map.units", Icons.PERSON);
        rows.getChildren().add(trails());
        rows.getChildren().addAll(group("map.group-themes"), tint.root(), group("map.group-ground", datum), groundRows);
        ground("roads", "map.ground-roads");
        ground("blocks", "map.ground-blocks");
        ground("buildings", "map.ground-buildings");
        ground("water", "map.ground-water");
        ground("green", "map.ground-green");
        ground("cell", "map.ground-cell");
        ground("community", "map.ground-community");
        ground("street", "map.ground-street");
        ground("district", "map.ground-district");
    }

    private HBox group(String key, Node... more) {
        HBox head = Nodes.row("group-head", Nodes.keep(messages.get(key), "t-strong"), Nodes.spring());
        head.getChildren().addAll(more);
        return head;
    }

    private void layer(String layer, String words, HBox line, VBox in) {
        LayerRow row = new LayerRow(layer, words, line, messages, () -> turn(layer));
        layerRows.put(layer, row);
        in.getChildren().add(row.root());
    }

    private void kind(String kind, String key, MarkShape shape, MarkLight light) {
        CaseMark mark = new CaseMark(messages, 14);
        mark.show(shape, light);
        HBox line = row(kind, key, mark, counts.of(kind), on -> {
            if (on ? hiddenKinds.remove(kind) : hiddenKinds.add(kind)) {
                map.hideKinds(hiddenKinds);
            }
        });
        rows.getChildren().add(line);
    }

    private void major(MajorClass major, String key, String sign) {
        String id = "major-" + major.name().toLowerCase(Locale.ROOT);
        Label of = Nodes.keep(sign, "t-body", "layer-sign");
        rows.getChildren().add(row(id, key, of, counts.of(major), on -> map.showClass(major, on)));
    }

    private void ground(String layer, String key) {
        HBox line = row(layer, key, new Region(), counts.of(layer), on -> map.showLayer(layer, on));
        layer(layer, messages.get(key), line, groundRows);
    }

    private void live(String layer, String key, String icon) {
        HBox line = row(layer, key, Icons.of(icon, Icons.Size.ROW), counts.of(layer), on -> live(layer, on));
        layer(layer, messages.get(key), line, rows);
    }

    private void live(String layer, boolean on) {
        if (on ? hidden.remove(layer) : hidden.add(layer)) {
            hides.run();
        }
    }

    /// The ways of all who move, which this seat has on or off.
    private HBox trails() {
        HBox line = row("trails", "map.trails", new Region(), Nodes.keep("", "t-second"), on -> {
            if (on != showsTrails()) {
                map.hall().remembered().change(p -> on ? p.withChoice(TRAILS, "on") : p.withoutChoice(TRAILS));
                hides.run();
            }
        });
        ((CheckBox) line.getChildren().getFirst()).setSelected(showsTrails());
        return line;
    }

    boolean showsTrails() {
        return map.hall().remembered().now().get().choices().containsKey(TRAILS);
    }

    private HBox row(String id, String key, Node sign, Label count, Consumer<Boolean> changed) {
        String words = messages.get(key);
        CheckBox box = new CheckBox();
        box.setId("map/layer-" + id);
        box.setSelected(!hiddenKinds.contains(id));
        box.setAccessibleText(words);
        box.selectedProperty().addListener((_, _, now) -> changed.accept(now));
        Label name = Nodes.cut(words, "t-body");
        name.setLabelFor(box);
        name.setOnMouseClicked(e -> {
            box.fire();
            e.consume(); // the row beside it opens
        });
        return Nodes.row("layer-row", box, sign, name, Nodes.spring(), count);
    }
}
