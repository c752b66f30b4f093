package org.yiping.domain.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.KpiCode;

/// A department is called to account (问责): `kind` is circular (通报) or supervise (督办), with the reason, the figure and
/// the cases it is about, and until when it has to answer. Every word that was said stays. Immutable; any thread.
public record DepartmentNotice(
        NoticeId id, DepartmentId department, Said said, Actor by, Instant at, State state, List<Word> words) {
    public static final List<String> KINDS = List.of("circular", "supervise");
    public static final int MOST_CASES = 200;

    /// What it says.
    public record Said(String kind, String reason, @Nullable KpiCode figure, List<CaseId> cases, Instant deadline) {
        public Said {
            cases = List.copyOf(cases);
        }
    }

    public enum State {
        ISSUED,
        ANSWERED,
        /// The answer was not enough: another one is due.
        SENT_BACK,
        ACCEPTED,
        WITHDRAWN;

        public boolean isOpen() {
            return this != ACCEPTED && this != WITHDRAWN;
        }
    }

    /// What was done with it, by whom and in which words; `late` is an answer after the deadline.
    public record Word(State to, Actor by, Instant at, String text, boolean late) {}

    public DepartmentNotice {
        words = List.copyOf(words);
    }

    /// Whether the department owes an answer and the time for it is over.
    public boolean isOverdue(Instant now) {
        return (state == State.ISSUED || state == State.SENT_BACK) && now.isAfter(said.deadline());
    }

    /// Whether any answer came after the deadline.
    public boolean wasLate() {
        return words.stream().anyMatch(Word::late);
    }

    /// Whether this step can be taken now: an answer while one is owed, a judgement of an answer,
    /// withdrawing while it is open.
    public boolean takes(State next) {
        return switch (next) {
            case ISSUED -> false;
            case ANSWERED -> state == State.ISSUED || state == State.SENT_BACK;
            case SENT_BACK, ACCEPTED -> state == State.ANSWERED;
            case WITHDRAWN -> state.isOpen();
        };
    }

    public DepartmentNotice with(State next, Actor who, Instant now, String text) {
        List<Word> all = new ArrayList<>(words);
        all.add(new Word(next, who, now, text, next == State.ANSWERED && now.isAfter(said.deadline())));
        return new DepartmentNotice(id, department, said, by, at, next, all);
    }
}
