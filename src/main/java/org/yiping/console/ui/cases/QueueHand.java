package org.yiping.console.ui.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;

/// What the hand does in the queue's list, and what the list shows of it: the open case, those marked with it, the head
/// the cursor stands on. FX thread.
///
/// A head is a row one can stand on and never a case one can pick: the open case stays open meanwhile. Left and right
/// fold and unfold as in any tree, from a case left leads to its head.
final class QueueHand {
    private final CasesViewModel model;
    private final ListView<QueueRow> list;
    private boolean selecting;
    private @Nullable String onHead;
    private @Nullable CaseId shown;

    QueueHand(CasesViewModel model, ListView<QueueRow> list) {
        this.model = model;
        this.list = list;
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (byHand()) {
                took(row);
            }
        });
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<QueueRow>) _ -> {
            if (byHand() && !list.getSelectionModel().isEmpty()) {
                model.mark(chosen());
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Rows put in order anew select nothing: what is open stays open, what was marked stays marked.
    ///
    /// JavaFX's list goes on to whatever stands on the old row where the change before left the selected one in its
    /// place: it counts rows that are gone.
    private boolean byHand() {
        return !selecting && !(list.getItems() instanceof QueueItems rows && rows.telling() > 0);
    }

    /// The group the hand is in: that of the head it stands on, else of the open case; null where nothing is grouped.
    @Nullable
    String group() {
        CaseId picked = model.picked();
        return onHead != null ? onHead : picked == null ? null : model.groups().of(picked);
    }

    private void took(@Nullable QueueRow row) {
        switch (row) {
            case null -> {}
            case QueueRow.OfCase(CaseId id) -> {
                onHead = null;
                shown = id;
                model.pick(id);
            }
            case QueueRow.Head(String group) -> {
                onHead = group;
                shown = model.picked();
            }
        }
    }

    /// Shows which case the seat has picked, wherever it was picked, and which are marked with it. A hand that stands
    /// on a head stays there until another case is picked.
    void mark(@Nullable CaseId picked) {
        if (onHead != null && Objects.equals(picked, shown)) {
            int row = model.groups().row(onHead);
            if (row != SlotTable.NONE) {
                stand(List.of(row));
                return;
            }
        }
        onHead = null;
        shown = picked;
        Set<CaseId> wanted = new LinkedHashSet<>(model.marked());
        if (picked != null) {
            wanted.add(picked);
        }
        wanted.removeIf(id -> model.row(id) == SlotTable.NONE);
        QueueRow now = list.getSelectionModel().getSelectedItem();
        boolean open = picked == null || wanted.contains(picked);
        if (chosen().equals(wanted)
                && !(now instanceof QueueRow.Head)
                && (picked == null || !open || new QueueRow.OfCase(picked).equals(now))) {
            return;
        }
        // by their rows: looking for an id among two hundred thousand takes longer than a frame
        List<Integer> rows = new ArrayList<>(
                wanted.stream().filter(id -> !id.equals(picked)).map(model::row).toList());
        if (picked != null && wanted.contains(picked)) { // last, for it is the one that is open
            rows.add(model.row(picked));
        }
        stand(rows);
    }

    private void stand(List<Integer> rows) {
        MultipleSelectionModel<QueueRow> selection = list.getSelectionModel();
        if (selection.getSelectedIndices().equals(rows)) {
            return;
        }
        selecting = true;
        selection.clearSelection();
        if (!rows.isEmpty()) {
            int[] others = rows.stream().skip(1).mapToInt(Integer::intValue).toArray();
            selection.selectIndices(rows.getFirst(), others);
        }
        selecting = false;
    }

    private Set<CaseId> chosen() {
        Set<CaseId> chosen = new LinkedHashSet<>();
        for (QueueRow row : list.getSelectionModel().getSelectedItems()) {
            if (row instanceof QueueRow.OfCase(CaseId id)) {
                chosen.add(id);
            }
        }
        return chosen;
    }

    private void key(KeyEvent e) {
        if (e.isAltDown() || e.isShortcutDown() || e.isShiftDown()) {
            return;
        }
        switch (list.getSelectionModel().getSelectedItem()) {
            case null -> {}
            case QueueRow.Head(String group) -> onHead(group, e);
            case QueueRow.OfCase(CaseId id) -> onCase(id, e);
        }
    }

    private void onHead(String group, KeyEvent e) {
        boolean folded = model.groups().isFolded(group);
        if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
            model.groups().fold(group, e.getCode() == KeyCode.LEFT);
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            model.groups().fold(group, !folded);
            e.consume();
        }
    }

    private void onCase(CaseId id, KeyEvent e) {
        String group = model.groups().of(id);
        if (e.getCode() == KeyCode.LEFT && group != null) {
            int row = model.groups().row(group);
            list.getSelectionModel().clearAndSelect(row);
            list.scrollTo(Math.max(0, row));
            e.consume();
        }
    }
}
