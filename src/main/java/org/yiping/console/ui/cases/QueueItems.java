package org.yiping.console.ui.cases;

import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows as a list view watches them: one layout, replaced as a whole. FX thread.
final class QueueItems extends ObservableListBase<QueueRow> {
    private QueueLayout now = QueueLayout.NOTHING;

    QueueLayout layout() {
        return now;
    }

    /// Tells nobody where the same stands on the same rows.
    void show(QueueLayout next) {
        QueueLayout before = now;
        now = next;
        if (!next.same(before)) {
            beginChange();
            nextReplace(0, next.size(), before);
            endChange();
        }
    }

    @Override
    public QueueRow get(int row) {
        return now.get(row);
    }

    /// All rows are the layout, which knows where each stands: the list view looks for the selected one among them.
    @Override
    public List<QueueRow> subList(int from, int to) {
        return from == 0 && to == size() ? now : super.subList(from, to);
    }

    @Override
    public int size() {
        return now.size();
    }
}
