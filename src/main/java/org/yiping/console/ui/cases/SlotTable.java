package org.yiping.console.ui.cases;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;

/// Gives each case a small number, its slot, so that two hundred thousand of them are kept in arrays and counted in
/// bits instead of in maps of objects: six bytes a case instead of sixty. A slot that was given up is given again.
/// One thread at a time; any thread once nobody adds any more.
final class SlotTable {
    static final int NONE = -1;

    private @Nullable CaseId[] ids;
    /// Of each id, so that sorting into a table goes from array to array and not to every case.
    private int[] hashes;
    /// Slots by hash, one more than the slot, 0 where there is none; at most half full.
    private int[] table;
    private int[] free = new int[16];
    private int freed;
    private int end;

    SlotTable(int expected) {
        ids = new CaseId[Math.max(16, expected)];
        hashes = new int[ids.length];
        table = new int[Math.max(64, Integer.highestOneBit(expected) * 4)];
    }

    int size() {
        return end - freed;
    }

    /// All slots are below it.
    int end() {
        return end;
    }

    @Nullable
    CaseId id(int slot) {
        return ids[slot];
    }

    /// The slot of a case, or `NONE`.
    int find(CaseId id) {
        int hash = id.hashCode();
        for (int at = place(hash); table[at] != 0; at = next(at)) {
            int slot = table[at] - 1;
            if (hashes[slot] == hash && id.equals(ids[slot])) {
                return slot;
            }
        }
        return NONE;
    }

    /// The slot it has or is given now.
    int add(CaseId id) {
        int known = find(id);
        return known != NONE ? known : append(id, id.hashCode());
    }

    /// Takes over the id in that slot of another table; it must have no slot here yet.
    void append(SlotTable other, int slot) {
        append(Objects.requireNonNull(other.ids[slot]), other.hashes[slot]);
    }

    private int append(CaseId id, int hash) {
        int slot = freed > 0 ? free[--freed] : end++;
        if (slot == ids.length) {
            ids = Arrays.copyOf(ids, slot + slot / 2);
            hashes = Arrays.copyOf(hashes, ids.length);
        }
        ids[slot] = id;
        hashes[slot] = hash;
        if (2 * size() > table.length) {
            table = new int[table.length * 2];
            for (int s = 0; s < end; s++) {
                if (ids[s] != null) {
                    enter(s);
                }
            }
        } else {
            enter(slot);
        }
        return slot;
    }

    /// Gives its slot up; answers which it was, or `NONE`.
    int remove(CaseId id) {
        int at = place(id.hashCode());
        while (table[at] != 0 && !id.equals(ids[table[at] - 1])) {
            at = next(at);
        }
        if (table[at] == 0) {
            return NONE;
        }
        int slot = table[at] - 1;
        table[at] = 0;
        // who stands behind may have been pushed on by this one
        for (int behind = next(at); table[behind] != 0; behind = next(behind)) {
            int moved = table[behind] - 1;
            table[behind] = 0;
            enter(moved);
        }
        ids[slot] = null;
        if (freed == free.length) {
            free = Arrays.copyOf(free, freed * 2);
        }
        free[freed++] = slot;
        return slot;
    }

    /// Whether it holds the same ids by the same slots.
    boolean same(SlotTable other) {
        if (end != other.end) {
            return false;
        }
        for (int slot = 0; slot < end; slot++) {
            if (!Objects.equals(ids[slot], other.ids[slot])) {
                return false;
            }
        }
        return true;
    }

    /// The ids by slot, where none was given up.
    List<CaseId> list() {
        return new InOrder();
    }

    private final class InOrder extends AbstractList<CaseId> implements RandomAccess {
        @Override
        public CaseId get(int index) {
            CaseId id = ids[index];
            if (id == null) {
                throw new IndexOutOfBoundsException(index);
            }
            return id;
        }

        @Override
        public int size() {
            return end;
        }
    }

    private void enter(int slot) {
        int at = place(hashes[slot]);
        while (table[at] != 0) {
            at = next(at);
        }
        table[at] = slot + 1;
    }

    private int place(int ofId) {
        int hash = ofId * 0x9E3779B9;
        return (hash ^ (hash >>> 16)) & (table.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (table.length - 1);
    }
}
