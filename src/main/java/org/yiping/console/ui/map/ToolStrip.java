package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;

/// The tools at the map's left edge, one of them in the hand (工具条). FX thread.
final class ToolStrip {
    private final CityMap map;
    private final DrawHand hand;
    private final Map<Tool, ToggleButton> buttons = new EnumMap<>(Tool.class);
    private final VBox root;

    /// `taken` runs when one was taken by a click.
    ToolStrip(CityMap map, DrawHand hand, Runnable taken) {
        this.map = map;
        this.hand = hand;
        ToggleGroup group = new ToggleGroup();
        List<Node> all = new ArrayList<>();
        for (Tool tool : Tool.values()) {
            ToggleButton button = new ToggleButton();
            button.setId(tool.id());
            button.getStyleClass().add("icon-only");
            button.setGraphic(Icons.of(tool.icon(), Icons.Size.CONTROL));
            button.setAccessibleText(words(map, tool));
            button.setTooltip(new Tooltip(words(map, tool)));
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                hand.take(button.isSelected() ? tool : Tool.PICK);
                taken.run();
            });
            buttons.put(tool, button);
            all.add(button);
        }
        root = Nodes.column("tool-strip", all.toArray(Node[]::new));
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(root, Pos.TOP_LEFT);
        root.setTranslateX(10);
        root.setTranslateY(10);
        show();
    }

    Region root() {
        return root;
    }

    /// The tool that is held, and the key of each as it is at this seat.
    void show() {
        buttons.forEach((tool, button) -> {
            button.setSelected(tool == hand.tool());
            Key key = map.hall().keys().of(tool.id(), tool.key());
            button.getTooltip().setText(words(map, tool) + (key == null ? "" : "  " + key.cap()));
        });
    }

    static String words(CityMap map, Tool tool) {
        return map.hall().messages().get("map.tool." + tool.name().toLowerCase(Locale.ROOT));
    }
}
