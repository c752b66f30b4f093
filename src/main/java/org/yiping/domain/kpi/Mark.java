package org.yiping.domain.kpi;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Supervision;
import org.yiping.domain.casework.Workflow;

/// What can be true of a case and counters ask for, a bit each. What the journal says of a case as it stands, but for
/// `REOPENED` (it was closed before), `OVERDUE` (the running clock is due when it is counted), `ORDER_DUE` (so is the
/// reply an order asks for) and `PUBLIC` (the rules say which sources are the public).
///
/// `ORDER_DONE`: the last order with a due time was answered, or the case ended under it; `ORDER_LATE`: after that
/// time. Of a stage: `…_ASKED` a clock of it was ever started, `…_DONE` one has stopped, `…_LATE` one that stopped had
/// run over. Of a person's step, the one whose instant the moment of that name is: `VERIFY_SENT_LATE`,
/// `VERIFIED_LATE`, `DISPATCHED_LATE` (the first), `CHECK_SENT_LATE`, `CHECKED_LATE`, `CLOSED_LATE` its own clock had
/// run
/// over, `MISDIRECTED` the first dispatch was taken back as wrong. Immutable; any thread.
public enum Mark {
    OPEN,
    PAUSED,
    CLOSED,
    VOIDED,
    MERGED,
    ACCEPTED,
    FILED,
    DISPATCHED,
    FINISHED,
    CREATE_ASKED,
    CREATE_DONE,
    CREATE_LATE,
    VERIFY_ASKED,
    VERIFY_DONE,
    VERIFY_LATE,
    FILE_ASKED,
    FILE_DONE,
    FILE_LATE,
    DISPATCH_ASKED,
    DISPATCH_DONE,
    DISPATCH_LATE,
    HANDLE_ASKED,
    HANDLE_DONE,
    HANDLE_LATE,
    FEEDBACK_ASKED,
    FEEDBACK_DONE,
    FEEDBACK_LATE,
    CHECK_ASKED,
    CHECK_DONE,
    CHECK_LATE,
    CLOSE_ASKED,
    CLOSE_DONE,
    CLOSE_LATE,
    HANDLING,
    VERIFY_SENT_LATE,
    VERIFIED_LATE,
    DISPATCHED_LATE,
    MISDIRECTED,
    CHECK_SENT_LATE,
    CHECKED_LATE,
    CLOSED_LATE,
    RETURNED,
    WRONG_DISPATCH,
    EXTENDED,
    SUSPENDED,
    REWORKED,
    FORCED,
    SUPERVISED,
    APPEALED,
    EXEMPT,
    SELF_HANDLED,
    VERIFIED,
    CALL_BACK_WANTED,
    CALLED_BACK,
    VERY_SATISFIED,
    SATISFIED,
    DISSATISFIED,
    ORDER_DONE,
    ORDER_LATE,
    REOPENED,
    OVERDUE,
    ORDER_DUE,
    PUBLIC;

    static {
        if (values().length > Long.SIZE) {
            throw new IllegalStateException("there are more marks than bits: " + values().length);
        }
    }

    /// The first mark of each stage; the other two follow it.
    private static final Map<String, Mark> STAGES = Map.of(
            "create", CREATE_ASKED,
            "verify", VERIFY_ASKED,
            "file", FILE_ASKED,
            "dispatch", DISPATCH_ASKED,
            "handle", HANDLE_ASKED,
            "feedback", FEEDBACK_ASKED,
            "check", CHECK_ASKED,
            "close", CLOSE_ASKED);

    /// Open codes of `Progress.flags` and what they mean here.
    private static final Map<String, Mark> FLAGS = Map.of(
            "returned", RETURNED,
            "timeout-exempt", EXEMPT,
            "self-handled", SELF_HANDLED,
            "verified", VERIFIED);

    /// Open codes of `Progress.count`.
    private static final Map<String, Mark> COUNTS = Map.of(
            "return", RETURNED,
            "sent-back", RETURNED,
            "wrong-dispatch", WRONG_DISPATCH,
            "extension", EXTENDED,
            "suspension", SUSPENDED,
            "rework", REWORKED,
            "forced-close", FORCED,
            "supervision", SUPERVISED,
            "appeal", APPEALED);

    /// Codes of `CallBack.outcome`.
    private static final Map<String, Mark> OUTCOMES = Map.of(
            CallBack.VERY_SATISFIED, VERY_SATISFIED,
            CallBack.SATISFIED, SATISFIED,
            CallBack.DISSATISFIED, DISSATISFIED);

