package org.yiping.console.ui.map;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;

/// What the tool in the hand waits for, or what is enclosed, over the map's upper edge (工具说明). FX thread.
final class ToolLine {
    private final DrawHand hand;
    private final CityMap map;
    private final Messages messages;
    private final Label title = Nodes.keep("", "t-strong");
    private final Label about = Nodes.cut("", "t-body");
    private final Label name = Nodes.keep("", "t-second");
    private final TextField metres = new TextField();
    private final Label unit = Nodes.keep("", "t-second");
    private final Label area = Nodes.keep("", "t-second");
    private final Label took = Nodes.keep("", "t-second");
    private final KeyButton aroundCase;
    private final IconButton fit;
    private final HBox root;

    ToolLine(CityMap map, DrawHand hand, Runnable aroundPicked, Runnable fits) {
        this.map = map;
        this.hand = hand;
        this.messages = map.hall().messages();
        metres.setId("map/metres");
        metres.setPrefColumnCount(4);
        metres.setMinWidth(Region.USE_PREF_SIZE);
        metres.setAccessibleText(messages.get("map.metres"));
        metres.setOnAction(_ -> typed());
        metres.focusedProperty().addListener((_, _, now) -> {
            if (!now) {
                show();
            }
        });
        unit.setText(messages.get("map.unit-metres"));
        aroundCase = new KeyButton(
                        messages, "map/around-picked", messages.get("map.around-picked"), "Shift R", aroundPicked)
                .low();
        fit = new IconButton("map/fit-selection", Icons.FIT, messages.get("map.fit-selection"), fits);
        IconButton close = new IconButton("map/drop-selection", Icons.CLOSE, messages.get("map.uncircle"), hand::drop);
        HBox line = Nodes.row("tool-line", title, about, aroundCase, name, metres, unit, area, took, fit, close);
        line.setMinWidth(0);
        root = new HBox(line); // as wide as there is room, and the line in it as wide as its words
        root.setMinWidth(0);
        root.setMaxHeight(Region.USE_PREF_SIZE);
        root.setPickOnBounds(false);
        StackPane.setAlignment(root, Pos.TOP_LEFT);
        root.setTranslateX(58);
        root.setTranslateY(10);
        show();
    }

    Region root() {
        return root;
    }

    /// Between the strips, in a map so wide.
    void fit(double width) {
        root.setMaxWidth(Math.max(0, width - 120));
    }

    void show() {
        boolean held = hand.tool() != Tool.PICK;
        boolean enclosed = hand.region().isPresent();
        boolean drawing = held && (!enclosed || !hand.drawing().isEmpty());
        Nodes.show(root, held || enclosed);
        title.setText(
                drawing
                        ? ToolStrip.words(map, hand.tool())
                        : messages.get(hand.around().isEmpty() ? "map.enclosed" : "map.enclosed-around"));
        about.setText(drawing ? hint() : hand.around());
        Nodes.show(about, !about.getText().isEmpty());
        Nodes.show(
                aroundCase,
                hand.tool() == Tool.CIRCLE && map.desk().pickedCaseId().isPresent() && drawing);
        Optional<Double> wide = hand.metres();
        boolean circle = hand.region()
                .map(r -> r instanceof org.yiping.console.map.Region.Circle)
                .orElse(hand.tool() == Tool.CIRCLE);
        name.setText(messages.get(circle ? "map.radius-name" : "map.width-name"));
        if (!metres.isFocused()) {
            metres.setText(wide.map(m -> String.format(Locale.ROOT, "%.0f", m)).orElse(""));
        }
        for (Region each : new Region[] {name, metres, unit}) {
            Nodes.show(each, wide.isPresent() && (!drawing || hand.tool() == Tool.CIRCLE || hand.tool() == Tool.ALONG));
        }
        area.setText(drawing ? "" : hand.area());
        Nodes.show(area, !area.getText().isEmpty());
        Nodes.show(took, enclosed && !drawing && !took.getText().isEmpty());
        Nodes.show(fit, enclosed);
    }

    /// How long the engine looked, which is what a hand waited for.
    void took(long micros) {
        took.setText(messages.get("map.took", Numbers.decimal(micros / 1000.0, 1)));
        show();
    }

    private String hint() {
        return switch (hand.tool()) {
            case BOX -> messages.get("map.hint-box");
            case CIRCLE -> messages.get("map.hint-circle");
            case POLYGON, ALONG, DISTANCE, AREA ->
                messages.get(hand.drawing().isClosed() ? "map.hint-again" : "map.hint-corners");
            case PICK -> "";
        };
    }

    private void typed() {
        try {
            hand.metres(Double.parseDouble(metres.getText().strip()));
        } catch (NumberFormatException _) {
            // what is no number is put back below
        }
        metres.setText(
                hand.metres().map(m -> String.format(Locale.ROOT, "%.0f", m)).orElse(""));
        metres.selectAll();
    }
}
