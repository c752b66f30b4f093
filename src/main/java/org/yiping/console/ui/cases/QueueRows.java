package org.yiping.console.ui.cases;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;

/// The queue's rows in the order the hand has before it. One thread.
///
/// Nothing moves under the hand: a case that joins the view waits, one that leaves keeps its place (marked), one that
/// belongs to another group by now stays below its old head, and a deadline that changed does not move its row, until
/// `refill`.
final class QueueRows {
    private QueueLayout shown = QueueLayout.NOTHING;
    private final Set<CaseId> left = new HashSet<>();
    private final Set<CaseId> waiting = new LinkedHashSet<>();
    private final Set<CaseId> strayed = new HashSet<>();

    /// The rows anew, each case's slot being its place: nothing waits, nothing has left.
    void refill(QueueLayout sorted) {
        shown = sorted;
        left.clear();
        waiting.clear();
        strayed.clear();
    }

    /// Folds these groups and no others.
    void fold(Set<String> groups) {
        shown = shown.folding(groups);
    }

    /// A case changed; `member` says whether the view takes it now, `group` in which group; null where nothing is
    /// grouped.
    void changed(CaseId id, boolean member, @Nullable String group) {
        if (!shown.holds(id)) {
            if (member) {
                waiting.add(id);
            } else {
                waiting.remove(id);
            }
            return;
        }
        if (!member) {
            left.add(id);
            return;
        }
        left.remove(id);
        QueueGroup stands = shown.group(id);
        if (stands == null || stands.key().equals(group)) {
            strayed.remove(id);
        } else {
            strayed.add(id);
        }
    }

    QueueLayout layout() {
        return shown;
    }

    /// All cases, those of folded groups too.
    List<CaseId> order() {
        return shown.cases();
    }

    /// Where a case stands, or `SlotTable.NONE`.
    int row(CaseId id) {
        return shown.row(id);
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
        return waiting.isEmpty() && left.isEmpty() && strayed.isEmpty();
    }
}
