package org.yiping.server.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Supervision;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.kpi.Mark;
import org.yiping.domain.kpi.Moment;
import org.yiping.server.data.CaseJournal.Line;

/// What figures need of every case, in columns: 200 bytes and a bit a case and 18 to 36 of index. A row is
/// what its newest journal entry says, and of those before only who took which step and whether it was
/// closed once; so nothing can drift, a correction is one more entry, and the same entries in the same order make the
/// same table. Rows stand in the order in which cases came into the journal, a block of them after the other.
///
/// One writer; readers are kept apart from it by the owner's lock.
@SuppressWarnings("EnumOrdinal") // places of arrays; what is written down names their order
final class FactTable {
    /// For an instant that has not come.
    static final long NEVER = Long.MIN_VALUE;
    /// The moments that are instants of a case.
    static final int MOMENTS = Moment.STANDING.ordinal();

    private static final int ROWS = FactBlock.ROWS;

    final Names areas = new Names();
    /// Departments that work on a case, the leading one first, apart by spaces.
    final Names teams = new Names();
    final Names classes = new Names();
    final Names sources = new Names();
    /// Person and post, apart by a space.
    final Names actors = new Names();

    /// The rows that have not ended, some of a hundred: who counts what stands now looks at no other.
    final BitSet open = new BitSet();
    /// What blocks came to for questions that were asked before.
    final Subtotals.Book subtotals = new Subtotals.Book();

    private final List<FactBlock> blocks = new ArrayList<>();
    private final RevisionIndex index = new RevisionIndex();
    private final Workflow workflow;
    private int size;
    private long revision;

    FactTable(Workflow workflow) {
        this.workflow = workflow;
    }

    int size() {
        return size;
    }

    /// All blocks; every one but the last is full.
    List<FactBlock> blocks() {
        return blocks;
    }

    FactBlock block(int row) {
        return blocks.get(row / ROWS);
    }

    /// How many rows a block holds.
    int rows(int block) {
        return Math.min(ROWS, size - block * ROWS);
    }

    /// Where in its block a row stands.
    static int place(int row) {
        return row % ROWS;
    }

    /// At which revision of the journal a row stands.
    long revision(int row) {
        return block(row).revisions[place(row)];
    }

    /// The first instant of any case; the end of time where there is none.
    long first() {
        long first = Long.MAX_VALUE;
        for (FactBlock block : blocks) {
            first = Math.min(first, block.earliest());
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
        if (row < 0) {
            row = add();
        }
        index.put(line.revision(), row);
        FactBlock block = block(row);
        int at = place(row);
        Workflow.Ending ending = workflow.ending(c.progress().state());
        block.marks[at] = Mark.of(c, ending, block.marks[at]);
        block.revisions[at] = line.revision();
        block.due[at] = c.runningClock()
                .map(CaseClock::dueAt)
                .map(Instant::toEpochMilli)
                .orElse(NEVER);
        block.replyDue[at] = replyDue(c.progress().supervision(), ending);
        end(block, row, ending(c, ending, line));
        block.area[at] = areas.of(line.area());
        block.team[at] = teams.of(line.department());
        block.kind[at] = classes.of(c.subject().classCode().value());
        block.source[at] = sources.of(c.report().source().value());
        steps(block, at, line, c);
        block.changed = line.revision();
        revision = line.revision();
    }

    private static long replyDue(@Nullable Supervision order, Workflow.Ending ending) {
        Instant due = order == null || order.repliedAt() != null ? null : order.dueAt();
        return switch (ending) {
            case OPEN, PAUSED -> due == null ? NEVER : due.toEpochMilli();
            case CLOSED, VOIDED -> NEVER;
        };
    }

    private void end(FactBlock block, int row, long at) {
        int place = place(row);
        block.standing += (at == NEVER ? 1 : 0) - (block.ended[place] == NEVER ? 1 : 0);
        block.lastEnd = Math.max(block.lastEnd, at);
        block.ended[place] = at;
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
    private void steps(FactBlock block, int row, Line line, Case c) {
        int actor = line.person() == null ? 0 : actors.of(line.person() + " " + line.post());
        for (int i = 0; i < MOMENTS; i++) {
            Instant at = Moment.values()[i].of(c);
            long millis = at == null ? NEVER : at.toEpochMilli();
            if (millis != block.moments[i][row]) {
                block.by[i][row] = at == null ? 0 : actor;
                block.moments[i][row] = millis;
            }
            if (at != null) {
                block.saw(i, millis);
            }
        }
    }

    private int add() {
        if (size == blocks.size() * ROWS) {
            blocks.add(new FactBlock());
        }
        block(size).standing++;
        open.set(size);
        return size++;
    }

    /// Makes room for rows that were written down before, all of them at once.
    void restore(int rows, long upTo) {
        for (int from = 0; from < rows; from += ROWS) {
            blocks.add(new FactBlock());
        }
        size = rows;
        revision = upTo;
    }

    /// Once the columns are filled again.
    void reindex() {
        for (int row = 0; row < size; row++) {
            FactBlock block = block(row);
            int at = place(row);
            index.put(block.revisions[at], row);
            block.changed = Math.max(block.changed, block.revisions[at]);
            block.standing += block.ended[at] == NEVER ? 1 : 0;
            open.set(row, block.ended[at] == NEVER);
            block.lastEnd = Math.max(block.lastEnd, block.ended[at]);
            for (int i = 0; i < MOMENTS; i++) {
                if (block.moments[i][at] != NEVER) {
                    block.saw(i, block.moments[i][at]);
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
        boolean same = size == other.size
                && names().stream()
                        .map(Names::all)
                        .toList()
                        .equals(other.names().stream().map(Names::all).toList());
        for (int i = 0; same && i < blocks.size(); i++) {
            same = blocks.get(i).isSame(other.blocks.get(i), rows(i));
        }
        return same;
    }
}
