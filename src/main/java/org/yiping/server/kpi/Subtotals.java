package org.yiping.server.kpi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Grouping;

/// What each block of the table came to when a kind of question was asked last. A block that lies wholly within a
/// period, in which no row has changed and no clock has run over since, comes to the same again: a year is then some
/// hundred sums and the few blocks in which something happened, instead of a million rows. Nothing is ever added to or
/// taken from a sum: it is used as it was counted, or counted anew from the rows. Whoever uses one holds its monitor.
final class Subtotals {
    /// Everything but the period that a count depends on.
    record Shape(Set<Counter> counters, Sieve.Of of, Grouping by, String level) {
        Shape {
            counters = Set.copyOf(counters);
        }
    }

    /// Of one moment in one block: so many of each counter for each of some groups, as long as nothing has changed in
    /// it since revision `changed` and now is later than `after` and not later than `until`.
    @SuppressWarnings("ArrayRecordComponent") // filled once
    record Sum(long changed, long after, long until, int[] groups, int[] counts) {
        boolean holds(FactBlock block, long now) {
            return changed == block.changed && now > after && now <= until;
        }

        private int cells() {
            return OWN_CELLS_OF_A_SUM + groups.length + counts.length;
        }
    }

    /// The subtotals of many questions. Any reader of the table.
    static final class Book {
        /// Of four bytes; those asked for longest ago go.
        private static final int MOST_CELLS = 1 << 20;

        private final Map<Shape, Subtotals> kept = new LinkedHashMap<>(16, 0.75f, true);

        synchronized Subtotals of(Shape shape) {
            Subtotals found = kept.computeIfAbsent(shape, _ -> new Subtotals());
            long cells = kept.values().stream().mapToLong(s -> s.cells).sum();
            var eldest = kept.values().iterator();
            while (cells > MOST_CELLS && eldest.hasNext()) {
                Subtotals next = eldest.next();
                if (next != found) {
                    cells -= next.cells;
                    eldest.remove();
                }
            }
            return found;
        }

        synchronized int cells() {
            return kept.values().stream().mapToInt(s -> s.cells).sum();
        }
    }

    private static final int MOST_CELLS_OF_ONE = Book.MOST_CELLS / 2;
    /// What a question and a sum take themselves, by and large: even those that come to nothing are not kept for ever.
    private static final int OWN_CELLS = 256;

    private static final int OWN_CELLS_OF_A_SUM = 32;

    /// The groups' numbers, the same for all blocks.
    final Names groups = new Names();

    private final Map<Integer, Sum> sums = new HashMap<>();
    private volatile int cells = OWN_CELLS;

    Subtotals() {}

    @Nullable
    Sum find(int block, int moment) {
        return sums.get(block * FactTable.MOMENTS + moment);
    }

    /// Keeps it for the next time, where there is room.
    void keep(int block, int moment, Sum sum) {
        int key = block * FactTable.MOMENTS + moment;
        Sum old = sums.remove(key);
        int left = cells - (old == null ? 0 : old.cells());
        if (left + sum.cells() <= MOST_CELLS_OF_ONE) {
            sums.put(key, sum);
            left += sum.cells();
        }
        cells = left;
    }

    /// Counts of groups as they are counted; `width` counters each.
    static final class Growing {
        private final int width;
        private int[] counts;
        private int groups;

        Growing(int width) {
            this.width = width;
            this.counts = new int[width * 8];
        }

        void add(int group, int counter) {
            int place = group * width + counter;
            if (place >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(place + width, counts.length * 2));
            }
            counts[place]++;
            groups = Math.max(groups, group + 1);
        }

        /// Those groups in which anything was counted.
        Sum sum(long changed, long after, long until) {
            int[] some = new int[groups];
            int[] theirs = new int[groups * width];
            int found = 0;
            for (int group = 0; group < groups; group++) {
                boolean any = false;
                for (int i = 0; i < width; i++) {
                    theirs[found * width + i] = counts[group * width + i];
                    any |= counts[group * width + i] != 0;
                }
                some[found] = group;
                found += any ? 1 : 0;
            }
            return new Sum(changed, after, until, Arrays.copyOf(some, found), Arrays.copyOf(theirs, found * width));
        }
    }
}
