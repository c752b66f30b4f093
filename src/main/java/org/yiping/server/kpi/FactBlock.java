package org.yiping.server.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Rows of the table of facts that lie together, in columns, with what says at once whether anything in them is asked
/// for. A table grows by whole blocks: nothing is copied, and no more than one of them is partly empty. Guarded by the
/// table's owner.
final class FactBlock {
    static final int ROWS = 4096;

    final long[][] moments = new long[FactTable.MOMENTS][ROWS];
    final int[][] by = new int[FactTable.MOMENTS][ROWS];
    final long[] ended = new long[ROWS];
    final long[] due = new long[ROWS];
    /// When the reply to an order is due that nobody gave yet.
    final long[] replyDue = new long[ROWS];
    final long[] marks = new long[ROWS];
    final long[] revisions = new long[ROWS];
    final int[] area = new int[ROWS];
    final int[] team = new int[ROWS];
    final int[] kind = new int[ROWS];
    final int[] source = new int[ROWS];

    /// By moment: the first and the last instant it ever had in any row. Whatever lies outside of a period, or wholly
    /// within, needs no look at every row.
    final long[] first = new long[FactTable.MOMENTS];
    final long[] last = new long[FactTable.MOMENTS];
    /// How many rows have not ended, and the last instant any row ended, ever: where standing cases are.
    int standing;
    long lastEnd = FactTable.NEVER;
    /// The journal's revision of the last entry that changed a row here.
    long changed;

    FactBlock() {
        for (long[] column : moments) {
            Arrays.fill(column, FactTable.NEVER);
        }
        Arrays.fill(ended, FactTable.NEVER);
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(last, Long.MIN_VALUE);
    }

    /// The first instant of anything here; the end of time where there is none.
    long earliest() {
        return Arrays.stream(first).min().orElse(Long.MAX_VALUE);
    }

    /// Keeps in mind that a moment was ever there.
    void saw(int moment, long at) {
        first[moment] = Math.min(first[moment], at);
        last[moment] = Math.max(last[moment], at);
    }

    /// Whether a moment of any row may lie in a span.
    boolean touches(int moment, long from, long until) {
        return first[moment] < until && last[moment] >= from;
    }

    /// Whether every row in which it has come has it within a span.
    boolean within(int moment, long from, long until) {
        return first[moment] >= from && last[moment] < until;
    }

    /// Whether any case may have been there at an instant and not ended.
    boolean mayHaveStood(long at) {
        return first[0] <= at && (standing > 0 || lastEnd > at);
    }

    /// Whether a case was there and had not ended.
    boolean stood(int row, long at) {
        long reported = moments[0][row];
        return reported != FactTable.NEVER && reported <= at && (ended[row] == FactTable.NEVER || ended[row] > at);
    }

    /// The columns in the order in which they are written down.
    List<long[]> longs() {
        return Stream.concat(Arrays.stream(moments), Stream.of(ended, due, replyDue, marks, revisions))
                .toList();
    }

    List<int[]> ints() {
        return Stream.concat(Arrays.stream(by), Stream.of(area, team, kind, source))
                .toList();
    }

    /// Whether the first so many rows of another block are the same to the last bit.
    boolean isSame(FactBlock other, int rows) {
        List<long[]> longs = other.longs();
        List<int[]> ints = other.ints();
        boolean same = true;
        for (int i = 0; same && i < longs.size(); i++) {
            same = Arrays.equals(longs().get(i), 0, rows, longs.get(i), 0, rows);
        }
        for (int i = 0; same && i < ints.size(); i++) {
            same = Arrays.equals(ints().get(i), 0, rows, ints.get(i), 0, rows);
        }
        return same;
    }
}
