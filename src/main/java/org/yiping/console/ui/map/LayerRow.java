package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;

/// A line of the layer column that stands for a layer of the style: it opens, and says what of the layer is not as the
/// style has it (图层行). FX thread.
final class LayerRow {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final double PERCENT = 100;

    private final Messages messages;
    private final HBox line;
    private final Label mark = Nodes.whenSaid(Nodes.cut("", "t-second", "t-accent"));
    private final IconButton more;
    private final VBox root;

    /// `turned` runs when the row shall open or close.
    LayerRow(String layer, String words, HBox line, Messages messages, Runnable turned) {
        this.messages = messages;
        this.line = line;
        mark.setId("map/layer-" + layer + "-mark");
        more = new IconButton(
                "map/layer-" + layer + "-more", Icons.FOLDED, messages.get("map.layer-more", words), turned);
        line.getChildren().addAll(mark, more);
        line.getStyleClass().add("opens");
        line.setOnMouseClicked(_ -> turned.run());
        root = new VBox(line);
    }

    VBox root() {
        return root;
    }

    void open(List<Node> below) {
        root.getChildren().setAll(line);
        root.getChildren().addAll(below);
        boolean isOpen = !below.isEmpty();
        line.pseudoClassStateChanged(OPEN, isOpen);
        if (more.getGraphic() instanceof FontIcon icon) {
            Icons.change(icon, isOpen ? Icons.UNFOLDED : Icons.FOLDED);
        }
    }

    /// `filtered` is what is left of the layer's rows, in words; nothing where all are.
    void show(String layer, LayerChoices choices, String filtered) {
        List<String> said = new ArrayList<>();
        int moved = choices.moved(layer);
        if (moved != 0) {
            said.add(moved > 0 ? "↑" : "↓");
        }
        double opacity = choices.opacity(layer);
        if (opacity < 1) {
            said.add(LayerDetail.percent(opacity * PERCENT));
        }
        switch (choices.band(layer)) {
            case NEAR -> said.add(messages.get("map.layer-band.near"));
            case FAR -> said.add(messages.get("map.layer-band.far"));
            case OTHER -> said.add(messages.get("map.layer-band.other"));
            case ALWAYS -> {}
        }
        if (!filtered.isEmpty()) {
            said.add(filtered);
        }
        mark.setText(String.join(" ", said));
    }
}
