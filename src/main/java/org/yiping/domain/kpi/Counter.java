package org.yiping.domain.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The counters formulas are made of (domain.md 6.1). Each counts cases: those whose `moment` lies in the period and
/// which bear all marks of `must`, none of `not` and, where `any` names some, one of those at least; or which do so by
/// another such condition (`or`). Rates divide counters of one moment, so that the numerator's cases are among the
/// denominator's. The condition is said here alone: the number and the list behind it are the same. Immutable; any
/// thread.
///
/// Where the trade knows two readings, the one taken: needed close = handled, closed or over the limit while it was
/// handled (UM); needed handle = dispatched and not voided, handled = has a finish time (CG); accurate dispatch = never
/// taken back as wrong; needed sending of a verification = sent, or the public's and not accepted yet.
///
/// Where it gives a name alone, our reading. Inspection (应督查 / 督查 / 按时督查, `order_…`): filed cases whose last order
/// (督办) asks for a reply by a time; done = answered, or the case ended under it; needed = done, or that time has come;
/// in time = done by then. Call-backs (回访): needed = closed, and its own caller wants one; called = tried at least
/// once; reached = the caller judged; the judgements (满意, …) count in the period of the call, for who called. A case
/// that is closed anew waits anew.
///
/// A granted appeal (domain.md 2.8) takes a case out of what is said of its handling time. Where a counter is divided
/// by what was needed (`HANDLE_…`, `CLOSE_IN_TIME`) it counts as in time: the department did handle it, other rates
/// share that denominator, and leaving only the numerator would make a granted appeal cost as much as the timeout.
/// Where it is divided by what is judged (`CLOSED_JUDGED`) it leaves both. It is late nowhere; `APPEALED` and the
/// case's flag keep the fact. Nobody else's clock is exempt: a late closing stays late.
///
/// People are judged by counters whose moment is their own step, because a person's are those who took that step:
/// verifications sent and answered, first dispatches, checks sent and answered, closings. A step that was taken several
/// times is the last one's, but for a dispatch: whether it was right is told by what became of the first.
public enum Counter {
    REPORTED(Moment.REPORTED, when()),
    VALID_REPORTED(Moment.REPORTED, when(Mark.FILED)),
    PUBLIC_REPORTED(Moment.REPORTED, when(Mark.PUBLIC)),
    PUBLIC_VERIFIED(Moment.REPORTED, when(Mark.PUBLIC, Mark.VERIFIED)),
    NOT_ACCEPTED(Moment.REPORTED, when(Mark.VOIDED).not(Mark.ACCEPTED, Mark.MERGED)),
    MERGED(Moment.REPORTED, when(Mark.MERGED)),
    VOIDED(Moment.REPORTED, when(Mark.VOIDED).not(Mark.MERGED)),
    VERIFY_NEEDED(Moment.REPORTED, when(Mark.VERIFY_ASKED)),
    VERIFY_DONE(Moment.REPORTED, when(Mark.VERIFY_DONE)),
    VERIFY_IN_TIME(Moment.REPORTED, when(Mark.VERIFY_DONE).not(Mark.VERIFY_LATE)),
    SEND_VERIFY_NEEDED(
            Moment.REPORTED,
            when(Mark.VERIFY_ASKED).or(when(Mark.PUBLIC, Mark.OPEN).not(Mark.ACCEPTED, Mark.FILED))),
    SEND_VERIFY_IN_TIME(Moment.REPORTED, when(Mark.VERIFY_ASKED).not(Mark.VERIFY_SENT_LATE)),
    SELF_HANDLED(Moment.REPORTED, when(Mark.SELF_HANDLED)),
    SELF_HANDLED_CLOSED(Moment.REPORTED, when(Mark.SELF_HANDLED, Mark.CLOSED)),
    SELF_HANDLED_VOIDED(Moment.REPORTED, when(Mark.SELF_HANDLED, Mark.VOIDED)),
    REPORTED_OPEN(Moment.REPORTED, when().any(Mark.OPEN, Mark.PAUSED)),
    ACCEPTED(Moment.ACCEPTED, when()),
    ACCEPTED_IN_TIME(Moment.ACCEPTED, when(Mark.CREATE_DONE).not(Mark.CREATE_LATE)),
    ACCEPTED_ACCURATE(Moment.ACCEPTED, when().not(Mark.VOIDED)),
    ACCEPTED_FILED(Moment.ACCEPTED, when(Mark.FILED)),
    FILED(Moment.FILED, when()),
    FILED_IN_TIME(Moment.FILED, when(Mark.FILE_DONE).not(Mark.FILE_LATE)),
    FILED_ACCURATE(Moment.FILED, when().not(Mark.VOIDED)),
    FILED_PUBLIC(Moment.FILED, when(Mark.PUBLIC)),
    FILED_PUBLIC_VERIFIED(Moment.FILED, when(Mark.PUBLIC, Mark.VERIFIED)),
    MISSED(Moment.FILED, when(Mark.PUBLIC, Mark.VERIFIED)),
    DISPATCH_NEEDED(Moment.FILED, when().not(Mark.VOIDED)),
    DISPATCH_DONE(Moment.FILED, when(Mark.DISPATCHED).not(Mark.VOIDED)),
    DISPATCH_IN_TIME(Moment.FILED, when(Mark.DISPATCHED, Mark.DISPATCH_DONE).not(Mark.DISPATCH_LATE, Mark.VOIDED)),
    DISPATCH_ACCURATE(Moment.FILED, when(Mark.DISPATCHED).not(Mark.WRONG_DISPATCH, Mark.VOIDED)),
    DISPATCH_WRONG(Moment.FILED, when(Mark.WRONG_DISPATCH).not(Mark.VOIDED)),
    CLOSE_NEEDED(Moment.FILED, dueForClosing()),
    CLOSE_DONE(Moment.FILED, when(Mark.CLOSED)),
    CLOSE_IN_TIME(
            Moment.FILED,
            when(Mark.CLOSED, Mark.HANDLE_DONE)
                    .not(Mark.HANDLE_LATE, Mark.CLOSE_LATE)
                    .or(when(Mark.CLOSED, Mark.HANDLE_DONE, Mark.EXEMPT).not(Mark.CLOSE_LATE))),
    CLOSE_OVERDUE(
            Moment.FILED,
            when(Mark.CLOSED, Mark.CLOSE_LATE)
                    .or(when(Mark.CLOSED, Mark.HANDLE_LATE).not(Mark.EXEMPT))),
    RETURNED(Moment.FILED, when(Mark.RETURNED)),
    EXTENDED(Moment.FILED, when(Mark.EXTENDED)),
    SUSPENDED(Moment.FILED, when(Mark.SUSPENDED)),
    REWORKED(Moment.FILED, when(Mark.REWORKED)),
    REWORKED_CLOSE(Moment.FILED, dueForClosing(Mark.REWORKED)),
    REOPENED(Moment.FILED, when(Mark.REOPENED)),
    FORCED(Moment.FILED, when(Mark.FORCED)),
    SUPERVISED(Moment.FILED, when(Mark.SUPERVISED)),
    ORDER_NEEDED(Moment.FILED, when().any(Mark.ORDER_DONE, Mark.ORDER_DUE)),
    ORDER_DONE(Moment.FILED, when(Mark.ORDER_DONE)),
    ORDER_IN_TIME(Moment.FILED, when(Mark.ORDER_DONE).not(Mark.ORDER_LATE)),
    APPEALED(Moment.FILED, when(Mark.APPEALED)),
    VOIDED_AFTER_FILING(Moment.FILED, when(Mark.VOIDED).not(Mark.MERGED)),
    DISPATCHED(Moment.DISPATCHED, when()),
    HANDLE_NEEDED(Moment.DISPATCHED, when().not(Mark.VOIDED)),
    HANDLE_DONE(Moment.DISPATCHED, when(Mark.FINISHED).not(Mark.VOIDED)),
    HANDLE_IN_TIME(
            Moment.DISPATCHED,
            when(Mark.FINISHED, Mark.HANDLE_DONE)
                    .not(Mark.HANDLE_LATE, Mark.VOIDED)
                    .or(when(Mark.FINISHED, Mark.HANDLE_DONE, Mark.EXEMPT).not(Mark.VOIDED))),
    HANDLE_LATE(Moment.DISPATCHED, when(Mark.FINISHED, Mark.HANDLE_LATE).not(Mark.EXEMPT, Mark.VOIDED)),
    HANDLE_OVERDUE_PENDING(
            Moment.DISPATCHED, when(Mark.OPEN, Mark.HANDLING, Mark.OVERDUE).not(Mark.EXEMPT)),
    HANDLE_EXTENDED(Moment.DISPATCHED, when(Mark.EXTENDED).not(Mark.VOIDED)),
    SEND_CHECK_NEEDED(Moment.FINISHED, when(Mark.FEEDBACK_ASKED)),
    CHECK_NEEDED(Moment.FINISHED, when()),
    CHECK_DONE(Moment.FINISHED, when(Mark.CHECK_DONE)),
    CHECK_IN_TIME(Moment.FINISHED, when(Mark.CHECK_DONE).not(Mark.CHECK_LATE)),
    SEND_CHECK_IN_TIME(Moment.FINISHED, when(Mark.FEEDBACK_DONE).not(Mark.FEEDBACK_LATE)),
    CLOSED(Moment.CLOSED, when(Mark.CLOSED)),
    CLOSED_JUDGED(Moment.CLOSED, when(Mark.CLOSED, Mark.HANDLE_DONE).not(Mark.EXEMPT)),
    CLOSED_IN_TIME(Moment.CLOSED, when(Mark.CLOSED, Mark.HANDLE_DONE).not(Mark.EXEMPT, Mark.HANDLE_LATE)),
    CALL_BACK_NEEDED(Moment.CLOSED, when(Mark.CLOSED, Mark.CALL_BACK_WANTED)),
    CALLED_BACK(Moment.CLOSED, when(Mark.CLOSED, Mark.CALL_BACK_WANTED, Mark.CALLED_BACK)),
    CALL_BACK_REACHED(
            Moment.CLOSED,
            when(Mark.CLOSED, Mark.CALL_BACK_WANTED).any(Mark.VERY_SATISFIED, Mark.SATISFIED, Mark.DISSATISFIED)),
    CALL_BACK_JUDGED(Moment.CALLED_BACK, when(Mark.CLOSED).any(Mark.VERY_SATISFIED, Mark.SATISFIED, Mark.DISSATISFIED)),
    CALL_BACK_SATISFIED(Moment.CALLED_BACK, when(Mark.CLOSED).any(Mark.VERY_SATISFIED, Mark.SATISFIED)),
    CALL_BACK_VERY_SATISFIED(Moment.CALLED_BACK, when(Mark.CLOSED, Mark.VERY_SATISFIED)),
    CALL_BACK_DISSATISFIED(Moment.CALLED_BACK, when(Mark.CLOSED, Mark.DISSATISFIED)),
    CLOSING_JUDGED(Moment.CLOSED, when(Mark.CLOSED, Mark.CLOSE_DONE).not(Mark.FORCED)),
    CLOSING_IN_TIME(Moment.CLOSED, when(Mark.CLOSED, Mark.CLOSE_DONE).not(Mark.FORCED, Mark.CLOSED_LATE)),
    VERIFY_SENT(Moment.VERIFY_SENT, when()),
    VERIFY_SENT_IN_TIME(Moment.VERIFY_SENT, when().not(Mark.VERIFY_SENT_LATE)),
    VERIFY_ANSWERED(Moment.VERIFIED, when()),
    VERIFY_ANSWERED_IN_TIME(Moment.VERIFIED, when().not(Mark.VERIFIED_LATE)),
    FIRST_DISPATCHED(Moment.FIRST_DISPATCHED, when().not(Mark.VOIDED)),
    FIRST_DISPATCHED_IN_TIME(Moment.FIRST_DISPATCHED, when(Mark.DISPATCH_DONE).not(Mark.DISPATCHED_LATE, Mark.VOIDED)),
    FIRST_DISPATCHED_ACCURATE(Moment.FIRST_DISPATCHED, when().not(Mark.MISDIRECTED, Mark.VOIDED)),
    CHECK_SENT(Moment.CHECK_SENT, when()),
    CHECK_SENT_IN_TIME(Moment.CHECK_SENT, when().not(Mark.CHECK_SENT_LATE)),
    CHECK_ANSWERED(Moment.CHECKED, when()),
    CHECK_ANSWERED_IN_TIME(Moment.CHECKED, when(Mark.CHECK_DONE).not(Mark.CHECKED_LATE)),
    OPEN(Moment.STANDING, when()),
    TO_ACCEPT(Moment.STANDING, when(Mark.OPEN).not(Mark.ACCEPTED)),
    OVERDUE(Moment.STANDING, when(Mark.OPEN, Mark.OVERDUE)),
    PAUSED(Moment.STANDING, when(Mark.PAUSED));

