package org.yiping.console.map;

/// Which row an id is of: an open table of row numbers, kept in the columns it speaks of (标识表). Eight to sixteen
/// bytes a row, where a map of objects takes seventy, and a snapshot of it costs only the pieces that changed.
///
/// One thread writes; `find` on a snapshot is for any.
final class IdTable {
    private IntColumn.Writer slots = new IntColumn.Writer();
    private int mask = 15;
    private int size;

    IdTable() {
        slots.set(mask, 0);
    }

    /// What a snapshot looks ids up in. Immutable; any thread.
    record View(IntColumn slots, int mask) {
        int find(String id, TextColumn ids) {
            for (int slot = home(id, mask); ; slot = (slot + 1) & mask) {
                int row = slots.get(slot) - 1;
                if (row < 0 || ids.get(row).equals(id)) {
                    return row;
                }
            }
        }
    }

    View snapshot() {
        return new View(slots.snapshot(), mask);
    }

    /// The row of an id or -1.
    int find(String id, TextColumn.Writer ids) {
        return slots.get(slot(id, ids)) - 1;
    }

    /// Adds a row that is not there yet.
    void add(int row, TextColumn.Writer ids) {
        if (2 * ++size > mask) {
            mask = 2 * mask + 1;
            slots = new IntColumn.Writer();
            slots.set(mask, 0);
            for (int other = 0; other < size - 1; other++) {
                slots.set(slot(ids.get(other), ids), other + 1);
            }
        }
        slots.set(slot(ids.get(row), ids), row + 1);
    }

    /// The row's id has another row from now on.
    void renumber(int row, int now, TextColumn.Writer ids) {
        slots.set(slot(ids.get(row), ids), now + 1);
    }

    /// Takes a row out; those that had to step aside for it move up.
    void remove(int row, TextColumn.Writer ids) {
        int gap = slot(ids.get(row), ids);
        size--;
        for (int slot = (gap + 1) & mask; slots.get(slot) != 0; slot = (slot + 1) & mask) {
            int home = home(ids.get(slots.get(slot) - 1), mask);
            if (((slot - home) & mask) >= ((slot - gap) & mask)) {
                slots.set(gap, slots.get(slot));
                gap = slot;
            }
        }
        slots.set(gap, 0);
    }

    private int slot(String id, TextColumn.Writer ids) {
        int slot = home(id, mask);
        while (slots.get(slot) != 0 && !ids.get(slots.get(slot) - 1).equals(id)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int home(String id, int mask) {
        int h = id.hashCode() * 0x9E3779B9;
        return (h ^ (h >>> 15)) & mask;
    }
}
