package org.yiping.server.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Moment;
import org.yiping.domain.kpi.Span;

/// What is asked of the table: some counters and durations in some spans at once, told apart by groups; and the rows
/// behind a counter. A number and its rows are one condition. One thread, under the table's lock.
@SuppressWarnings("EnumOrdinal") // places of arrays; what is written down names their order
final class Scan {
    final FactTable table;
    final Sieve sieve;
    final long now;
    final Counter[][] counters = new Counter[FactTable.MOMENTS + 1][];
    final Measure[][] measures = new Measure[FactTable.MOMENTS][];
    final List<Window> windows = new ArrayList<>();
    private final Set<Counter> askedCounters = EnumSet.noneOf(Counter.class);
    private final Set<Measure> askedMeasures;
    private Grouping grouping = Grouping.NONE;
    private String level = "";
    private Function<String, @Nullable String> areaOf = _ -> null;
    private boolean plain;
    private int looked;

    /// A span, and what was counted in it so far. `dark`: nobody can know anything of it, because it has not begun or
    /// was over before the first case.
    final class Window {
        final long from;
        final long until;
        private final boolean past;
        private final boolean dark;
        /// By the groups' numbers.
        private @Nullable Tally[] tallies = new Tally[16];

        Window(Span span) {
            from = span.from().toEpochMilli();
            until = span.until().toEpochMilli();
            past = until < now;
            dark = from > now || until <= Math.min(now, table.first());
        }

        /// Of a group's number; absent for `Groups.NONE`.
        @Nullable
        Tally tally(int group) {
            if (group == Groups.NONE) {
                return null;
            }
            if (group >= tallies.length) {
                tallies = Arrays.copyOf(tallies, Math.max(group + 1, tallies.length * 2));
            }
            Tally tally = tallies[group];
            if (tally == null) {
                tally = empty();
                tallies[group] = tally;
            }
            return tally;
        }

        private Tally empty() {
            if (dark) {
                return new Tally(Set.of(), Set.of());
            }
            Set<Counter> known = EnumSet.noneOf(Counter.class);
            askedCounters.stream().filter(c -> !past || c.isKnownOfThePast()).forEach(known::add);
            return new Tally(known, askedMeasures);
        }

        private Map<String, Tally> named(Groups groups) {
            Map<String, Tally> named = new TreeMap<>();
            for (int group = 0; group < tallies.length; group++) {
                Tally tally = tallies[group];
                if (tally != null) {
                    named.put(groups.name(group), tally);
                }
            }
            return named;
        }
    }

    Scan(FactTable table, Sieve sieve, Set<Counter> counters, Set<Measure> measures, long now) {
        this.table = table;
        this.sieve = sieve;
        this.now = now;
        this.askedCounters.addAll(counters); // in their own order, whatever kind of set it was
        this.askedMeasures = measures;
        for (Moment moment : Moment.values()) {
            this.counters[moment.ordinal()] =
                    askedCounters.stream().filter(c -> c.moment() == moment).toArray(Counter[]::new);
        }
        for (int i = 0; i < FactTable.MOMENTS; i++) {
            Moment moment = Moment.values()[i];
            this.measures[i] =
                    measures.stream().filter(m -> m.until() == moment).toArray(Measure[]::new);
        }
    }

    /// `inLevel` says in which area of the level one lies.
    Scan by(Grouping by, String ofLevel, Function<String, @Nullable String> inLevel) {
        grouping = by;
        level = ofLevel;
        areaOf = inLevel;
        return this;
    }

    /// Counts from the rows alone, as if nothing had been asked before.
    Scan plain() {
        plain = true;
        return this;
    }

    /// A span more; returns its place among the results.
    int add(Span span) {
        windows.add(new Window(span));
        return windows.size() - 1;
    }

    /// Of a span in which nothing was counted.
    Tally empty(int span) {
        return windows.get(span).empty();
    }

    /// The groups of each span, by name.
    List<Map<String, Tally>> run() {
        Subtotals subtotals = plain
                ? new Subtotals()
                : table.subtotals.of(new Subtotals.Shape(askedCounters, sieve.of(), grouping, level));
        synchronized (subtotals) {
            Groups groups = new Groups(table, sieve, grouping, areaOf, subtotals.groups);
            Walk walk = new Walk(this, subtotals, groups);
            walk.run();
            looked = walk.looked();
            return windows.stream().map(w -> w.named(groups)).toList();
        }
    }

    /// How many blocks the last run had to go through row by row.
    int looked() {
        return looked;
    }

    /// The first row from one on that is looked at: every one, or those that have not ended.
    static int next(FactTable table, int row, boolean whole) {
        int open = whole ? row : table.open.nextSetBit(row);
        return open < 0 ? Integer.MAX_VALUE : open;
    }

    /// The rows a counter counts in a span, in their order: what its number was counted from. Empty as well where the
    /// number is unknown.
    static BitSet rows(FactTable table, Sieve sieve, Counter counter, Span span, long now) {
        BitSet rows = new BitSet();
        boolean standing = counter.moment() == Moment.STANDING;
        int moment = standing ? -1 : counter.moment().ordinal();
        Scan scan = new Scan(table, sieve, Set.of(counter), Set.of(), now);
        if (scan.empty(scan.add(span)).count(counter) == null) {
            return rows;
        }
        Window w = scan.windows.getFirst();
        long then = Math.min(w.until, now);
        for (int number = 0; number < table.blocks().size(); number++) {
            FactBlock block = table.blocks().get(number);
            if (standing ? !block.mayHaveStood(then) : !block.touches(moment, w.from, w.until)) {
                continue;
            }
            boolean whole = !standing || block.lastEnd > then;
            int base = number * FactBlock.ROWS;
            int end = base + table.rows(number);
            for (int row = next(table, base, whole); row < end; row = next(table, row + 1, whole)) {
                int place = row - base;
                long at = standing ? then : block.moments[moment][place];
                boolean in = standing ? block.stood(place, at) : at >= w.from && at < w.until;
                if (in
                        && sieve.passes(block, place)
                        && sieve.passes(block, place, moment, at)
                        && counter.counts(sieve.marks(block, place, now))) {
                    rows.set(row);
                }
            }
        }
        return rows;
    }

    /// By group the rows that any of some counters counted in a span, each with the counters that did, a
    /// bit each in their order: the numbers of `run`, case by case.
    Map<String, Map<Integer, Long>> members(List<Counter> some, Span span) {
        Map<String, Map<Integer, Long>> found = new TreeMap<>();
        Groups groups = new Groups(table, sieve, grouping, areaOf, new Names());
        long then = Math.min(span.until().toEpochMilli(), now);
        for (int place = 0; place < some.size(); place++) {
            Counter counter = some.get(place);
            boolean standing = counter.moment() == Moment.STANDING;
            int moment = standing ? -1 : counter.moment().ordinal();
            BitSet rows = rows(table, sieve, counter, span, now);
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                FactBlock block = table.block(row);
                int in = FactTable.place(row);
                int group = groups.of(block, in, moment, standing ? then : block.moments[moment][in]);
                if (group != Groups.NONE) {
                    found.computeIfAbsent(groups.name(group), _ -> new TreeMap<>())
                            .merge(row, 1L << place, (a, b) -> a | b);
                }
            }
        }
        return found;
    }
}
