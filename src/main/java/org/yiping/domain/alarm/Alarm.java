package org.yiping.domain.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// A case that calls for somebody (告警), to whom that was offered one after another, and who answered. It stands in the
/// case; the case's next step ends it. `rules` names the version it was raised under. Immutable; any thread.
public record Alarm(
        Kind kind,
        PostCode post,
        String rules,
        Instant raisedAt,
        List<Offer> offers,
        @Nullable Answer answered,
        @Nullable Shelf shelved) {
    public Alarm {
        offers = List.copyOf(offers);
    }

    /// In the order of their weight: a case that came, one that is about to be late, one that is.
    public enum Kind {
        NEW,
        SOON,
        OVER
    }

    /// `to` is a rung: seat, next-seat, leader, phone, an open code; `seat` is absent where nobody sat there, `word`
    /// where nothing left the hall. From `due` on nobody has answered it in time.
    public record Offer(
            String to,
            @Nullable PostCode post,
            @Nullable SeatId seat,
            Instant at,
            Instant due,
            @Nullable Word word) {
        Offer saying(Word next) {
            return new Offer(to, post, seat, at, due, next);
        }
    }

    /// A message to a telephone: `place` is the number's on the city's list, from 1. Nothing is called sent that is
    /// not.
    public record Word(
            String channel,
            int place,
            Status status,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable String cause) {
        static Word queued(String channel, int place) {
            return new Word(channel, place, Status.QUEUED, null, null, null);
        }

        public Word sent(Instant now) {
            return status == Status.QUEUED ? new Word(channel, place, Status.SENT, now, null, null) : this;
        }

        public Word delivered(Instant now) {
            return status == Status.DELIVERED
                    ? this
                    : new Word(channel, place, Status.DELIVERED, sentAt == null ? now : sentAt, now, null);
        }

        public Word failed(String why) {
            return status == Status.DELIVERED
                    ? this
                    : new Word(channel, place, Status.FAILED, sentAt, deliveredAt, why);
        }

        /// Still queued, and this is what stands in its way.
        public Word waiting(String why) {
            return status == Status.QUEUED ? new Word(channel, place, status, sentAt, deliveredAt, why) : this;
        }
    }

    public enum Status {
        QUEUED,
        SENT,
        DELIVERED,
        FAILED
    }

    public record Answer(Actor by, Instant at) {}

    /// Put aside until an instant, with a reason (搁置).
    public record Shelf(Actor by, Instant at, Instant until, String reason) {}

    /// Whether it still waits for an answer.
    public boolean waiting() {
        return answered == null && shelved == null;
    }

    /// Whether somebody should have answered by now.
    public boolean overdue(Instant now) {
        return waiting() && !offers.isEmpty() && now.isAfter(offers.getFirst().due());
    }

    public Duration age(Instant now) {
        return Duration.between(raisedAt, now);
    }

    public @Nullable Offer last() {
        return offers.isEmpty() ? null : offers.getLast();
    }

    /// The seats it was offered to.
    public Set<SeatId> seats() {
        return offers.stream()
                .flatMap(o -> o.seat() == null ? java.util.stream.Stream.of() : java.util.stream.Stream.of(o.seat()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// When it was offered to this seat, or to nobody's in particular at this post; absent where it was not.
    public @Nullable Instant offeredAt(PostCode at, SeatId seat) {
        for (Offer o : offers) {
            if (at.equals(o.post()) && (o.seat() == null || seat.equals(o.seat()))) {
                return o.at();
            }
        }
        return null;
    }

    Alarm offered(Offer next) {
        List<Offer> all = new ArrayList<>(offers);
        all.add(next);
        return new Alarm(kind, post, rules, raisedAt, all, answered, shelved);
    }

    /// The case has become worse and nobody has answered: who was asked stays asked, and the age goes on.
    public Alarm worse(Kind next) {
        return new Alarm(next, post, rules, raisedAt, offers, answered, shelved);
    }

    /// With what became of the message of one offer.
    public Alarm saying(int offer, Word word) {
        List<Offer> all = new ArrayList<>(offers);
        all.set(offer, all.get(offer).saying(word));
        return new Alarm(kind, post, rules, raisedAt, all, answered, shelved);
    }

    /// The first answer counts.
    public Alarm answered(Actor by, Instant now) {
        return answered != null ? this : new Alarm(kind, post, rules, raisedAt, offers, new Answer(by, now), null);
    }

    public Alarm shelved(Shelf shelf) {
        return new Alarm(kind, post, rules, raisedAt, offers, answered, shelf);
    }
}
