package org.yiping.server.kpi;

import java.util.ArrayList;
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

/// One walk over the table: counts what is asked for in some spans at once, told apart by groups. Only blocks in which
/// anything happened within a span are looked at; of the others, where standing cases are asked for, the rows that may
/// have stood. One thread, under the table's lock.
@SuppressWarnings("EnumOrdinal") // places of arrays; what is written down names their order
final class Scan {
    private final FactTable table;
    private final Sieve sieve;
    private final long now;
    private final List<Window> windows = new ArrayList<>();
    private final Counter[][] counters = new Counter[FactTable.MOMENTS + 1][];
    private final Measure[][] measures = new Measure[FactTable.MOMENTS][];
    private final Set<Counter> askedCounters;
    private final Set<Measure> askedMeasures;
    private Function<Place, @Nullable String> groups = _ -> "";

    /// A row and the step of it that is counted; `moment` below 0 for standing cases.
    record Place(int row, int moment, long at) {}

    /// `dark`: nobody can know anything of it, because it has not begun or was over before the first case.
    private record Window(long from, long until, boolean past, boolean dark, Map<String, Tally> tallies) {}

    Scan(FactTable table, Sieve sieve, Set<Counter> counters, Set<Measure> measures, long now) {
        this.table = table;
        this.sieve = sieve;
        this.now = now;
        this.askedCounters = counters;
        this.askedMeasures = measures;
        for (Moment moment : Moment.values()) {
            this.counters[moment.ordinal()] =
                    counters.stream().filter(c -> c.moment() == moment).toArray(Counter[]::new);
        }
        for (int i = 0; i < FactTable.MOMENTS; i++) {
            Moment moment = Moment.values()[i];
            this.measures[i] =
                    measures.stream().filter(m -> m.until() == moment).toArray(Measure[]::new);
        }
    }

    Scan by(Grouping grouping, Function<String, @Nullable String> areaOf) {
        groups = switch (grouping) {
            case NONE -> _ -> "";
            case AREA -> p -> areaOf.apply(table.areas.text(table.area[p.row()]));
            case DEPARTMENT -> p -> sieve.lead(p.row()).at(p.at());
            case CLASS -> p -> table.classes.text(table.kind[p.row()]);
            case SOURCE -> p -> table.sources.text(table.source[p.row()]);
            case PERSON -> p -> actor(p, true);
            case POST -> p -> actor(p, false);
            case HOUR ->
                p -> p.moment() < 0
                        ? null
                        : String.format("%02d", sieve.local(p.at()).getHour());
            case WEEK_HOUR -> p -> p.moment() < 0 ? null : String.format("%03d", sieve.weekHour(p.at()));
            case DAY ->
                p -> p.moment() < 0 ? null : sieve.local(p.at()).toLocalDate().toString();
        };
        return this;
    }

    private @Nullable String actor(Place p, boolean person) {
        if (p.moment() < 0) {
            return null;
        }
        String actor = table.actors.text(table.by[p.moment()][p.row()]);
        int space = actor.lastIndexOf(' ');
        return space < 0 ? null : person ? actor.substring(0, space) : actor.substring(space + 1);
    }

    /// A span more; returns its place among the results.
    int add(Span span) {
        long from = span.from().toEpochMilli();
        long until = span.until().toEpochMilli();
        boolean dark = from > now || until <= Math.min(now, table.first());
        windows.add(new Window(from, until, until < now, dark, new TreeMap<>()));
        return windows.size() - 1;
    }

    /// The groups of each span, by name.
    List<Map<String, Tally>> run() {
        boolean asked = counters[FactTable.MOMENTS].length > 0;
        boolean dated = !askedMeasures.isEmpty() || askedCounters.stream().anyMatch(c -> c.moment() != Moment.STANDING);
        for (int block = 0; block * FactTable.BLOCK < table.size(); block++) {
            boolean near = dated && near(block);
            boolean standing = asked && stands(block);
            if (near || standing) {
                boolean whole = near || hasEndedSince(block);
                int end = end(block);
                for (int row = next(block * FactTable.BLOCK, whole); row < end; row = next(row + 1, whole)) {
                    if (sieve.passes(row)) {
                        row(row, near, standing);
                    }
                }
            }
        }
        return windows.stream().map(Window::tallies).toList();
    }

    private int end(int block) {
        return Math.min(table.size(), (block + 1) * FactTable.BLOCK);
    }

    /// The first row from one on that is looked at: every one, or those that have not ended.
    private int next(int row, boolean whole) {
        int open = whole ? row : table.open.nextSetBit(row);
        return open < 0 ? Integer.MAX_VALUE : open;
    }

    private boolean near(int block) {
        for (Window w : windows) {
            if (table.earliest[block] < w.until() && table.latest[block] >= w.from()) {
                return true;
            }
        }
        return false;
    }

    /// Whether any case of the block may have stood at the end of a span.
    private boolean stands(int block) {
        return !windows.isEmpty() && (table.standing[block] > 0 || hasEndedSince(block));
    }

