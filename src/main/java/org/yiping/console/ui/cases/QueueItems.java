package org.yiping.console.ui.cases;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The rows as a list view watches them: one layout, replaced as a whole. FX thread.
final class QueueItems extends ObservableListBase<QueueRow> {
    private QueueLayout now = QueueLayout.NOTHING;
    private int told;
    private boolean telling;

    QueueLayout layout() {
        return now;
    }

    /// Tells nobody where the same stands on the same rows.
    void show(QueueLayout next) {
        QueueLayout before = now;
        now = next;
        if (!next.same(before)) {
            told++;
            telling = true;
            try {
                fireChange(new Replaced(this, before));
            } finally {
                telling = false;
            }
        }
    }

    /// The number of the change that whoever watches is being told of just now; 0 outside of one.
    int telling() {
        return telling ? told : 0;
    }

    @Override
    public QueueRow get(int row) {
        return now.get(row);
    }

    /// The layout knows where each row stands: the list view looks for the selected one and the one in focus among all.
    @Override
    public int indexOf(@Nullable Object row) {
        return now.indexOf(row);
    }

    @Override
    public List<QueueRow> subList(int from, int to) {
        return from == 0 && to == size() ? now : super.subList(from, to);
    }

    @Override
    public int size() {
        return now.size();
    }

    /// Every row replaced. JavaFX's own way to say so makes a list of two hundred thousand rows that nobody reads.
    private static final class Replaced extends ListChangeListener.Change<QueueRow> {
        private final QueueLayout before;
        private boolean read;

        Replaced(QueueItems items, QueueLayout before) {
            super(items);
            this.before = before;
        }

        @Override
        public boolean next() {
            boolean first = !read;
            read = true;
            return first;
        }

        @Override
        public void reset() {
            read = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<QueueRow> getRemoved() {
            return before;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
