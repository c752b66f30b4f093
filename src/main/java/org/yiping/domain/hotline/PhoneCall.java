package org.yiping.domain.hotline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.SeatId;

/// A call on the hotline (来电) as far as the switch has told of it. `number` is personal and empty where the caller
/// withholds it; no `seat` means nobody's in particular; `cases` were taken in from it. Immutable; any thread.
///
/// News comes twice, late and in any order: the earliest of each step and the latest seat count, so that all orders end
/// alike. `seatedAt` is the switch's own time, ahead of ours where its clock is.
public record PhoneCall(
        CallId id,
        String number,
        @Nullable SeatId seat,
        Instant seatedAt,
        @Nullable Instant rangAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        List<CaseId> cases,
        boolean masked) {
    /// What rang longer ago has been answered elsewhere, or given up.
    public static final Duration RINGS = Duration.ofMinutes(2);
    /// Nobody talks longer; an end that got lost must not hold a seat for ever.
    public static final Duration TALKS = Duration.ofHours(2);

    public enum Step {
        RINGING,
        ANSWERED,
        ENDED
    }

    /// What the switch says at one moment: `said` by its own clock, by which its news is ordered, `at` by ours.
    public record News(
            CallId id, Step step, String number, @Nullable SeatId seat, Instant said, Instant at) {
        public News(CallId id, Step step, String number, @Nullable SeatId seat, Instant said) {
            this(id, step, number, seat, said, said);
        }

        /// The same, not from the future: the switch's clock is its own.
        public News noLaterThan(Instant now) {
            return at.isAfter(now) ? new News(id, step, number, seat, said, now) : this;
        }
    }

    public PhoneCall {
        cases = List.copyOf(cases);
    }

    public static PhoneCall of(News first) {
        return new PhoneCall(first.id(), "", null, Instant.EPOCH, null, null, null, List.of(), false).after(first);
    }

    /// With what that news adds; itself where it adds nothing.
    public PhoneCall after(News n) {
        boolean moves = n.seat() != null && n.said().isAfter(seatedAt);
        return new PhoneCall(
                id,
                number.isEmpty() ? n.number() : number,
                moves ? n.seat() : seat,
                moves ? n.said() : seatedAt,
                n.step() == Step.RINGING ? earlier(rangAt, n.at()) : rangAt,
                n.step() == Step.ANSWERED ? earlier(answeredAt, n.at()) : answeredAt,
                n.step() == Step.ENDED ? earlier(endedAt, n.at()) : endedAt,
                cases,
                masked);
    }

    private static Instant earlier(@Nullable Instant known, Instant told) {
        return known == null || told.isBefore(known) ? told : known;
    }

    /// One more case came of it.
    public PhoneCall with(CaseId taken) {
        List<CaseId> all =
                Stream.concat(cases.stream(), Stream.of(taken)).distinct().toList();
        return new PhoneCall(id, number, seat, seatedAt, rangAt, answeredAt, endedAt, all, masked);
    }

    /// The furthest it has come.
    public Step step() {
        return endedAt != null ? Step.ENDED : answeredAt != null ? Step.ANSWERED : Step.RINGING;
    }

    /// Since when it has been at that step.
    public Instant since() {
        Instant at = endedAt != null ? endedAt : answeredAt != null ? answeredAt : rangAt;
        return at == null ? seatedAt : at;
    }

    /// Whether it wants somebody now: rings, or is being talked on.
    public boolean wants(Instant now) {
        return switch (step()) {
            case RINGING -> since().plus(RINGS).isAfter(now);
            case ANSWERED -> since().plus(TALKS).isAfter(now);
            case ENDED -> false;
        };
    }
}