    /// Whether any case of the block may have stood at the end of a span and does not now.
    private boolean hasEndedSince(int block) {
        for (Window w : windows) {
            if (table.lastEnd[block] > Math.min(w.until(), now)) {
                return true;
            }
        }
        return false;
    }

    private void row(int row, boolean near, boolean standing) {
        for (int i = 0; near && i < FactTable.MOMENTS; i++) {
            if (counters[i].length == 0 && measures[i].length == 0) {
                continue;
            }
            long at = table.moments[i][row];
            for (Window w : windows) {
                if (at >= w.from() && at < w.until() && sieve.passes(row, i, at)) {
                    count(w, new Place(row, i, at), counters[i], measures[i]);
                }
            }
        }
        for (Window w : windows) {
            long at = Math.min(w.until(), now);
            if (standing && stood(row, at) && sieve.passes(row, -1, at)) {
                count(w, new Place(row, -1, at), counters[FactTable.MOMENTS], NONE);
            }
        }
    }

    private static final Measure[] NONE = {};

    /// Whether a case was there and had not ended.
    private boolean stood(int row, long at) {
        long reported = table.moments[0][row];
        long ended = table.ended[row];
        return reported != FactTable.NEVER && reported <= at && (ended == FactTable.NEVER || ended > at);
    }

    private void count(Window w, Place place, Counter[] some, Measure[] durations) {
        long marks = sieve.marks(place.row(), now);
        Tally tally = null;
        for (Counter counter : some) {
            if (counter.counts(marks)) {
                tally = tally == null ? tally(w, place) : tally;
                if (tally == null) {
                    return;
                }
                tally.add(counter);
            }
        }
        for (Measure measure : durations) {
            long from = table.moments[measure.from().ordinal()][place.row()];
            if (from != FactTable.NEVER && from <= place.at()) {
                tally = tally == null ? tally(w, place) : tally;
                if (tally == null) {
                    return;
                }
                tally.add(measure, place.at() - from);
            }
        }
    }

    private @Nullable Tally tally(Window w, Place place) {
        String group = groups.apply(place);
        return group == null ? null : w.tallies().computeIfAbsent(group, _ -> empty(w));
    }

    /// Of a span in which nothing was counted.
    Tally empty(int span) {
        return empty(windows.get(span));
    }

    private Tally empty(Window w) {
        if (w.dark()) {
            return new Tally(Set.of(), Set.of());
        }
        Set<Counter> known = EnumSet.noneOf(Counter.class);
        askedCounters.stream().filter(c -> !w.past() || c.isKnownOfThePast()).forEach(known::add);
        return new Tally(known, askedMeasures);
    }

    /// The rows a counter counts in a span, in their order: what its number was counted from. Empty as well where the
    /// number is unknown.
    static BitSet rows(FactTable table, Sieve sieve, Counter counter, Span span, long now) {
        BitSet rows = new BitSet();
        long from = span.from().toEpochMilli();
        long until = span.until().toEpochMilli();
        int moment = counter.moment().ordinal();
        boolean standing = counter.moment() == Moment.STANDING;
        Scan scan = new Scan(table, sieve, Set.of(counter), Set.of(), now);
        if (scan.empty(scan.add(span)).count(counter) == null) {
            return rows;
        }
        for (int block = 0; block * FactTable.BLOCK < table.size(); block++) {
            if (standing ? scan.stands(block) : scan.near(block)) {
                boolean whole = !standing || scan.hasEndedSince(block);
                int end = scan.end(block);
                for (int row = scan.next(block * FactTable.BLOCK, whole); row < end; row = scan.next(row + 1, whole)) {
                    long at = standing ? Math.min(until, now) : table.moments[moment][row];
                    boolean in = standing ? scan.stood(row, at) : at >= from && at < until;
                    if (in
                            && sieve.passes(row)
                            && sieve.passes(row, standing ? -1 : moment, at)
                            && counter.counts(sieve.marks(row, now))) {
                        rows.set(row);
                    }
                }
            }
        }
        return rows;
    }

    /// By group the rows that any of some counters counted in a span, each with the counters that did, a
    /// bit each in their order: the numbers of `run`, case by case.
    Map<String, Map<Integer, Long>> members(List<Counter> some, Span span) {
        Map<String, Map<Integer, Long>> found = new TreeMap<>();
        for (int place = 0; place < some.size(); place++) {
            Counter counter = some.get(place);
            boolean standing = counter.moment() == Moment.STANDING;
            int moment = counter.moment().ordinal();
            BitSet rows = rows(table, sieve, counter, span, now);
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                long at = standing ? Math.min(span.until().toEpochMilli(), now) : table.moments[moment][row];
                String group = groups.apply(new Place(row, standing ? -1 : moment, at));
                if (group != null) {
                    found.computeIfAbsent(group, _ -> new TreeMap<>()).merge(row, 1L << place, (a, b) -> a | b);
                }
            }
        }
        return found;
    }
}
