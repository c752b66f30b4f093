package org.yiping.server.kpi;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.kpi.Mark;
import org.yiping.domain.kpi.Moment;
import org.yiping.server.data.CaseJournal.Line;

/// What figures need of every case, in columns: 132 bytes and a bit a case and 18 to 36 of index. A row is
/// what its newest journal entry says, and of those before only who took which step and whether it was
/// closed once; so nothing can
/// drift, a correction is one more entry, and the same entries in the same order make the same table. Rows stand in
/// the order in which cases came into the journal.
///
/// One writer; readers are kept apart from it by the owner's lock.
@SuppressWarnings("EnumOrdinal") // places of arrays; what is written down names their order
final class FactTable {
    /// For an instant that has not come.
    static final long NEVER = Long.MIN_VALUE;
    /// Rows that share one entry of the table of contents.
    static final int BLOCK = 4096;
    /// The moments that are instants of a case.
    static final int MOMENTS = Moment.STANDING.ordinal();

    private static final int SMALLEST = BLOCK;

    final Names areas = new Names();
    /// Departments that work on a case, the leading one first, apart by spaces.
    final Names teams = new Names();
    final Names classes = new Names();
    final Names sources = new Names();
    /// Person and post, apart by a space.
    final Names actors = new Names();

    long[][] moments = new long[MOMENTS][SMALLEST];
    int[][] by = new int[MOMENTS][SMALLEST];
    long[] ended = new long[SMALLEST];
    long[] due = new long[SMALLEST];
    long[] marks = new long[SMALLEST];
    long[] revisions = new long[SMALLEST];
    int[] area = new int[SMALLEST];
    int[] team = new int[SMALLEST];
    int[] kind = new int[SMALLEST];
    int[] source = new int[SMALLEST];
    /// By block: the first and the last instant of any moment of its rows, ever; a period that lies outside needs no
    /// look at them.
    long[] earliest = new long[1];
    long[] latest = new long[1];
    /// By block: how many rows have not ended, and the last instant any row ended, ever: where standing cases are.
    int[] standing = new int[1];
    long[] lastEnd = new long[1];
    /// The rows that have not ended, some of a hundred: who counts what stands now looks at no other.
    final BitSet open = new BitSet();

    private final RevisionIndex index = new RevisionIndex();
    private final Workflow workflow;
    private int size;
    private long revision;

    FactTable(Workflow workflow) {
        this.workflow = workflow;
        earliest[0] = Long.MAX_VALUE;
        latest[0] = Long.MIN_VALUE;
        lastEnd[0] = NEVER;
    }

    int size() {
        return size;
    }

    /// The first instant of any case; the end of time where there is none.
    long first() {
        long first = Long.MAX_VALUE;
        for (long block : earliest) {
            first = Math.min(first, block);
        }
        return first;
    }

    /// Of the journal: everything up to it is counted.
    long revision() {
        return revision;
    }

    /// The journal has nothing more of cases up to here.
    void reached(long last) {
        revision = Math.max(revision, last);
    }

    /// Takes an entry in. Entries come in the journal's order, each once.
    void put(Line line, Case c) {
        int row = line.previous() == 0 ? -1 : index.remove(line.previous());
        long before = row < 0 ? 0 : marks[row];
        if (row < 0) {
            row = add();
        }
        index.put(line.revision(), row);
        Workflow.Ending ending = workflow.ending(c.progress().state());
        marks[row] = Mark.of(c, ending, before);
        revisions[row] = line.revision();
        due[row] = c.runningClock()
                .map(CaseClock::dueAt)
                .map(Instant::toEpochMilli)
                .orElse(NEVER);
        end(row, ending(c, ending, line));
        area[row] = areas.of(line.area());
        team[row] = teams.of(line.department());
        kind[row] = classes.of(c.subject().classCode().value());
        source[row] = sources.of(c.report().source().value());
        steps(row, line, c);
        revision = line.revision();
    }

    private void end(int row, long at) {
        int block = row / BLOCK;
        standing[block] += (at == NEVER ? 1 : 0) - (ended[row] == NEVER ? 1 : 0);
        lastEnd[block] = Math.max(lastEnd[block], at);
        ended[row] = at;
        open.set(row, at == NEVER);
    }

    private static long ending(Case c, Workflow.Ending ending, Line line) {
        Instant closed = c.progress().milestones().closedAt();
        Instant changed = c.progress().changedAt();
        return switch (ending) {
            case OPEN, PAUSED -> NEVER;
            case CLOSED, VOIDED ->
                (ending == Workflow.Ending.CLOSED && closed != null ? closed : changed == null ? line.at() : changed)
                        .toEpochMilli();
        };
    }

