package org.yiping.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.DepartmentId;

/// How far a dispatch got to a department (派遣送达): the channels tried in order, what each missed, and when somebody
/// there opened and accepted it. `over`: the case went on without them. Immutable; any thread.
public record Receipt(
        DepartmentId department,
        Instant dispatchedAt,
        List<Attempt> attempts,
        @Nullable Instant openedAt,
        @Nullable Instant acceptedAt,
        boolean over) {
    public Receipt {
        attempts = List.copyOf(attempts);
    }

    /// Nothing is called sent that is not.
    public enum Status {
        QUEUED,
        SENT,
        DELIVERED,
        FAILED
    }

    /// One channel's try: terminal, sms, voice, call (the call list of people), an open code. `due` is by when each
    /// step had to be reached, fixed when it began; `missed` the step that was not, `cause` why it failed.
    public record Attempt(
            String channel,
            Instant at,
            Status status,
            Due due,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable String cause,
            @Nullable String missed) {

        public Attempt sent(Instant now) {
            return status == Status.QUEUED
                    ? new Attempt(channel, at, Status.SENT, due, now, deliveredAt, null, missed)
                    : this;
        }

        /// Whoever has it was sent it, whatever was heard of the sending.
        public Attempt delivered(Instant now) {
            return status == Status.DELIVERED
                    ? this
                    : new Attempt(channel, at, Status.DELIVERED, due, sentAt == null ? now : sentAt, now, null, missed);
        }

        public Attempt failed(String why) {
            return status == Status.DELIVERED
                    ? this
                    : new Attempt(channel, at, Status.FAILED, due, sentAt, deliveredAt, why, missed);
        }

        /// Still queued, and this is what stood in its way so far.
        public Attempt waiting(String why) {
            return status == Status.QUEUED
                    ? new Attempt(channel, at, status, due, sentAt, deliveredAt, why, missed)
                    : this;
        }

        Attempt missed(String step) {
            return new Attempt(channel, at, status, due, sentAt, deliveredAt, cause, step);
        }
    }

    /// By when a step is wanted; absent where nobody waits for it.
    public record Due(
            @Nullable Instant sent,
            @Nullable Instant delivered,
            @Nullable Instant opened,
            @Nullable Instant accepted) {
        static Due from(Instant start, Ladder.Rung rung) {
            return new Due(
                    plus(start, rung.sent()),
                    plus(start, rung.delivered()),
                    plus(start, rung.opened()),
                    plus(start, rung.accepted()));
        }

        private static @Nullable Instant plus(Instant start, @Nullable Duration limit) {
            return limit == null ? null : start.plus(limit);
        }
    }

    public static Receipt begin(DepartmentId department, Instant now) {
        return new Receipt(department, now, List.of(), null, null, false);
    }

    /// Whether it is still waited for.
    public boolean waiting() {
        return acceptedAt == null && !over;
    }

    public @Nullable Attempt current() {
        return attempts.isEmpty() ? null : attempts.getLast();
    }

    public Receipt accepted(Instant now) {
        return waiting() ? new Receipt(department, dispatchedAt, attempts, openedAt, now, false) : this;
    }

    public Receipt ended() {
        return waiting() ? new Receipt(department, dispatchedAt, attempts, openedAt, null, true) : this;
    }

    /// Opened at a terminal, which therefore had it.
    public Receipt opened(Instant now) {
        Receipt had = with("terminal", a -> a.delivered(now));
        return openedAt == null ? new Receipt(department, dispatchedAt, had.attempts, now, acceptedAt, over) : had;
    }

    /// Changes the last attempt of a channel, if there was one.
    public Receipt with(String channel, UnaryOperator<Attempt> change) {
        List<Attempt> all = new ArrayList<>(attempts);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).channel().equals(channel)) {
                all.set(i, change.apply(all.get(i)));
                return new Receipt(department, dispatchedAt, all, openedAt, acceptedAt, over);
            }
        }
        return this;
    }

    Receipt and(Attempt next) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(next);
        return new Receipt(department, dispatchedAt, all, openedAt, acceptedAt, over);
    }
}
