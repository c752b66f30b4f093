package org.yiping.server.seat;

// long because the seats, the cases in their hands and who is told of them change together under one lock

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Seat;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

/// Who sits where now, and which case is in whose hand (席位、在手): what the consoles say of themselves, the newest
/// only, in memory; lost at a restart until they say it again. Any thread.
///
/// The first seat that looks at a case its post may act on has it in hand. Whoever has not been heard of within the
/// promise is late, and gone after three of them: what was in their hand is free then, and goes to who else is looking.
public final class Seats {
    /// More than any hall has; beyond it new seats are refused, so that a faulty sender cannot fill memory.
    private static final int MOST = 2000;
    private static final int PROMISES = 3;
    private static final PostCode LEADER = new PostCode("duty-leader");

    private final Source source;
    private final InstantSource clock;
    private final Duration promise;
    private final Map<SeatId, Place> places = new LinkedHashMap<>();
    private final Hands hands = new Hands();
    /// Every case somebody looks at or has in hand.
    private final Map<CaseId, Look> known = new ConcurrentHashMap<>();
    private final AtomicLong tick = new AtomicLong();
    private volatile Written written = new Written(0, List.of());

    /// Where seats are looked up from: a case as it stands, whether a session still lives, and by which workflow posts
    /// act.
    public record Source(Function<CaseId, Optional<Look>> cases, Predicate<String> living, Workflow workflow) {}

    /// What a console says of its seat.
    public record Word(String state, @Nullable CaseId looking, boolean simulated) {}

    /// How all seats stood at a tick.
    private record Written(long tick, List<Told> all) {}

    /// A seat as somebody sees it: `text` is its JSON.
    public record Seen(Seat seat, String text) {}

    public Seats(Source source, InstantSource clock, Duration promise) {
        this.source = source;
        this.clock = clock;
        this.promise = promise;
    }

    /// A hall where nobody sits, e.g. while a past is done again.
    public static Seats nobody(Workflow workflow) {
        return new Seats(
                new Source(_ -> Optional.empty(), _ -> false, workflow),
                InstantSource.fixed(Instant.EPOCH),
                Duration.ZERO);
    }

    /// Takes a console's word; empty where there is no room for one more seat.
    public Optional<Seat> tell(Principal who, Word word) {
        CaseId id = word.looking();
        Look look = id == null ? null : known.get(id);
        boolean unknown = look == null;
        if (id != null && unknown) {
            look = source.cases().apply(id).orElse(null);
        }
        Optional<Seat> told = put(who, word, look);
        if (id != null && unknown) { // it may have changed before anybody was known to look at it
            source.cases().apply(id).ifPresent(this::learn);
        }
        return told;
    }

    private synchronized Optional<Seat> put(Principal who, Word word, @Nullable Look look) {
        SeatId id = who.actor().seat();
        Instant now = clock.instant();
        Place place = places.get(id);
        if (place != null && !place.isOf(who)) { // somebody else sits down here
            leave(id);
            place = null;
        }
        if (place == null) {
            if (places.size() >= MOST) {
                return Optional.empty();
            }
            place = new Place(who, word.state(), now);
            places.put(id, place);
            changed(place);
        }
        if (!place.who.person().equals(who.person())) {
            changed(place); // other areas see it now
        }
        place.who = who;
        place.heard = now;
        if (place.late || place.simulated != word.simulated()) {
            place.late = false;
            place.simulated = word.simulated();
            changed(place);
        }
        if (!place.state.equals(word.state())) {
            place.state = word.state();
            place.since = now;
            changed(place);
        }
        look(place, look, now);
        return Optional.of(seat(place));
    }

    private static Look newer(Look one, Look other) {
        return other.revision() > one.revision() ? other : one;
    }