    /// Who took a step is whoever wrote the entry in which its instant is new.
    private void steps(int row, Line line, Case c) {
        int block = row / BLOCK;
        int actor = line.person() == null ? 0 : actors.of(line.person() + " " + line.post());
        for (int i = 0; i < MOMENTS; i++) {
            Instant at = Moment.values()[i].of(c);
            long millis = at == null ? NEVER : at.toEpochMilli();
            if (millis != moments[i][row]) {
                by[i][row] = at == null ? 0 : actor;
                moments[i][row] = millis;
            }
            if (at != null) {
                earliest[block] = Math.min(earliest[block], millis);
                latest[block] = Math.max(latest[block], millis);
            }
        }
    }

    private int add() {
        if (size == marks.length) {
            resize(size + Math.max(BLOCK, size / 4));
        }
        for (long[] column : moments) {
            column[size] = NEVER;
        }
        ended[size] = NEVER;
        standing[size / BLOCK]++;
        open.set(size);
        return size++;
    }

    private void resize(int to) {
        for (int i = 0; i < MOMENTS; i++) {
            moments[i] = Arrays.copyOf(moments[i], to);
            by[i] = Arrays.copyOf(by[i], to);
        }
        ended = Arrays.copyOf(ended, to);
        due = Arrays.copyOf(due, to);
        marks = Arrays.copyOf(marks, to);
        revisions = Arrays.copyOf(revisions, to);
        area = Arrays.copyOf(area, to);
        team = Arrays.copyOf(team, to);
        kind = Arrays.copyOf(kind, to);
        source = Arrays.copyOf(source, to);
        int blocks = to / BLOCK + 1;
        int had = earliest.length;
        earliest = Arrays.copyOf(earliest, blocks);
        latest = Arrays.copyOf(latest, blocks);
        Arrays.fill(earliest, had, blocks, Long.MAX_VALUE);
        Arrays.fill(latest, had, blocks, Long.MIN_VALUE);
        standing = Arrays.copyOf(standing, blocks);
        lastEnd = Arrays.copyOf(lastEnd, blocks);
        Arrays.fill(lastEnd, had, blocks, NEVER);
    }

    /// Makes room for rows that were written down before, all of them at once.
    void restore(int rows, long upTo) {
        resize(Math.max(SMALLEST, rows));
        size = rows;
        revision = upTo;
    }

    /// Once the columns are filled again.
    void reindex() {
        for (int row = 0; row < size; row++) {
            index.put(revisions[row], row);
            int block = row / BLOCK;
            standing[block] += ended[row] == NEVER ? 1 : 0;
            open.set(row, ended[row] == NEVER);
            lastEnd[block] = Math.max(lastEnd[block], ended[row]);
            for (long[] column : moments) {
                if (column[row] != NEVER) {
                    earliest[block] = Math.min(earliest[block], column[row]);
                    latest[block] = Math.max(latest[block], column[row]);
                }
            }
        }
    }

    /// The leading department of a team, absent where there is none.
    @Nullable
    String lead(int number) {
        String all = teams.text(number);
        int space = all.indexOf(' ');
        return all.isEmpty() ? null : space < 0 ? all : all.substring(0, space);
    }

    List<Names> names() {
        return List.of(areas, teams, classes, sources, actors);
    }

    /// Whether another table says the same of every case, to the last bit.
    boolean isSame(FactTable other) {
        return size == other.size
                && names().stream()
                        .map(Names::all)
                        .toList()
                        .equals(other.names().stream().map(Names::all).toList())
                && same(moments, other.moments)
                && same(by, other.by)
                && same(new long[][] {ended, due, marks, revisions}, other.longs())
                && same(new int[][] {area, team, kind, source}, other.ints());
    }

    long[][] longs() {
        return new long[][] {ended, due, marks, revisions};
    }

    int[][] ints() {
        return new int[][] {area, team, kind, source};
    }

    private boolean same(long[][] mine, long[][] theirs) {
        for (int i = 0; i < mine.length; i++) {
            if (!Arrays.equals(mine[i], 0, size, theirs[i], 0, size)) {
                return false;
            }
        }
        return true;
    }

    private boolean same(int[][] mine, int[][] theirs) {
        for (int i = 0; i < mine.length; i++) {
            if (!Arrays.equals(mine[i], 0, size, theirs[i], 0, size)) {
                return false;
            }
        }
        return true;
    }
}