    private static final Map<String, Counter> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Counter::code, Function.identity()));

    private final Moment moment;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and at most another such record
    private final Condition condition;

    Counter(Moment moment, Condition condition) {
        this.moment = moment;
        this.condition = condition;
    }

    /// Marks as bits; `any` is 0 where none is asked for, `or` absent where there is no other way to count.
    record Condition(
            long must, long not, long any, @Nullable Condition or) {
        Condition not(Mark... marks) {
            return new Condition(must, Mark.bits(marks), any, or);
        }

        Condition any(Mark... marks) {
            return new Condition(must, not, Mark.bits(marks), or);
        }

        Condition or(Condition other) {
            return new Condition(must, not, any, other);
        }

        boolean holds(long marks) {
            boolean own = (marks & must) == must && (marks & not) == 0 && (any == 0 || (marks & any) != 0);
            return own || (or != null && or.holds(marks));
        }
    }

    private static Condition when(Mark... marks) {
        return new Condition(Mark.bits(marks), 0, 0, null);
    }

    /// Needed close: handled, closed, or overdue while it is (or was) handled. Who else is late with it, say whoever
    /// dispatches, makes nothing due for closing.
    private static Condition dueForClosing(Mark... of) {
        long must = Mark.bits(of);
        long not = Mark.VOIDED.bit();
        return new Condition(
                must,
                not,
                Mark.bits(Mark.FINISHED, Mark.CLOSED, Mark.HANDLE_LATE),
                new Condition(must | Mark.bits(Mark.HANDLING, Mark.OVERDUE), not, 0, null));
    }

    /// As formulas name it, e.g. `close_done`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Counter> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public Moment moment() {
        return moment;
    }

    /// Whether a case with these marks counts, once its moment lies in the period.
    public boolean counts(long marks) {
        return condition.holds(marks);
    }

    /// Whether it can be said of an instant that has passed. Of standing cases only how many were open: which of them
    /// were paused or overdue then, no row remembers.
    public boolean isKnownOfThePast() {
        return moment != Moment.STANDING || this == OPEN;
    }
}
