package org.yiping.console.ui.map;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.IconButton;

/// The lines that open below the row of a layer: how dense, near or far, higher or lower, in what its source was
/// measured (图层设置). FX thread.
final class LayerDetail {
    private static final double PERCENT = 100;
    private static final double STEP = 10;

    private final String layer;
    private final LayerChoices choices;
    private final Messages messages;
    private final Slider opacity = new Slider(0, PERCENT, PERCENT);
    private final Label percent = Nodes.keep("", "t-second");
    private final Map<LayerChoices.Band, Chip> bands = new EnumMap<>(LayerChoices.Band.class);
    private final Chip single;
    private final Chip grouped;
    private final IconButton higher;
    private final IconButton lower;
    private final Label place = Nodes.cut("", "t-second");
    private final Hyperlink reset;
    private final String datum;
    private final VBox root;
    private boolean showing;

    /// `datum` may be nothing.
    LayerDetail(String layer, String datum, LayerChoices choices, Messages messages) {
        this.layer = layer;
        this.datum = datum;
        this.choices = choices;
        this.messages = messages;
        String words = messages.get("map.layer-opacity");
        opacity.setId("map/layer-opacity");
        opacity.setAccessibleText(words);
        opacity.setBlockIncrement(STEP);
        opacity.setMajorTickUnit(STEP);
        opacity.setMinorTickCount(0);
        opacity.setSnapToTicks(true);
        opacity.setMinWidth(0);
        opacity.valueProperty().addListener((_, _, now) -> {
            if (!showing) {
                choices.opacity(layer, now.doubleValue() / PERCENT);
            }
        });
        single = new Chip("map/layer-density", messages.get("map.layer-density"));
        grouped = new Chip("map/layer-groups", messages.get("map.layer-groups"));
        higher = new IconButton(
                "map/layer-higher",
                "mdi2a-arrow-up",
                messages.get("map.layer-higher"),
                () -> choices.move(layer, true));
        lower = new IconButton(
                "map/layer-lower",
                "mdi2a-arrow-down",
                messages.get("map.layer-lower"),
                () -> choices.move(layer, false));
        reset = new Hyperlink(messages.get("map.layer-reset"));
        reset.setId("map/layer-reset");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(_ -> {
            reset.setVisited(false);
            choices.reset(layer);
        });
        Label name = Nodes.keep(words, "t-second");
        name.setLabelFor(opacity);
        root = Nodes.column(
                "layer-detail",
                Nodes.row("layer-line", name, Nodes.grow(opacity), percent),
                Nodes.row(
                        "layer-line",
                        chip(LayerChoices.Band.ALWAYS),
                        chip(LayerChoices.Band.NEAR),
                        chip(LayerChoices.Band.FAR),
                        Nodes.spring(),
                        reset),
                Nodes.row("layer-line", place, Nodes.spring(), higher, lower));
        if (layer.equals(CityMap.COMPONENTS)) {
            root.getChildren().add(1, far());
        }
        ToggleGroup group = new ToggleGroup();
        bands.values().forEach(chip -> chip.setToggleGroup(group));
        show();
    }

    /// How components are shown where one stands on another.
    private HBox far() {
        ToggleGroup group = new ToggleGroup();
        single.setToggleGroup(group);
        grouped.setToggleGroup(group);
        single.setOnAction(_ -> {
            choices.groups(false);
            show(); // pressed again it stays chosen
        });
        grouped.setOnAction(_ -> {
            choices.groups(true);
            show();
        });
        return Nodes.row("layer-line", Nodes.keep(messages.get("map.layer-far"), "t-second"), single, grouped);
    }

    private Chip chip(LayerChoices.Band band) {
        String word = band.name().toLowerCase(Locale.ROOT);
        Chip chip = new Chip("map/layer-band-" + word, messages.get("map.layer-band." + word));
        chip.setOnAction(_ -> {
            choices.band(layer, band);
            show(); // pressed again it stays chosen
        });
        bands.put(band, chip);
        return chip;
    }

    VBox root() {
        return root;
    }

    void show() {
        showing = true;
        double shown = Math.rint(choices.opacity(layer) * PERCENT);
        if (!opacity.isValueChanging()) {
            opacity.setValue(shown); // the hand that drags has it between two tenths
        }
        percent.setText(percent(shown));
        showing = false;
        LayerChoices.Band band = choices.band(layer);
        bands.forEach((each, chip) -> chip.setSelected(each == band));
        single.setSelected(!choices.groups());
        grouped.setSelected(choices.groups());
        higher.setDisable(!choices.canMove(layer, true));
        lower.setDisable(!choices.canMove(layer, false));
        List<String> highest = choices.among(layer).reversed();
        String order = messages.get("map.layer-place", highest.indexOf(layer) + 1, highest.size());
        place.setText(datum.isEmpty() ? order : order + " · " + datum);
        reset.setVisible(choices.differs(layer));
    }

    static String percent(double of100) {
        return String.format(Locale.ROOT, "%.0f %%", of100);
    }
}
