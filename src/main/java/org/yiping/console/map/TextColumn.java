package org.yiping.console.map;

import java.util.Arrays;

/// A column of words in pieces, shared between snapshots as an `IntColumn`'s are. Immutable; any thread.
final class TextColumn {
    private static final int POWER = 7;
    private static final int PIECE = 1 << POWER;

    private final String[][] pieces;

    private TextColumn(String[][] pieces) {
        this.pieces = pieces;
    }

    String get(int row) {
        return pieces[row >> POWER][row & (PIECE - 1)];
    }

    /// One thread.
    static final class Writer {
        private String[][] pieces = new String[0][];
        private boolean[] own = new boolean[0];
        private TextColumn last = new TextColumn(pieces);
        private boolean changed;

        String get(int row) {
            return pieces[row >> POWER][row & (PIECE - 1)];
        }

        /// Rows come into being when they are set, those before them without a word.
        void set(int row, String value) {
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
                pieces[i] = new String[PIECE];
                Arrays.fill(pieces[i], "");
                own[i] = true;
            }
        }

        TextColumn snapshot() {
            if (changed) {
                last = new TextColumn(pieces.clone());
                Arrays.fill(own, false);
                changed = false;
            }
            return last;
        }
    }
}
