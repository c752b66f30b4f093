package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;
import org.yiping.console.map.AreaKind;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;

/// The line of the layer column that colours areas, and below it by what: level, figure, how dense (着色行). FX thread.
final class TintRow {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final double PERCENT = 100;
    private static final double STEP = 10;

    private final AreaTints tints;
    private final Messages messages;
    private final CheckBox box = new CheckBox();
    private final Label says = Nodes.whenSaid(Nodes.cut("", "t-second"));
    private final HBox line;
    private final IconButton more;
    private final FlowPane levels = new FlowPane();
    private final FlowPane figures = new FlowPane();
    private final Map<AreaKind, Chip> levelChips = new EnumMap<>(AreaKind.class);
    private final Map<AreaFigure, Chip> figureChips = new EnumMap<>(AreaFigure.class);
    private final Slider opacity = new Slider(STEP, PERCENT, PERCENT);
    private final Label percent = Nodes.keep("", "t-second");
    private final VBox detail;
    private final VBox root;
    private boolean showing;

    TintRow(AreaTints tints, Messages messages) {
        this.tints = tints;
        this.messages = messages;
        String words = messages.get("map.tint");
        box.setId("map/layer-tint");
        box.setAccessibleText(words);
        box.selectedProperty().addListener((_, _, now) -> {
            if (!showing) {
                tints.choose(tints.choice().shown(now));
            }
        });
        Label name = Nodes.keep(words, "t-body");
        name.setLabelFor(box);
        name.setOnMouseClicked(e -> {
            box.fire();
            e.consume(); // the row beside it opens
        });
        says.setId("map/layer-tint-says");
        more = new IconButton("map/layer-tint-more", Icons.FOLDED, messages.get("map.layer-more", words), this::turn);
        line = Nodes.row(
                "layer-row", box, Icons.of("mdi2m-map-outline", Icons.Size.ROW), name, Nodes.spring(), says, more);
        line.getStyleClass().add("opens");
        line.setOnMouseClicked(_ -> turn());
        for (AreaFigure figure : AreaFigure.values()) {
            Chip chip = new Chip("map/tint-" + figure.key(), TintWords.figure(figure, messages));
            chip.setOnAction(_ -> pick(tints.choice().figure(figure)));
            figureChips.put(figure, chip);
            figures.getChildren().add(chip);
        }
        slider();
        levels.getStyleClass().add("tint-chips");
        figures.getStyleClass().add("tint-chips");
        Label dense = Nodes.keep(messages.get("map.layer-opacity"), "t-second");
        dense.setLabelFor(opacity);
        detail = Nodes.column(
                "layer-detail",
                Nodes.keep(messages.get("map.tint-levels"), "t-second"),
                levels,
                Nodes.keep(messages.get("map.tint-figures"), "t-second"),
                figures,
                Nodes.row("layer-line", dense, Nodes.grow(opacity), percent));
        root = new VBox(line);
        tints.onChange(this::show);
        show();
    }

    private void slider() {
        opacity.setId("map/tint-opacity");
        opacity.setAccessibleText(messages.get("map.layer-opacity"));
        opacity.setBlockIncrement(STEP);
        opacity.setMajorTickUnit(STEP);
        opacity.setMinorTickCount(0);
        opacity.setSnapToTicks(true);
        opacity.setMinWidth(0);
        opacity.valueProperty().addListener((_, _, now) -> {
            if (!showing) {
                tints.choose(tints.choice().percent((int) Math.rint(now.doubleValue())));
            }
        });
    }

    VBox root() {
        return root;
    }

    void turn() {
        boolean opens = root.getChildren().size() == 1;
        root.getChildren().setAll(opens ? List.of(line, detail) : List.of(line));
        line.pseudoClassStateChanged(OPEN, opens);
        if (more.getGraphic() instanceof FontIcon icon) {
            Icons.change(icon, opens ? Icons.UNFOLDED : Icons.FOLDED);
        }
    }

    /// Whoever picks a figure wants to see it.
    private void pick(TintChoice.Choice next) {
        tints.choose(next.shown(true));
        show(); // pressed again it stays chosen
    }

    /// As it is chosen now; the city's levels come with its layers.
    void show() {
        showing = true;
        TintChoice.Choice now = tints.choice();
        box.setSelected(now.shown());
        says.setText(
                now.shown()
                        ? TintWords.level(now.level(), messages) + " · " + TintWords.figure(now.figure(), messages)
                        : "");
        chips(tints.levels());
        levelChips.forEach((level, chip) -> chip.setSelected(level == now.level()));
        figureChips.forEach((figure, chip) -> chip.setSelected(figure == now.figure()));
        if (!opacity.isValueChanging()) {
            opacity.setValue(now.percent());
        }
        percent.setText(LayerDetail.percent(now.percent()));
        showing = false;
    }

    private void chips(List<AreaKind> wanted) {
        if (List.copyOf(levelChips.keySet().stream()
                        .sorted(java.util.Comparator.comparingInt(AreaTints.LEVELS::indexOf))
                        .toList())
                .equals(wanted)) {
            return;
        }
        levelChips.clear();
        List<Node> chips = new ArrayList<>();
        for (AreaKind level : wanted) {
            Chip chip = new Chip(
                    "map/tint-level-" + level.name().toLowerCase(java.util.Locale.ROOT),
                    TintWords.level(level, messages));
            chip.setOnAction(_ -> pick(tints.choice().level(level)));
            levelChips.put(level, chip);
            chips.add(chip);
        }
        levels.getChildren().setAll(chips);
    }
}
