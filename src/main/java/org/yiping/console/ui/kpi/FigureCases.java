package org.yiping.console.ui.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.CaseRow;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.kpi.KpiCode;

/// The exact cases behind a figure, as the platform names them: what a number opens. FX thread.
final class FigureCases {
    private static final Comparator<Case> BY_DEADLINE = Comparator.comparing(
                    (Case c) -> c.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX))
            .thenComparing(c -> c.head().number().value());

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final PanelHeader header;
    private final ListView<Case> list = new ListView<>();
    private final ObservableList<Case> items = FXCollections.observableArrayList();
    private final Set<Cell> cells = new LinkedHashSet<>();
    private final StackPane body = new StackPane(list);
    private final PanelFrame frame;
    private int asked;
    private @Nullable Runnable again;
    private @Nullable Double counted;

    /// `close` puts the list away.
    FigureCases(Desk desk, Hall hall, Words words, Runnable close) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
        header = new PanelHeader(hall.messages(), hall.messages().get("kpi.cases"));
        header.action(new IconButton("kpi/close", Icons.CLOSE, hall.messages().get("kpi.cases-close"), close));
        list.setId("kpi/cases");
        list.setAccessibleText(hall.messages().get("kpi.cases"));
        list.getStyleClass().add("case-list");
        list.setItems(items);
        list.setCellFactory(_ -> {
            Cell cell = new Cell();
            cells.add(cell);
            return cell;
        });
        list.getSelectionModel().selectedItemProperty().subscribe(c -> {
            if (c != null) {
                desk.pick(c.id());
            }
        });
        desk.stores().veil().subscribe(() -> hall.fx().execute(this::lookAnew));
        frame = new PanelFrame(header, body);
        frame.getStyleClass().add("figure-column");
    }

    Region root() {
        return frame;
    }

    /// Asks the platform; the list of before stays until the answer is there.
    void open(KpiCode code, String title, Function<KpiCode, String> figure) {
        int mine = ++asked;
        again = () -> open(code, title, figure);
        header.title(title);
        var _ = desk.lookup()
                .casesBehind(code)
                .thenAccept(found -> hall.fx().execute(() -> {
                    if (mine == asked) {
                        answered(found, figure.apply(code));
                    }
                }));
    }

    /// Hidden or shown again, the cases of before are not what may be seen now.
    private void lookAnew() {
        Runnable asking = again;
        if (asking != null) {
            items.clear();
            asking.run();
        }
    }

    /// The figure as counted now: where it changed, so did the cases behind it. Never under somebody's hand.
    void follow(@Nullable Double value) {
        Runnable asking = again;
        if (asking != null && !Objects.equals(value, counted) && !frame.isHover()) {
            counted = value;
            asking.run();
        }
    }

    private void answered(Found<List<Case>> found, String figure) {
        switch (found) {
            case Found.Got<List<Case>>(List<Case> cases) -> {
                List<Case> sorted = new ArrayList<>(cases);
                sorted.sort(BY_DEADLINE);
                items.setAll(sorted);
                header.count(sorted.size());
                header.meta(figure);
                header.error("");
                body.getChildren().setAll(list);
                if (sorted.isEmpty()) {
                    EmptyState none = EmptyState.empty(hall.messages().get("kpi.cases-none"));
                    none.setMouseTransparent(true);
                    body.getChildren().add(none);
                }
            }
            case Found.Refused<List<Case>>(String code, String detail) -> header.error(detail + " " + code);
            case Found.Unreachable<List<Case>> _ -> header.error(hall.messages().get("kpi.cases-unreachable"));
        }
    }

    void tick(Instant now) {
        cells.forEach(c -> c.repaint(now));
    }

    private final class Cell extends ListCell<Case> {
        private final CaseRow row = new CaseRow(hall.messages());

        Cell() {
            row.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Case item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            setGraphic(isEmpty || item == null ? null : row);
            repaint(hall.now());
        }

        void repaint(Instant now) {
            Case item = getItem();
            if (item != null && !isEmpty()) {
                Case latest = desk.stores().cases().find(item.id()).orElse(item);
                row.show(CaseFace.of(latest, desk, words, now), now);
                setAccessibleText(row.getAccessibleText());
            }
        }
    }
}
