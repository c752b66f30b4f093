package org.yiping.domain.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The counters formulas are made of (domain.md 6.1). Each counts cases: those whose `moment` lies in the period and
/// which bear all marks of `must`, none of `not` and, where `any` names some, one of those at least. Rates divide
/// counters of one moment, so that the numerator's cases are among the denominator's. The condition is said here alone:
/// the number and the list behind it are the same. Immutable; any thread.
///
/// Where the trade knows two readings, the one taken: needed close = handled, closed or over the limit (UM); needed
/// handle = dispatched and not voided, handled = has a finish time (CG); accurate dispatch = never taken back as wrong.
///
/// Where it gives a name alone, our reading. Inspection (应督查 / 督查 / 按时督查, `order_…`): filed cases whose last order
/// (督办) asks for a reply by a time; done = answered, or the case ended under it; needed = done, or that time has come;
/// in time = done by then. Call-backs (回访): needed = closed, and its own caller wants one; called = tried at least
/// once; reached = the caller judged; the judgements (满意, …) count in the period of the call, for who called. A case
/// that is closed anew waits anew.
public enum Counter {
    REPORTED(Moment.REPORTED, when()),
    VALID_REPORTED(Moment.REPORTED, when(Mark.FILED)),
    PUBLIC_REPORTED(Moment.REPORTED, when(Mark.PUBLIC)),
    PUBLIC_VERIFIED(Moment.REPORTED, when(Mark.PUBLIC, Mark.FILED)),
    NOT_ACCEPTED(Moment.REPORTED, when(Mark.VOIDED).not(Mark.ACCEPTED, Mark.MERGED)),
    MERGED(Moment.REPORTED, when(Mark.MERGED)),
    VOIDED(Moment.REPORTED, when(Mark.VOIDED).not(Mark.MERGED)),
    VERIFY_NEEDED(Moment.REPORTED, when(Mark.VERIFY_ASKED)),
    VERIFY_DONE(Moment.REPORTED, when(Mark.VERIFY_DONE)),
    VERIFY_IN_TIME(Moment.REPORTED, when(Mark.VERIFY_DONE).not(Mark.VERIFY_LATE)),
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
    MISSED(Moment.FILED, when(Mark.PUBLIC, Mark.VERIFIED)),
    DISPATCH_NEEDED(Moment.FILED, when().not(Mark.VOIDED)),
    DISPATCH_DONE(Moment.FILED, when(Mark.DISPATCHED).not(Mark.VOIDED)),
    DISPATCH_IN_TIME(Moment.FILED, when(Mark.DISPATCHED, Mark.DISPATCH_DONE).not(Mark.DISPATCH_LATE, Mark.VOIDED)),
    DISPATCH_ACCURATE(Moment.FILED, when(Mark.DISPATCHED).not(Mark.WRONG_DISPATCH, Mark.VOIDED)),
    DISPATCH_WRONG(Moment.FILED, when(Mark.WRONG_DISPATCH).not(Mark.VOIDED)),
    CLOSE_NEEDED(Moment.FILED, when().not(Mark.VOIDED).any(Mark.FINISHED, Mark.CLOSED, Mark.HANDLE_LATE, Mark.OVERDUE)),
    CLOSE_DONE(Moment.FILED, when(Mark.CLOSED)),
    CLOSE_IN_TIME(Moment.FILED, when(Mark.CLOSED, Mark.HANDLE_DONE).not(Mark.HANDLE_LATE, Mark.CLOSE_LATE)),
    CLOSE_OVERDUE(Moment.FILED, when(Mark.CLOSED).not(Mark.EXEMPT).any(Mark.HANDLE_LATE, Mark.CLOSE_LATE)),
    RETURNED(Moment.FILED, when(Mark.RETURNED)),
    EXTENDED(Moment.FILED, when(Mark.EXTENDED)),
    SUSPENDED(Moment.FILED, when(Mark.SUSPENDED)),
    REWORKED(Moment.FILED, when(Mark.REWORKED)),
    REWORKED_CLOSE(
            Moment.FILED,
            when(Mark.REWORKED).not(Mark.VOIDED).any(Mark.FINISHED, Mark.CLOSED, Mark.HANDLE_LATE, Mark.OVERDUE)),
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
            Moment.DISPATCHED, when(Mark.FINISHED, Mark.HANDLE_DONE).not(Mark.HANDLE_LATE, Mark.EXEMPT, Mark.VOIDED)),
    HANDLE_LATE(Moment.DISPATCHED, when(Mark.FINISHED, Mark.HANDLE_LATE).not(Mark.EXEMPT, Mark.VOIDED)),
    HANDLE_OVERDUE_PENDING(Moment.DISPATCHED, when(Mark.OPEN, Mark.HANDLING, Mark.OVERDUE)),
    HANDLE_EXTENDED(Moment.DISPATCHED, when(Mark.EXTENDED).not(Mark.VOIDED)),
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
    OPEN(Moment.STANDING, when()),
    TO_ACCEPT(Moment.STANDING, when(Mark.OPEN).not(Mark.ACCEPTED)),
    OVERDUE(Moment.STANDING, when(Mark.OPEN, Mark.OVERDUE)),
    PAUSED(Moment.STANDING, when(Mark.PAUSED));

    private static final Map<String, Counter> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Counter::code, Function.identity()));

    private final Moment moment;
    private final long must;
    private final long not;
    private final long any;

    Counter(Moment moment, Condition condition) {
        this.moment = moment;
        this.must = condition.must();
        this.not = condition.not();
        this.any = condition.any();
    }

    /// Marks as bits; `any` is 0 where none is asked for.
    record Condition(long must, long not, long any) {
        Condition not(Mark... marks) {
            return new Condition(must, Mark.bits(marks), any);
        }

        Condition any(Mark... marks) {
            return new Condition(must, not, Mark.bits(marks));
        }
    }

    private static Condition when(Mark... marks) {
        return new Condition(Mark.bits(marks), 0, 0);
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
        return (marks & must) == must && (marks & not) == 0 && (any == 0 || (marks & any) != 0);
    }

    /// Whether it can be said of an instant that has passed. Of standing cases only how many were open: which of them
    /// were paused or overdue then, no row remembers.
    public boolean isKnownOfThePast() {
        return moment != Moment.STANDING || this == OPEN;
    }
}
