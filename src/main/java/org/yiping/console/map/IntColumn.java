package org.yiping.console.map;

import java.util.Arrays;

/// A column of whole numbers in pieces, which a snapshot shares with the one before it as far as they are alike: a
/// hundred changes to two hundred thousand rows copy a hundred pieces. Immutable; any thread.
final class IntColumn {
    private static final int POWER = 7;
    private static final int PIECE = 1 << POWER;

    private final int[][] pieces;

    private IntColumn(int[][] pieces) {
        this.pieces = pieces;
    }

    int get(int row) {
        return pieces[row >> POWER][row & (PIECE - 1)];
    }

    /// One thread.
    static final class Writer {
        private int[][] pieces = new int[0][];
        /// Which pieces no snapshot has yet.
        private boolean[] own = new boolean[0];
        private IntColumn last = new IntColumn(pieces);
        private boolean changed;

        int get(int row) {
            return pieces[row >> POWER][row & (PIECE - 1)];
        }

        /// Rows come into being when they are set, those before them as zero.
        void set(int row, int value) {
            int piece = row >> POWER;
            if (piece >= pieces.length) {
                grow(piece + 1);
            }
            if (!own[piece]) {
                pieces[piece] = pieces[piece].clone();
                own[piece] = true;
            }
            pieces[piece][row & (PIECE - 1)] = value;
            changed = true;
        }

        private void grow(int least) {
            int before = pieces.length;
            int room = Math.max(least, before + before / 4);
            pieces = Arrays.copyOf(pieces, room);
            own = Arrays.copyOf(own, room);
            for (int i = before; i < room; i++) {
                pieces[i] = new int[PIECE];
                own[i] = true;
            }
        }

        IntColumn snapshot() {
            if (changed) {
                last = new IntColumn(pieces.clone());
                Arrays.fill(own, false);
                changed = false;
            }
            return last;
        }
    }
}
