package org.yiping.console.ui.inspection;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.SamplePoint;

/// The drawn points with what became of each. FX thread.
final class PointList {
    private final InspectionModel model;
    private final InspectionWords words;
    private final ListView<Integer> list = Nodes.drawnStraight(new ListView<>());
    private Set<Integer> pending = Set.of();
    private boolean filling;

    PointList(InspectionModel model, InspectionWords words) {
        this.model = model;
        this.words = words;
        list.setId("inspection/points");
        list.setAccessibleText(words.text("inspection.points"));
        list.getStyleClass().add("inspection-points");
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(next -> {
            if (!filling && next != null && next != model.place()) {
                model.go(next);
            }
        });
    }

    ListView<Integer> root() {
        return list;
    }

    void refresh() {
        filling = true;
        pending = model.pending();
        int size = model.open().map(o -> o.points().size()).orElse(0);
        boolean all = model.dimension().isEmpty();
        List<Integer> places = IntStream.range(0, size)
                .filter(at -> all || model.share(at).isPresent())
                .boxed()
                .toList();
        if (list.getItems().equals(places)) {
            list.refresh();
        } else {
            list.getItems().setAll(places);
        }
        if (places.contains(model.place())) {
            list.getSelectionModel().select(Integer.valueOf(model.place()));
        } else {
            list.getSelectionModel().clearSelection();
        }
        filling = false;
    }

    /// What became of a point: pending is never done.
    static String state(Inspection open, int place, Set<Integer> pending) {
        InspectionCard card = open.card(place).orElse(null);
        if (pending.contains(place)) {
            return "pending";
        }
        return card == null ? "new" : card.sheet().done() ? "done" : "begun";
    }

    /// What the point got in the dimension that is looked at, of a hundred.
    private String share(int place) {
        return Numbers.decimal(100 * model.share(place).orElse(0), 1);
    }

    private final class Cell extends ListCell<Integer> {
        private final Label number = Nodes.keep("", "t-second", "inspection-number");
        private final Label name = Nodes.cut("", "t-body");
        private final Label where = Nodes.cut("", "t-second");
        private final Label state = Nodes.keep("", "t-second", "inspection-state");
        private final Label found = Nodes.keep("", "inspection-found");
        private final HBox face = Nodes.row("line", number, Nodes.grow(new VBox(name, where)), found, state);

        @Override
        protected void updateItem(@Nullable Integer place, boolean empty) {
            super.updateItem(place, empty);
            Inspection open = model.open().orElse(null);
            if (empty || place == null || open == null || place >= open.points().size()) {
                setGraphic(null);
                setText(null);
                return;
            }
            SamplePoint point = open.points().get(place);
            String code = state(open, place, pending);
            number.setText(String.valueOf(place + 1));
            name.setText(point.name().isBlank() ? point.ref() : point.name());
            where.setText(words.kind(open.plan().set(), point.kind()) + " · "
                    + words.names().area(point.area()));
            state.setText(
                    model.dimension().isEmpty()
                            ? words.text("inspection.state." + code)
                            : words.text("inspection.share", share(place)));
            for (String each : List.of("pending", "new", "done", "begun")) {
                state.pseudoClassStateChanged(PseudoClass.getPseudoClass(each), each.equals(code));
            }
            int problems =
                    open.card(place).map(c -> c.sheet().problems().size()).orElse(0);
            found.setText(problems == 0 ? "" : words.text("inspection.problems", problems));
            Nodes.show(found, problems > 0);
            setGraphic(face);
            setAccessibleText(number.getText() + " " + name.getText() + " " + where.getText() + " " + state.getText());
        }
    }
}
