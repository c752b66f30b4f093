package org.yiping.console.ui.cases;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yiping.domain.casework.CaseId;

/// The queue's rows in the order the hand has before it. One thread.
///
/// Nothing moves under the hand: a case that joins the view waits, one that leaves keeps its place (marked), and a
/// deadline that changed does not move its row, until `refill`.
final class QueueRows {
    private SlotTable shown = new SlotTable(0);
    private final Set<CaseId> left = new HashSet<>();
    private final Set<CaseId> waiting = new LinkedHashSet<>();

    /// The rows anew, each case's slot being its row: nothing waits, nothing has left.
    void refill(SlotTable sorted) {
        shown = sorted;
        left.clear();
        waiting.clear();
    }

    /// A case changed; `member` says whether the view takes it now.
    void changed(CaseId id, boolean member) {
        if (shows(id)) {
            if (member) {
                left.remove(id);
            } else {
                left.add(id);
            }
        } else if (member) {
            waiting.add(id);
        } else {
            waiting.remove(id);
        }
    }

    List<CaseId> order() {
        return shown.list();
    }

    /// Where a case stands, or `SlotTable.NONE`.
    int row(CaseId id) {
        return shown.find(id);
    }

    boolean shows(CaseId id) {
        return row(id) != SlotTable.NONE;
    }

    boolean hasLeft(CaseId id) {
        return left.contains(id);
    }

    int waiting() {
        return waiting.size();
    }

    int leftCount() {
        return left.size();
    }

    boolean settled() {
        return waiting.isEmpty() && left.isEmpty();
    }
}