    private void look(Place place, @Nullable Look look, Instant now) {
        CaseId next = look == null ? null : look.id();
        CaseId before = place.looking;
        if (look != null) {
            known.merge(look.id(), look, Seats::newer);
        }
        if (Objects.equals(before, next)) {
            if (next != null) {
                settle(next); // whoever was on a break may take it up now
            }
            return;
        }
        place.looking = next;
        place.lookingSince = now;
        changed(place);
        if (before != null) {
            let(before, place);
        }
        if (next != null) {
            settle(next);
        }
    }

    /// Looks away from a case.
    private void let(CaseId id, Place place) {
        SeatId seat = place.id();
        if (seat.equals(hands.owner(id)) && !hands.taken(id).orElse(false)) {
            hands.free(id);
        }
        settle(id);
    }

    /// Gives a case that is in nobody's hand to the first who looks at it and may act, and forgets it where nobody is
    /// concerned any more.
    private void settle(CaseId id) {
        Look look = known.get(id);
        if (look == null) {
            return;
        }
        SeatId owner = hands.owner(id);
        Place holder = owner == null ? null : places.get(owner);
        if (owner != null && (holder == null || !look.acting().contains(holder.post()))) {
            hands.free(id);
            if (holder != null) {
                changed(holder);
            }
            owner = null;
        }
        if (owner == null) {
            places.values().stream()
                    .filter(p -> id.equals(p.looking))
                    .filter(p -> !p.state.equals(Seat.BREAK))
                    .filter(p -> look.acting().contains(p.post()))
                    .min(Comparator.comparing(p -> p.lookingSince))
                    .ifPresent(p -> {
                        hands.give(id, p.id(), false);
                        changed(p);
                    });
        }
        if (!hands.has(id) && places.values().stream().noneMatch(p -> id.equals(p.looking))) {
            known.remove(id);
        }
    }

    /// Takes a case out of the hand somebody saw it in; no `from` means nobody's. It comes into the taker's own hand
    /// where their post may act on it. A shift leader whose post may not puts it into the next ready one's.
    public synchronized Taking take(Look look, @Nullable SeatId from, Principal who) {
        SeatId to = who.actor().seat();
        Place taker = places.get(to);
        if (taker == null || !taker.isOf(who)) {
            return new Taking.NoSeat();
        }
        SeatId owner = hands.owner(look.id());
        if (owner != null && !owner.equals(from) && !owner.equals(to)) {
            return new Taking.Elsewhere(owner);
        }
        Place former = owner == null ? null : places.get(owner);
        Place next = taker;
        if (!look.acting().contains(who.post())) {
            if (!who.post().equals(LEADER) || former == null) {
                return new Taking.NotTheirs();
            }
            next = nextReady(former.post(), look.scope(), Set.of(former.id()))
                    .map(s -> places.get(s.id()))
                    .orElse(null);
        }
        known.merge(look.id(), look, Seats::newer);
        if (former != null) {
            changed(former);
        }
        if (next == null) {
            hands.free(look.id());
        } else {
            hands.give(look.id(), next.id(), true);
            changed(next);
        }
        return new Taking.Taken(
                former == null || former == next ? null : former.hand(), next == null ? null : next.hand());
    }

    /// Whose hand a case is in now.
    public synchronized Optional<SeatId> owner(CaseId id) {
        return Optional.ofNullable(hands.owner(id));
    }

    /// Whom to turn to next: of the ready seats of a post that were heard of within their promise and see what lies
    /// there, the one with the least in hand, among equals the longest ready. `passed` have had their turn.
    public synchronized Optional<Seat> nextReady(PostCode post, Scope where, Set<SeatId> passed) {
        return places.values().stream()
                .filter(p -> p.post().equals(post))
                .filter(p -> !passed.contains(p.id()))
                .filter(p -> reach(p).sees(where))
                .map(this::seat)
                .filter(Seat::takesMore)
                .min(Comparator.comparingInt((Seat s) -> s.inHand().size()).thenComparing(Seat::since));
    }

    private static Reach reach(Place place) {
        return new Reach(
                place.who.person().areas().stream().map(AreaCode::value).toList(), null);
    }