    /// Where bits are written down, the order of the marks has to be written with them (`Checkpoint`).
    @SuppressWarnings("EnumOrdinal")
    public long bit() {
        return 1L << ordinal();
    }

    static long bits(Mark... marks) {
        long all = 0;
        for (Mark mark : marks) {
            all |= mark.bit();
        }
        return all;
    }

    /// The marks of a case as it stands; `before` are those it had until now, 0 for a new one.
    public static long of(Case c, Workflow.Ending ending, long before) {
        Progress p = c.progress();
        long marks = before & REOPENED.bit();
        if ((before & CLOSED.bit()) != 0 && (ending == Workflow.Ending.OPEN || ending == Workflow.Ending.PAUSED)) {
            marks |= REOPENED.bit();
        }
        marks |= switch (ending) {
            case OPEN -> OPEN.bit();
            case PAUSED -> PAUSED.bit();
            case CLOSED -> CLOSED.bit();
            case VOIDED -> VOIDED.bit();
        };
        marks |= passed(c) | clocks(c) | steps(c) | called(c) | ordered(c, ending);
        marks |= p.mergedInto() == null ? 0 : MERGED.bit();
        for (String flag : p.flags()) {
            marks |= bit(FLAGS.get(flag));
        }
        if (p.detours() != null) {
            for (var count : p.detours().counts().entrySet()) {
                marks |= count.getValue() > 0 ? bit(COUNTS.get(count.getKey())) : 0;
            }
        }
        return marks;
    }

    private static long passed(Case c) {
        var m = c.progress().milestones();
        return (m.acceptedAt() == null ? 0 : ACCEPTED.bit())
                | (m.filedAt() == null ? 0 : FILED.bit())
                | (m.dispatchedAt() == null ? 0 : DISPATCHED.bit())
                | (m.finishedAt() == null ? 0 : FINISHED.bit());
    }

    private static long clocks(Case c) {
        long marks = 0;
        for (CaseClock clock : c.progress().clocks()) {
            Mark asked = STAGES.get(clock.stage().value());
            if (asked != null) { // a city's own stage counts for nothing here
                marks |= asked.bit();
                marks |= clock.stoppedAt() == null ? 0 : asked.bit() << 1;
                marks |= clock.overran() ? asked.bit() << 2 : 0;
                marks |= clock.running() && asked == HANDLE_ASKED ? HANDLING.bit() : 0;
            }
        }
        return marks;
    }

    private static long called(Case c) {
        CallBack call = c.progress().calledBack();
        return (c.wantsCallBack() ? CALL_BACK_WANTED.bit() : 0)
                | (call == null ? 0 : CALLED_BACK.bit() | bit(OUTCOMES.get(call.outcome())));
    }

    private static long ordered(Case c, Workflow.Ending ending) {
        Supervision order = c.progress().supervision();
        Instant due = order == null ? null : order.dueAt();
        Instant done = order == null ? null : done(order, c.progress(), ending);
        return due == null || done == null ? 0 : ORDER_DONE.bit() | (done.isAfter(due) ? ORDER_LATE.bit() : 0);
    }

    private static @Nullable Instant done(Supervision order, Progress p, Workflow.Ending ending) {
        if (order.repliedAt() != null) {
            return order.repliedAt();
        }
        return switch (ending) {
            case OPEN, PAUSED -> null;
            case CLOSED, VOIDED ->
                p.milestones().closedAt() == null
                        ? p.changedAt()
                        : p.milestones().closedAt();
        };
    }

    /// How the steps went that people are judged by.
    private static long steps(Case c) {
        CaseClock verify = Steps.last(c, Steps.VERIFY);
        CaseClock check = Steps.last(c, Steps.CHECK);
        return late(verify == null ? null : Steps.endedAt(c, null, verify.startedAt()), VERIFY_SENT_LATE)
                | late(Steps.lastStopped(c, Steps.VERIFY), VERIFIED_LATE)
                | late(Steps.endedAt(c, Steps.DISPATCH, Steps.firstDispatch(c)), DISPATCHED_LATE)
                | (Steps.misdirected(c) ? MISDIRECTED.bit() : 0)
                | late(check == null ? null : Steps.endedAt(c, null, check.startedAt()), CHECK_SENT_LATE)
                | late(Steps.lastStopped(c, Steps.CHECK), CHECKED_LATE)
                | late(Steps.lastStopped(c, Steps.CLOSE), CLOSED_LATE);
    }

    private static long late(@Nullable CaseClock clock, Mark mark) {
        return clock != null && clock.overran() ? mark.bit() : 0;
    }

    private static long bit(@Nullable Mark mark) {
        return mark == null ? 0 : mark.bit();
    }
}
