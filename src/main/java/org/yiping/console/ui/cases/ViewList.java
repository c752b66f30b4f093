package org.yiping.console.ui.cases;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;

/// The views of the queue with their live counts, grouped (视图). FX thread.
final class ViewList {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final CasesViewModel model;
    private final Messages messages;
    private final VBox list = new VBox();
    private final List<Row> rows = new ArrayList<>();
    private final PanelFrame frame;

    private record Row(Button button, Label count) {}

    ViewList(CasesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        list.getStyleClass().add("view-list");
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(list));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        frame = new PanelFrame(new PanelHeader(messages, messages.get("cases.views")), scroll);
        frame.getStyleClass().add("views-column");
        model.views().subscribe(this::fill);
        model.view().subscribe(_ -> mark());
        model.pulse().subscribe(_ -> count());
    }

    Region root() {
        return frame;
    }

    private void fill(List<DeskView> views) {
        list.getChildren().clear();
        rows.clear();
        DeskView.Group group = null;
        for (int i = 0; i < views.size(); i++) {
            DeskView view = views.get(i);
            if (view.group() != group) {
                group = view.group();
                Label head = new Label(words(group));
                head.getStyleClass().addAll("t-second", "view-group");
                list.getChildren().add(head);
            }
            rows.add(row(view, i));
            list.getChildren().add(rows.getLast().button);
        }
        mark();
        count();
    }

    private Row row(DeskView view, int index) {
        Label name = new Label(model.title(view));
        Label count = new Label();
        count.getStyleClass().add("t-strong");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox face = new HBox(name, spring, count);
        face.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setId("cases/view-" + view.key());
        button.setGraphic(face);
        button.setMaxWidth(Double.MAX_VALUE);
        face.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.getStyleClass().add("view-row");
        button.setOnAction(_ -> model.choose(index));
        return new Row(button, count);
    }

    private void mark() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i)
                    .button
                    .pseudoClassStateChanged(SELECTED, i == model.view().get());
        }
    }

    private void count() {
        List<DeskView> views = model.views().get();
        for (int i = 0; i < rows.size() && i < views.size(); i++) {
            int n = model.count(i);
            String words = Numbers.whole(n);
            Row row = rows.get(i);
            if (!words.equals(row.count.getText())) {
                row.count.setText(words);
                row.count.pseudoClassStateChanged(NONE, n == 0);
                row.button.setAccessibleText(model.title(views.get(i)) + " " + words);
            }
        }
    }

    private String words(DeskView.Group group) {
        return switch (group) {
            case POST -> messages.get("cases.group-post", model.postName());
            case WATCH -> messages.get("cases.group-watch");
            case CAMPAIGNS -> messages.get("cases.group-campaigns");
            case OTHERS -> messages.get("cases.group-others");
            case ALL -> messages.get("cases.group-all");
        };
    }
}
