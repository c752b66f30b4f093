package org.yiping.server.kpi;

/// Which row stands at which revision: open addressing over two arrays, because a million boxed pairs would take five
/// times as much. Guarded by whoever owns it.
final class RevisionIndex {
    private static final int SMALLEST = 1 << 10;

    private long[] keys = new long[SMALLEST];
    private int[] rows = new int[SMALLEST];
    private int size;

    void put(long revision, int row) {
        if (size * 3L > keys.length * 2L) {
            grow();
        }
        int place = place(revision);
        size += keys[place] == 0 ? 1 : 0;
        keys[place] = revision;
        rows[place] = row;
    }

    /// Takes the row out; -1 where none stands at this revision.
    int remove(long revision) {
        int place = place(revision);
        if (keys[place] == 0) {
            return -1;
        }
        int row = rows[place];
        size--;
        close(place);
        return row;
    }

    /// Whatever was put behind the gap because its own place was taken moves up.
    private void close(int place) {
        int mask = keys.length - 1;
        int gap = place;
        int at = place;
        while (true) {
            at = (at + 1) & mask;
            if (keys[at] == 0) {
                keys[gap] = 0;
                return;
            }
            int own = home(keys[at]);
            boolean stays = gap <= at ? gap < own && own <= at : gap < own || own <= at;
            if (!stays) {
                keys[gap] = keys[at];
                rows[gap] = rows[at];
                gap = at;
            }
        }
    }

    private int place(long revision) {
        int at = home(revision);
        while (keys[at] != 0 && keys[at] != revision) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private int home(long revision) {
        long mixed = revision * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (keys.length - 1);
    }

    private void grow() {
        long[] old = keys;
        int[] oldRows = rows;
        keys = new long[old.length * 2];
        rows = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                int place = place(old[i]);
                keys[place] = old[i];
                rows[place] = oldRows[i];
            }
        }
    }
}
