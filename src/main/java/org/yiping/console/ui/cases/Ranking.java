package org.yiping.console.ui.cases;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import org.yiping.domain.casework.Case;

/// All slots of a book in one order, kept by what changed: sorting two hundred thousand cases takes tenths of a second,
/// putting a thousand changed ones in their places some milliseconds. One thread at a time.
final class Ranking {
    private final QueueOrder order;
    private final BitSet changed = new BitSet();
    private long[] keys = {};
    private int[] ranked = {};

    Ranking(QueueOrder order, CaseBook book) {
        this.order = order;
        changed.set(0, book.end());
    }

    QueueOrder order() {
        return order;
    }

    /// A case came, went or may stand elsewhere.
    void changed(int slot) {
        changed.set(slot);
    }

    /// The slots of all cases, first to last. Not to be changed; good until the next call.
    int[] slots(CaseBook book) {
        if (!changed.isEmpty()) {
            ranked = merged(kept(), sorted(book), book);
            changed.clear();
        }
        return ranked;
    }

    private int[] kept() {
        int[] kept = new int[ranked.length];
        int size = 0;
        for (int slot : ranked) {
            if (!changed.get(slot)) {
                kept[size++] = slot;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private int[] sorted(CaseBook book) {
        if (keys.length < book.end()) {
            keys = Arrays.copyOf(keys, book.end() + book.end() / 4);
        }
        Integer[] moved = changed.stream()
                .filter(slot -> slot < book.end() && book.at(slot) != null)
                .boxed()
                .toArray(Integer[]::new);
        for (int slot : moved) {
            Case value = book.at(slot);
            if (value != null) {
                keys[slot] = order.key(value, book.due(slot));
            }
        }
        Comparator<Case> ties = order.ties();
        Arrays.sort(moved, (x, y) -> compare(x, y, book, ties));
        return Arrays.stream(moved).mapToInt(Integer::intValue).toArray();
    }

    /// Few go into many: each place is sought, what lies between is copied.
    private int[] merged(int[] many, int[] few, CaseBook book) {
        Comparator<Case> ties = order.ties();
        int[] all = new int[many.length + few.length];
        int from = 0;
        for (int i = 0; i < few.length; i++) {
            int low = from;
            int high = many.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (compare(many[middle], few[i], book, ties) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            System.arraycopy(many, from, all, from + i, low - from);
            all[low + i] = few[i];
            from = low;
        }
        System.arraycopy(many, from, all, from + few.length, many.length - from);
        return all;
    }

    private int compare(int x, int y, CaseBook book, Comparator<Case> ties) {
        if (keys[x] != keys[y]) {
            return keys[x] < keys[y] ? -1 : 1;
        }
        Case a = book.at(x);
        Case b = book.at(y);
        return a == null || b == null ? Integer.compare(x, y) : ties.compare(a, b);
    }
}
