package org.yiping.console.ui.cases;

import java.util.ArrayList;
import java.util.Collection;
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
    private final List<CaseId> order = new ArrayList<>();
    private final Set<CaseId> shown = new HashSet<>();
    private final Set<CaseId> left = new HashSet<>();
    private final Set<CaseId> waiting = new LinkedHashSet<>();

    /// The rows anew: nothing waits, nothing has left.
    void refill(Collection<CaseId> sorted) {
        order.clear();
        order.addAll(sorted);
        shown.clear();
        shown.addAll(sorted);
        left.clear();
        waiting.clear();
    }

    /// A case changed; `member` says whether the view takes it now.
    void changed(CaseId id, boolean member) {
        if (shown.contains(id)) {
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
        return List.copyOf(order);
    }

    boolean shows(CaseId id) {
        return shown.contains(id);
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
