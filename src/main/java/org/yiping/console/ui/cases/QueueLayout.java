package org.yiping.console.ui.cases;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;

/// What stands on which row: the cases group by group below their heads, those of folded groups not at all. Immutable;
/// any thread.
///
/// Two hundred thousand cases have no row objects: a row is worked out when it is looked at.
final class QueueLayout extends AbstractList<QueueRow> implements RandomAccess {
    static final QueueLayout NOTHING = new QueueLayout(new SlotTable(0), List.of(), Set.of());

    private final SlotTable cases;
    private final List<QueueGroup> groups;
    private final Set<String> folded;
    /// The row of each group's head.
    private final int[] heads;
    private final int size;

    /// `cases` by their slots, which `groups` covers without a gap; without groups every slot is its row.
    QueueLayout(SlotTable cases, List<QueueGroup> groups, Set<String> folded) {
        this.cases = cases;
        this.groups = List.copyOf(groups);
        this.folded = Set.copyOf(folded);
        heads = new int[groups.size()];
        int row = 0;
        for (int i = 0; i < heads.length; i++) {
            heads[i] = row;
            row += 1 + (isFolded(i) ? 0 : groups.get(i).size());
        }
        size = groups.isEmpty() ? cases.end() : row;
    }

    QueueLayout folding(Set<String> next) {
        return new QueueLayout(cases, groups, next);
    }

    List<QueueGroup> groups() {
        return groups;
    }

    /// All cases in their order, those of folded groups too.
    List<CaseId> cases() {
        return cases.list();
    }

    boolean holds(CaseId id) {
        return cases.find(id) != SlotTable.NONE;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public QueueRow get(int row) {
        int at = head(row);
        if (at < 0) {
            return new QueueRow.OfCase(cases().get(row));
        }
        QueueGroup group = groups.get(at);
        return heads[at] == row
                ? new QueueRow.Head(group.key())
                : new QueueRow.OfCase(cases().get(group.from() + row - heads[at] - 1));
    }

    /// Looked up, not looked for.
    @Override
    public int indexOf(@Nullable Object row) {
        return switch (row) {
            case QueueRow.OfCase(CaseId id) -> row(id);
            case QueueRow.Head(String group) -> row(group);
            case null, default -> SlotTable.NONE;
        };
    }

    /// The row of a case, or `SlotTable.NONE`: also where its group is folded.
    int row(CaseId id) {
        int slot = cases.find(id);
        int at = slot == SlotTable.NONE ? SlotTable.NONE : group(slot);
        if (slot == SlotTable.NONE || groups.isEmpty()) {
            return slot;
        }
        return isFolded(at)
                ? SlotTable.NONE
                : heads[at] + 1 + slot - groups.get(at).from();
    }

    /// The row of a group's head, or `SlotTable.NONE`.
    int row(String group) {
        for (int i = 0; i < heads.length; i++) {
            if (groups.get(i).key().equals(group)) {
                return heads[i];
            }
        }
        return SlotTable.NONE;
    }

    /// The group a case stands in, shown or folded.
    @Nullable
    QueueGroup group(CaseId id) {
        int slot = cases.find(id);
        return slot == SlotTable.NONE || groups.isEmpty() ? null : groups.get(group(slot));
    }

    /// Whether the same stands on the same rows.
    boolean same(QueueLayout other) {
        return groups.equals(other.groups) && folded.equals(other.folded) && cases.same(other.cases);
    }

    private boolean isFolded(int group) {
        return folded.contains(groups.get(group).key());
    }

    /// The group this row is in; -1 without groups.
    private int head(int row) {
        int at = Arrays.binarySearch(heads, row);
        return at >= 0 ? at : -at - 2;
    }

    private int group(int slot) {
        int low = 0;
        int high = groups.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (groups.get(middle).from() <= slot) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
