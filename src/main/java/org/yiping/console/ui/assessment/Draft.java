package org.yiping.console.ui.assessment;

import org.jspecify.annotations.Nullable;

/// A review not yet submitted: the verdict chosen, if one is, and the note so far. Immutable; any thread.
record Draft(@Nullable Verdict verdict, String note) {
    static final Draft EMPTY = new Draft(null, "");

    /// A review's answers; `code` is the open code on the wire, `key` the one to press.
    enum Verdict {
        SOUND("sound", "1"),
        DOUBTFUL("doubtful", "2"),
        WRONG("wrong", "3");

        private final String code;
        private final String key;

        Verdict(String code, String key) {
            this.code = code;
            this.key = key;
        }

        String key() {
            return key;
        }

        String code() {
            return code;
        }
    }

    /// Why it cannot be submitted yet.
    enum Gap {
        NONE,
        /// Reading is for all, judging for the supervisor's post.
        OTHER_POST,
        /// One review of this seat is on its way.
        PENDING,
        VERDICT,
        /// Who doubts a case says why.
        NOTE
    }

    Gap gap() {
        if (verdict == null) {
            return Gap.VERDICT;
        }
        return verdict != Verdict.SOUND && note.isBlank() ? Gap.NOTE : Gap.NONE;
    }
}