    /// Follows what the journal has taken: steps move cases on, and count for who took them.
    public void follow(List<Entry> entries) {
        for (Entry e : entries) {
            switch (e.change().kind()) {
                case Kinds.CASE -> {
                    if (known.containsKey(new CaseId(e.change().id()))) {
                        Case c = Json.mapper().readValue(e.change().content(), Case.class);
                        learn(Look.of(c, source.workflow(), e.revision()));
                    }
                }
                case Kinds.RECORD -> acted(e.origin().actor(), e.at());
                default -> {}
            }
        }
    }

    /// A case has changed.
    synchronized void learn(Look look) {
        Look before = known.get(look.id());
        if (before != null && look.revision() > before.revision()) {
            known.put(look.id(), look);
            places.values().stream()
                    .filter(p -> look.id().equals(p.looking) || p.id().equals(hands.owner(look.id())))
                    .forEach(p -> p.told = null); // who may see it may have changed
            tick.incrementAndGet();
            settle(look.id());
        }
    }

    private synchronized void acted(@Nullable Actor actor, Instant at) {
        Place place = actor == null ? null : places.get(actor.seat());
        if (place != null && place.who.actor().equals(actor)) {
            place.acted(at);
            changed(place);
        }
    }

    /// Once a second: who has not been heard of is late, then gone; so is at once who signed out.
    public synchronized void beat() {
        Instant now = clock.instant();
        List<SeatId> gone = new ArrayList<>();
        places.forEach((id, place) -> {
            Duration silent = Duration.between(place.heard, now);
            if (silent.compareTo(promise.multipliedBy(PROMISES)) > 0
                    || !source.living().test(place.who.session())) {
                gone.add(id);
            } else if (silent.compareTo(promise) > 0 && !place.late) {
                place.late = true;
                changed(place);
            }
            if (place.forget(now)) {
                changed(place);
            }
        });
        gone.forEach(this::leave);
    }

    private void leave(SeatId id) {
        Place place = places.remove(id);
        if (place == null) {
            return;
        }
        tick.incrementAndGet();
        for (CaseId held : hands.of(id)) {
            hands.free(held);
            settle(held);
        }
        if (place.looking != null) {
            settle(place.looking);
        }
    }

    /// Counts up whenever anything reads differently.
    public long tick() {
        return tick.get();
    }

    /// The seats somebody may see, whose reach among seats and among cases is this.
    public List<Seen> seen(Reach seats, Reach cases) {
        Written now = written;
        if (now.tick() != tick.get()) {
            now = write();
        }
        List<Seen> seen = new ArrayList<>();
        for (Told told : now.all()) {
            if (seats.sees(told.scope())) {
                seen.add(told.seen(cases));
            }
        }
        return seen;
    }

    /// Hundreds of listeners read what is written once, and hold up nobody who changes something.
    private synchronized Written write() {
        long at = tick.get();
        List<Told> all = new ArrayList<>();
        for (Place place : places.values()) {
            Told told = place.told;
            if (told == null) {
                told = told(place);
                place.told = told;
            }
            all.add(told);
        }
        Written now = new Written(at, all);
        written = now;
        return now;
    }

    private void changed(Place place) {
        place.told = null;
        tick.incrementAndGet();
    }

    private Told told(Place place) {
        Seat seat = seat(place);
        Map<CaseId, Scope> where = new HashMap<>();
        List<CaseId> concerned = new ArrayList<>(seat.inHand());
        if (seat.looking() != null) {
            concerned.add(seat.looking());
        }
        for (CaseId id : concerned) {
            Look look = known.get(id);
            if (look != null) {
                where.put(id, look.scope());
            }
        }
        return Told.of(seat, place.scope(), where);
    }

    private Seat seat(Place place) {
        SeatId id = place.id();
        return new Seat(
                id,
                place.who.actor().person(),
                place.post(),
                place.state,
                place.since,
                place.from,
                place.looking,
                hands.of(id),
                place.acts(),
                place.late ? place.heard : null,
                place.simulated);
    }
}
