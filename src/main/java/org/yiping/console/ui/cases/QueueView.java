package org.yiping.console.ui.cases;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.TypedText;
import org.yiping.domain.casework.CaseId;

/// The queue (队列): rows of 54 px in the order of the last sorting, repainted in place every second. FX thread.
final class QueueView {
    private static final Duration PROMISE = Duration.ofSeconds(10);

    private final CasesViewModel model;
    private final Messages messages;
    private final PanelHeader header;
    private final ListView<QueueRow> list = new QueueList();
    private final Set<QueueCell> cells = new LinkedHashSet<>();
    private final StackPane body = new StackPane();
    private final Label foot = new Label();
    private final KeyButton insert;
    private final PanelFrame frame;
    private final EmptyState empty;
    private final ComboBox<String> choice = new ComboBox<>();
    private final HBox choiceLine;
    private final TextField filter = new TextField();
    private final QueueHand hand;
    private final QueueOptions options;

    QueueView(CasesViewModel model, QueueExport export, Messages messages, Runnable register) {
        this.model = model;
        this.messages = messages;
        header = new PanelHeader(messages, "");
        ExportLine exporting = new ExportLine(export, messages);
        options = new QueueOptions(model, messages, this::focusList);
        header.action(new IconButton("cases/columns", Icons.COLUMNS, messages.get("cases.columns"), options::columns));
        header.action(new IconButton(
                "cases/export",
                Icons.EXPORT,
                messages.get("cases.export"),
                () -> exporting.ask(model.viewTitle(), model)));
        header.action(new IconButton("cases/register", Icons.ADD, messages.get("cases.register"), register));
        list.setId("cases/queue");
        list.setAccessibleText(messages.get("cases.queue-name"));
        list.getStyleClass().add("case-list");
        list.setItems(model.items());
        list.setCellFactory(_ -> {
            QueueCell cell = new QueueCell(model, messages);
            cells.add(cell);
            return cell;
        });
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        hand = new QueueHand(model, list);
        list.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> model.touch());
        list.addEventFilter(KeyEvent.KEY_PRESSED, _ -> model.touch());
        empty = EmptyState.empty(messages.get("cases.empty"));
        empty.setMouseTransparent(true);
        body.getChildren().addAll(list, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        insert = new KeyButton(messages, "cases/insert", messages.get("cases.insert"), "F5", model::refill)
                .flat()
                .low();
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        foot.getStyleClass().add("t-second");
        foot.setMinWidth(0);
        HBox footLine = new HBox(foot, spring, exporting, insert);
        choice.setId("cases/view-choice");
        choice.setAccessibleText(messages.get("cases.views"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setOnAction(_ -> model.choose(choice.getSelectionModel().getSelectedIndex()));
        model.views().subscribe(views -> {
            choice.getItems().setAll(views.stream().map(model::title).toList());
            choice.getSelectionModel().select(model.view().get());
        });
        model.view().subscribe(i -> choice.getSelectionModel().select(i.intValue()));
        choiceLine = Nodes.row("choice-line", Nodes.grow(choice));
        Nodes.show(choiceLine, false);
        frame = new PanelFrame(header, new VBox(choiceLine, filter(), options.strip(), body));
        frame.foot(footLine);
        model.pulse().subscribe(_ -> repaint());
        // tells who measures from outside for which words the rows stand
        model.answered().subscribe(words -> list.getProperties().put("answered", words));
    }

    Region root() {
        return frame;
    }

    /// Shows which case the seat has picked, wherever it was picked, and which are marked with it.
    void mark(@Nullable CaseId picked) {
        hand.mark(picked);
    }

    /// Offers the views in a drop-down where their own column does not fit.
    void chooseViews(boolean narrow) {
        Nodes.show(choiceLine, narrow);
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    void focusList() {
        list.requestFocus();
    }

    QueueOptions options() {
        return options;
    }

    QueueHand hand() {
        return hand;
    }

    private HBox filter() {
        TextField field = filter;
        field.setId("cases/filter");
        field.setPromptText(messages.get("cases.filter"));
        field.setAccessibleText(messages.get("cases.filter-name"));
        TypedText.of(field).subscribe(model::filter);
        field.setMinWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
        ToggleGroup group = new ToggleGroup();
        HBox line = new HBox(field);
        for (QueueOrder order : List.of(QueueOrder.DEADLINE, QueueOrder.AREA, QueueOrder.NEWEST)) {
            Chip chip = new Chip("cases/order-" + order.name().toLowerCase(java.util.Locale.ROOT), title(order));
            chip.setToggleGroup(group);
            chip.setSelected(order == model.order());
            chip.setOnAction(_ -> {
                chip.setSelected(true);
                model.order(order);
            });
            line.getChildren().add(chip);
        }
        line.getChildren().add(options.chip());
        line.getStyleClass().add("filter-line");
        return line;
    }

    private String title(QueueOrder order) {
        return switch (order) {
            case DEADLINE -> messages.get("cases.order-deadline");
            case AREA -> messages.get("cases.order-area");
            case NEWEST -> messages.get("cases.order-newest");
        };
    }

    private void repaint() {
        header.title(model.viewTitle());
        int rows = model.cases().size();
        header.count(rows - model.left());
        Nodes.age(header.age(), model.freshness(), PROMISE, model.now());
        cells.forEach(QueueCell::repaint);
        mark(model.picked()); // a list that was put in order anew has forgotten its selection
        empty.setVisible(model.items().isEmpty());
        int waiting = model.waiting();
        int left = model.left();
        foot.setText(
                waiting == 0 && left == 0
                        ? messages.get("cases.foot", rows)
                        : messages.get("cases.foot-waiting", rows, waiting, left));
        insert.setVisible(!model.settled());
    }
}
