package org.yiping.console.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.geo.Position;

/// The cases behind a number, the most urgent first; a row puts its case into the hand of every window. FX
/// thread.
///
/// A case this console does not hold, because it ended long ago, is picked as the place where it was.
public final class CaseRows {
    private static final Comparator<Case> BY_DEADLINE = Comparator.comparing(
                    (Case c) -> c.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX))
            .thenComparing(c -> c.head().number().value());

    private final Desk desk;
    private final Hall hall;
    private final ListView<Case> list = new ListView<>();
    private final ObservableList<Case> items = FXCollections.observableArrayList();
    private final Set<CaseCell> cells = new LinkedHashSet<>();
    private final StackPane root = new StackPane(list);

    public CaseRows(Desk desk, Hall hall, Words words, String id) {
        this.desk = desk;
        this.hall = hall;
        list.setId(id);
        list.setAccessibleText(hall.messages().get("kpi.cases"));
        list.getStyleClass().add("case-list");
        list.setItems(items);
        list.setCellFactory(_ -> {
            CaseCell cell = new CaseCell(desk, hall, words);
            cells.add(cell);
            return cell;
        });
        list.getSelectionModel().selectedItemProperty().subscribe(this::pick);
    }

    public Region root() {
        return root;
    }

    public void show(List<Case> cases) {
        List<Case> sorted = new ArrayList<>(cases);
        sorted.sort(BY_DEADLINE);
        items.setAll(sorted);
        root.getChildren().setAll(list);
        if (sorted.isEmpty()) {
            say(hall.messages().get("kpi.cases-none"));
        }
    }

    /// No list, and why.
    public void empty(String why) {
        items.clear();
        root.getChildren().setAll(list);
        say(why);
    }

    private void say(String text) {
        EmptyState none = EmptyState.empty(text);
        none.setMouseTransparent(true);
        root.getChildren().add(none);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /// Whether somebody is at it: then it is not exchanged under the hand.
    public boolean isHeld() {
        return root.isHover() || list.getSelectionModel().getSelectedItem() != null;
    }

    /// The case the hand is at in this list.
    public Optional<Case> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    public void tick(Instant now) {
        cells.forEach(c -> c.repaint(now));
    }

    private void pick(@Nullable Case c) {
        if (c == null) {
            return;
        }
        Position place = c.place().position();
        if (desk.stores().cases().find(c.id()).isPresent() || place == null) {
            desk.pick(c.id());
        } else {
            desk.selection().pick(new Selection.Picked.OfPoint(place));
        }
    }
}
