package org.yiping.server.kpi;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Measure;

/// One walk over the table for a scan. Only blocks in which anything happened within a span are looked at, and of those
/// that lie wholly within one what they came to before, as long as that holds; where standing cases are asked for, the
/// rows that may have stood. Whoever walks holds the monitor of the subtotals.
@SuppressWarnings("EnumOrdinal") // places of arrays
final class Walk {
    private static final int STANDING = FactTable.MOMENTS;
    private static final Counter[] NO_COUNTERS = {};
    private static final Measure[] NO_MEASURES = {};

    private final Scan scan;
    private final FactTable table;
    private final Sieve sieve;
    private final long now;
    private final Subtotals subtotals;
    private final Groups groups;
    private int looked;

    Walk(Scan scan, Subtotals subtotals, Groups groups) {
        this.scan = scan;
        this.table = scan.table;
        this.sieve = scan.sieve;
        this.now = scan.now;
        this.subtotals = subtotals;
        this.groups = groups;
    }

    /// How many times it went through the rows of a block by their moments.
    int looked() {
        return looked;
    }

    void run() {
        for (int block = 0; block < table.blocks().size(); block++) {
            for (int moment = 0; moment < FactTable.MOMENTS; moment++) {
                if (scan.counters[moment].length > 0 || scan.measures[moment].length > 0) {
                    for (Scan.Window w : scan.windows) {
                        dated(block, moment, w);
                    }
                }
            }
            if (scan.counters[STANDING].length > 0) {
                for (Scan.Window w : scan.windows) {
                    standing(block, w);
                }
            }
        }
    }

    private void dated(int number, int moment, Scan.Window w) {
        FactBlock block = table.blocks().get(number);
        if (!block.touches(moment, w.from, w.until)) {
            return;
        }
        Counter[] some = scan.counters[moment];
        boolean within = block.within(moment, w.from, w.until);
        if (within && some.length > 0) {
            add(w, subtotal(number, moment), some);
        }
        // durations are read one by one each time, for their percentiles
        rows(number, moment, w, within ? NO_COUNTERS : some);
    }

    private static void add(Scan.Window w, Subtotals.Sum sum, Counter[] some) {
        for (int i = 0; i < sum.groups().length; i++) {
            Tally tally = w.tally(sum.groups()[i]);
            for (int c = 0; tally != null && c < some.length; c++) {
                tally.add(some[c], sum.counts()[i * some.length + c]);
            }
        }
    }

    /// What the block came to, if that holds; else counted from its rows.
    private Subtotals.Sum subtotal(int number, int moment) {
        FactBlock block = table.blocks().get(number);
        Subtotals.Sum before = subtotals.find(number, moment);
        if (before != null && before.holds(block, now)) {
            return before;
        }
        looked++;
        Counter[] some = scan.counters[moment];
        Subtotals.Growing growing = new Subtotals.Growing(some.length);
        long after = Long.MIN_VALUE;
        long until = Long.MAX_VALUE;
        long[] moments = block.moments[moment];
        int end = table.rows(number);
        for (int row = 0; row < end; row++) {
            long at = moments[row];
            if (at != FactTable.NEVER && sieve.passes(block, row) && sieve.passes(block, row, moment, at)) {
                after = Math.max(after, Math.max(passed(block.due[row]), passed(block.replyDue[row])));
                until = Math.min(until, Math.min(ahead(block.due[row]), ahead(block.replyDue[row])));
                count(growing, block, row, moment, some);
            }
        }
        Subtotals.Sum anew = growing.sum(block.changed, after, until);
        subtotals.keep(number, moment, anew);
        return anew;
    }

    /// What never comes has passed before everything.
    private long passed(long due) {
        return due < now ? due : Long.MIN_VALUE;
    }

    private long ahead(long due) {
        return due < now ? Long.MAX_VALUE : due;
    }

    private void count(Subtotals.Growing into, FactBlock block, int row, int moment, Counter[] some) {
        long marks = sieve.marks(block, row, now);
        int group = Groups.NONE;
        for (int c = 0; c < some.length; c++) {
            if (some[c].counts(marks)) {
                group = group == Groups.NONE ? groups.of(block, row, moment, block.moments[moment][row]) : group;
                if (group == Groups.NONE) {
                    return;
                }
                into.add(group, c);
            }
        }
    }

    /// Row by row, what lies within a window.
    private void rows(int number, int moment, Scan.Window w, Counter[] some) {
        Measure[] durations = scan.measures[moment];
        if (some.length == 0 && durations.length == 0) {
            return;
        }
        looked++;
        FactBlock block = table.blocks().get(number);
        long[] moments = block.moments[moment];
        int end = table.rows(number);
        for (int row = 0; row < end; row++) {
            long at = moments[row];
            if (at >= w.from && at < w.until && sieve.passes(block, row) && sieve.passes(block, row, moment, at)) {
                count(w, new Step(block, row, moment, at), some, durations);
            }
        }
    }

    /// `moment` is below 0 for a standing case.
    private record Step(FactBlock block, int row, int moment, long at) {}

    private void standing(int number, Scan.Window w) {
        FactBlock block = table.blocks().get(number);
        long at = Math.min(w.until, now);
        if (!block.mayHaveStood(at)) {
            return;
        }
        boolean whole = block.lastEnd > at; // some may have stood then and have ended since
        int base = number * FactBlock.ROWS;
        int end = base + table.rows(number);
        for (int row = Scan.next(table, base, whole); row < end; row = Scan.next(table, row + 1, whole)) {
            int place = row - base;
            if (block.stood(place, at) && sieve.passes(block, place) && sieve.passes(block, place, -1, at)) {
                count(w, new Step(block, place, -1, at), scan.counters[STANDING], NO_MEASURES);
            }
        }
    }

    private void count(Scan.Window w, Step step, Counter[] some, Measure[] durations) {
        Tally tally = null;
        long marks = some.length == 0 ? 0 : sieve.marks(step.block(), step.row(), now);
        for (Counter counter : some) {
            if (counter.counts(marks)) {
                tally = tally == null ? tally(w, step) : tally;
                if (tally == null) {
                    return;
                }
                tally.add(counter, 1);
            }
        }
        for (Measure measure : durations) {
            long from = step.block().moments[measure.from().ordinal()][step.row()];
            if (from != FactTable.NEVER && from <= step.at()) {
                tally = tally == null ? tally(w, step) : tally;
                if (tally == null) {
                    return;
                }
                tally.add(measure, step.at() - from);
            }
        }
    }

    private @Nullable Tally tally(Scan.Window w, Step step) {
        return w.tally(groups.of(step.block(), step.row(), step.moment(), step.at()));
    }
}
