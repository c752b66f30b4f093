package org.yiping.console.ui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Desk;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.kpi.FigureScope;

/// Of which part of the city a report is: all the asker sees, a district, a street, a community, each further in than
/// what it lies in. FX thread.
final class AreaBox {
    private static final List<String> LEVELS = List.of("district", "street", "community");

    private final Desk desk;
    private final Messages messages;
    private final ComboBox<Choice> box = new ComboBox<>();

    private record Choice(String code, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    AreaBox(Desk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
        box.setId("report/area");
        box.setAccessibleText(messages.get("report.area"));
        box.setMaxWidth(Double.MAX_VALUE);
    }

    Region root() {
        return box;
    }

    /// The areas there are now; what was chosen stays chosen while there is such a one.
    void refresh() {
        List<Choice> tree = new ArrayList<>();
        tree.add(new Choice("", messages.get("report.whole")));
        desk.stores()
                .areas()
                .rows()
                .values()
                .filter(a -> LEVELS.contains(a.level()))
                .sorted(Comparator.comparing(a -> a.code().value()))
                .forEach(a ->
                        tree.add(new Choice(a.code().value(), "\u3000".repeat(LEVELS.indexOf(a.level())) + a.name())));
        if (!box.getItems().equals(tree)) {
            Choice before = box.getValue();
            box.getItems().setAll(tree);
            box.setValue(tree.stream()
                    .filter(c -> before != null && c.code().equals(before.code()))
                    .findFirst()
                    .orElse(tree.getFirst()));
        }
    }

    FigureScope scope() {
        Choice chosen = box.getValue();
        return chosen == null || chosen.code().isEmpty()
                ? FigureScope.CITY
                : FigureScope.of(new AreaCode(chosen.code()));
    }
}
