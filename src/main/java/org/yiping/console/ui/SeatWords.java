package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Seated;
import org.yiping.console.store.Stores;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Seat;

/// Who sits where and who is at a case, in words (席位、谁在看). Any thread.
public record SeatWords(Stores stores, Words words, Messages messages) {
    /// More than so many are counted.
    private static final int NAMED = 2;

    /// Who else is at a case, short enough for a row; empty for nobody, and where that is not known.
    public String row(CaseId id) {
        List<Seat> others = others(id);
        if (others.isEmpty()) {
            return "";
        }
        Seat first =
                others.stream().filter(s -> s.inHand().contains(id)).findFirst().orElse(others.getFirst());
        String name = words.person(first.person());
        if (others.size() > 1) {
            return messages.get("seat.row-more", name, others.size());
        }
        return messages.get(first.inHand().contains(id) ? "seat.row-has" : "seat.row-looks", name);
    }

    /// Who has the case and who looks at it; that it is not known where it is not.
    public String head(CaseId id, Instant now) {
        Seated seats = stores.seats();
        if (!seats.known()) {
            return messages.get("seat.unknown");
        }
        List<Seat> others = others(id);
        List<String> lookers = others.stream()
                .filter(s -> !s.inHand().contains(id))
                .map(s -> words.person(s.person()))
                .toList();
        String looks = lookers.isEmpty() ? "" : looks(lookers);
        String has = otherOwner(id)
                .map(s -> messages.get("seat.head-has", name(s), state(s, now)))
                .orElse("");
        return has.isEmpty() || looks.isEmpty() ? has + looks : has + " · " + looks;
    }

    private String looks(List<String> names) {
        return names.size() > NAMED
                ? messages.get("seat.head-more", names.getFirst(), names.size())
                : messages.get("seat.head-looks", String.join(messages.get("words.and"), names));
    }

    /// The seat that has a case in hand, where that is another than this one.
    public Optional<Seat> otherOwner(CaseId id) {
        return stores.seats().owner(id).filter(s -> !s.id().equals(own().orElse(null)));
    }

    private List<Seat> others(CaseId id) {
        SeatId own = own().orElse(null);
        return stores.seats().at(id).stream().filter(s -> !s.id().equals(own)).toList();
    }

    private Optional<SeatId> own() {
        return stores.me().known().map(me -> me.actor().seat());
    }

    /// A person and where they sit, marked where nobody does.
    public String name(Seat seat) {
        return messages.get(
                seat.simulated() ? "seat.name-simulated" : "seat.name",
                words.person(seat.person()),
                seat.id().value());
    }

    /// Ready, busy, on a break; or for how long it has been silent, which makes the rest old.
    public String state(Seat seat, Instant now) {
        Instant silent = seat.silentSince();
        if (silent != null) {
            Duration age = Duration.between(silent, now);
            return messages.get("seat.silent", words.age(age.isNegative() ? Duration.ZERO : age));
        }
        return state(seat.state());
    }

    public String state(String code) {
        return switch (code) {
            case Seat.READY -> messages.get("seat.ready");
            case Seat.BUSY -> messages.get("seat.busy");
            case Seat.BREAK -> messages.get("seat.break");
            default -> messages.get("words.unknown-code", code);
        };
    }
}
