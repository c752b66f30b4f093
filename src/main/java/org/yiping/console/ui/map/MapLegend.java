package org.yiping.console.ui.map;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.control.MarkShape;

/// What the marks of cases mean: shape is kind, fill is light (图例). FX thread.
final class MapLegend {
    private final Messages messages;
    private final VBox root;

    MapLegend(Messages messages) {
        this.messages = messages;
        GridPane grid = new GridPane();
        grid.getStyleClass().add("legend-grid");
        add(grid, 0, 0, MarkShape.CIRCLE, MarkLight.CALM, "map.kind-event");
        add(grid, 0, 1, MarkShape.SQUARE, MarkLight.CALM, "map.kind-component");
        add(grid, 0, 2, MarkShape.DIAMOND, MarkLight.CALM, "map.kind-service");
        add(grid, 1, 0, MarkShape.CIRCLE, MarkLight.CALM, "map.legend-calm");
        add(grid, 1, 1, MarkShape.CIRCLE, MarkLight.SOON, "map.legend-soon");
        add(grid, 1, 2, MarkShape.CIRCLE, MarkLight.OVER, "map.legend-over");
        add(grid, 0, 3, MarkShape.CIRCLE, MarkLight.DONE, "map.legend-done");
        add(grid, 1, 3, MarkShape.CIRCLE, MarkLight.UNKNOWN, "map.legend-none");
        root = Nodes.column("legend", Nodes.label(messages.get("map.legend"), "section-title"), grid);
        root.setMinHeight(Region.USE_PREF_SIZE);
    }

    Region root() {
        return root;
    }

    private void add(GridPane grid, int column, int row, MarkShape shape, MarkLight light, String key) {
        CaseMark mark = new CaseMark(messages, 16);
        mark.show(shape, light);
        grid.add(Nodes.row("line", mark, Nodes.keep(messages.get(key), "t-second", "t-plain")), column, row);
    }
}
