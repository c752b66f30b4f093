package org.yiping.server.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Seat;
import org.yiping.fake.ManualClock;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

class SeatsTest {
    private static final Duration PROMISE = Duration.ofSeconds(10);
    private static final PostCode DISPATCHER = new PostCode("dispatcher");
    private static final PostCode LEADER = new PostCode("duty-leader");
    private static final CaseId ONE = new CaseId("c1");
    private static final CaseId TWO = new CaseId("c2");

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-26T02:00:00Z"));
    private final Map<CaseId, Look> cases = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Seats seats = new Seats(
            new Seats.Source(
                    id -> Optional.ofNullable(cases.get(id)),
                    session -> !ended.contains(session),
                    new Workflow("w", List.of(), List.of())),
            clock,
            PROMISE);

    SeatsTest() {
        cases.put(ONE, look(ONE, "990101", 1, DISPATCHER));
        cases.put(TWO, look(TWO, "990102", 1, DISPATCHER));
    }

    private static Look look(CaseId id, String area, long revision, PostCode... acting) {
        return new Look(id, new Scope(area, null), Set.of(acting), revision);
    }

    private static Principal at(String seat, PostCode post, String... areas) {
        Person person = new Person(
                new PersonId("p-" + seat),
                seat,
                List.of(post),
                List.of(areas).stream().map(AreaCode::new).toList(),
                null);
        return new Principal("s-" + seat, new Actor(person.id(), post, new SeatId(seat)), person);
    }

    private Seat tell(Principal who, String state, CaseId looking) {
        return seats.tell(who, new Seats.Word(state, looking, false)).orElseThrow();
    }

    private Seat ready(Principal who, CaseId looking) {
        clock.advance(Duration.ofMillis(1)); // nobody comes at the same instant
        return tell(who, Seat.READY, looking);
    }

    private String owner(CaseId id) {
        return seats.owner(id).map(SeatId::value).orElse("nobody");
    }

    private List<Seat> seen(Reach seatsSeen, Reach casesSeen) {
        return seats.seen(seatsSeen, casesSeen).stream().map(Seats.Seen::seat).toList();
    }

    @Test
    void whoOpensACaseFirstHasItAndTheNextOneOnlyLooks() {
        assertThat(ready(at("a", DISPATCHER), ONE).inHand()).containsExactly(ONE);
        Seat second = ready(at("b", DISPATCHER), ONE);
        assertThat(second.looking()).isEqualTo(ONE);
        assertThat(second.inHand()).isEmpty();
        ready(at("a", DISPATCHER), TWO);
        assertThat(owner(ONE)).as("the one who looked away lets it go").isEqualTo("b");
        assertThat(owner(TWO)).isEqualTo("a");
    }

    @Test
    void aPostThatCannotActAndASeatOnABreakHaveNothingInHand() {
        ready(at("leader", LEADER), ONE);
        tell(at("a", DISPATCHER), Seat.BREAK, ONE);
        assertThat(owner(ONE)).isEqualTo("nobody");
        ready(at("a", DISPATCHER), ONE);
        assertThat(owner(ONE)).isEqualTo("a");
        tell(at("a", DISPATCHER), Seat.BREAK, ONE);
        assertThat(owner(ONE)).as("a break takes nothing away").isEqualTo("a");
    }

    @Test
    void silenceIsToldAfterThePromiseAndFreesTheCasesAfterThree() {
        ready(at("a", DISPATCHER), ONE);
        Instant last = clock.instant();
        clock.advance(PROMISE);
        seats.beat();
        assertThat(seen(Reach.CITY, Reach.CITY).getFirst().silentSince()).isNull();
        clock.advance(Duration.ofSeconds(1));
        long before = seats.tick();
        seats.beat();
        assertThat(seats.tick()).isGreaterThan(before);
        assertThat(seen(Reach.CITY, Reach.CITY).getFirst().silentSince()).isEqualTo(last);
        assertThat(owner(ONE)).isEqualTo("a");
        ready(at("b", DISPATCHER), ONE);
        clock.advance(PROMISE.multipliedBy(2));
        ready(at("b", DISPATCHER), ONE);
        seats.beat();
        assertThat(seen(Reach.CITY, Reach.CITY)).extracting(s -> s.id().value()).containsExactly("b");
        assertThat(owner(ONE)).as("who was looking has it now").isEqualTo("b");
    }

    @Test
    void aWordAfterSilenceIsHeard() {
        ready(at("a", DISPATCHER), ONE);
        clock.advance(PROMISE.plusSeconds(1));
        seats.beat();
        ready(at("a", DISPATCHER), ONE);
        assertThat(seen(Reach.CITY, Reach.CITY).getFirst().silentSince()).isNull();
    }

    @Test
    void whoSignsOutIsGoneAtOnceAndWhoSitsDownThereStartsAnew() {
        ready(at("a", DISPATCHER), ONE);
        ended.add("s-a");
        seats.beat();
        assertThat(seen(Reach.CITY, Reach.CITY)).isEmpty();
        assertThat(owner(ONE)).isEqualTo("nobody");
        ended.clear();
        ready(at("a", DISPATCHER), ONE);
        Principal other = at("other", DISPATCHER);
        Principal relieved =
                new Principal("s-other", new Actor(other.person().id(), DISPATCHER, new SeatId("a")), other.person());
        Seat now = ready(relieved, TWO);
        assertThat(now.person().value()).isEqualTo("p-other");
        assertThat(now.inHand()).containsExactly(TWO);
        assertThat(owner(ONE)).isEqualTo("nobody");
    }

    @Test
    void ofTwoWhoTakeACaseOverOneWinsAndTheOtherLearnsWho() {
        ready(at("a", DISPATCHER), ONE);
        ready(at("b", DISPATCHER), ONE);
        ready(at("c", DISPATCHER), ONE);
        SeatId a = new SeatId("a");
        assertThat(seats.take(cases.get(ONE), a, at("b", DISPATCHER)))
                .isEqualTo(new Taking.Taken(
                        new Taking.Hand(a, new PersonId("p-a")),
                        new Taking.Hand(new SeatId("b"), new PersonId("p-b"))));
        assertThat(seats.take(cases.get(ONE), a, at("c", DISPATCHER))).isEqualTo(new Taking.Elsewhere(new SeatId("b")));
        assertThat(owner(ONE)).isEqualTo("b");
        assertThat(seats.take(cases.get(ONE), a, at("b", DISPATCHER)))
                .as("asked again, after an answer that got lost")
                .isInstanceOf(Taking.Taken.class);
    }

    @Test
    void whatWasTakenOverStaysUntilThePostHasDoneItsPart() {
        ready(at("a", DISPATCHER), ONE);
        ready(at("b", DISPATCHER), TWO);
        seats.take(cases.get(ONE), new SeatId("a"), at("b", DISPATCHER));
        assertThat(owner(ONE)).isEqualTo("b");
        ready(at("a", DISPATCHER), null);
        assertThat(owner(ONE)).isEqualTo("b");
        ready(at("a", DISPATCHER), ONE);
        assertThat(owner(ONE)).isEqualTo("b");
        seats.learn(look(ONE, "990101", 2, new PostCode("department")));
        assertThat(owner(ONE)).as("it is another post's turn").isEqualTo("nobody");
    }

    @Test
    void aLeaderPutsTheCasesOfOneSeatIntoTheNextReadyOne() {
        tell(at("a", DISPATCHER), Seat.READY, ONE);
        ready(at("busy", DISPATCHER), null);
        tell(at("busy", DISPATCHER), Seat.BUSY, null);
        ready(at("free", DISPATCHER), null);
        tell(at("a", DISPATCHER), Seat.BREAK, ONE);
        Principal leader = at("l", LEADER);
        assertThat(seats.take(cases.get(ONE), new SeatId("a"), leader)).isEqualTo(new Taking.NoSeat());
        ready(leader, null);
        assertThat(seats.take(cases.get(TWO), null, leader)).as("nobody has it").isEqualTo(new Taking.NotTheirs());
        seats.take(cases.get(ONE), new SeatId("a"), leader);
        assertThat(owner(ONE)).isEqualTo("free");
        tell(at("free", DISPATCHER), Seat.BREAK, null);
        seats.take(cases.get(ONE), new SeatId("free"), leader);
        assertThat(owner(ONE)).as("nobody is ready: it goes back").isEqualTo("nobody");
        assertThat(seats.take(cases.get(ONE), null, at("x", new PostCode("acceptor"))))
                .isEqualTo(new Taking.NoSeat());
    }

    @Test
    void theNextReadySeatIsTheOneWithTheLeastInHand() {
        ready(at("a", DISPATCHER), ONE);
        ready(at("b", DISPATCHER), null);
        ready(at("c", DISPATCHER), null);
        ready(at("east", DISPATCHER, "990102"), null);
        Scope west = new Scope("990101", null);
        assertThat(next(west, Set.of())).isEqualTo("b");
        assertThat(next(west, Set.of("b"))).isEqualTo("c");
        assertThat(next(west, Set.of("b", "c"))).isEqualTo("a");
        assertThat(next(west, Set.of("a", "b", "c")))
                .as("the east does not see the west")
                .isEqualTo("nobody");
        tell(at("b", DISPATCHER), Seat.BUSY, null);
        assertThat(next(west, Set.of())).isEqualTo("c");
        clock.advance(PROMISE.plusSeconds(1));
        seats.beat();
        assertThat(next(west, Set.of())).as("who is silent is not turned to").isEqualTo("nobody");
    }

    private String next(Scope where, Set<String> passed) {
        return seats.nextReady(
                        DISPATCHER,
                        where,
                        passed.stream().map(SeatId::new).collect(java.util.stream.Collectors.toSet()))
                .map(s -> s.id().value())
                .orElse("nobody");
    }

    @Test
    void whatSomebodyMayNotSeeIsLeftOut() {
        ready(at("a", DISPATCHER), ONE);
        ready(at("east", DISPATCHER, "990102"), TWO);
        Reach east = new Reach(List.of("990102"), null);
        assertThat(seen(east, east)).allSatisfy(s -> assertThat(s.looking()).isNotEqualTo(ONE));
        Seat a = seen(east, east).getFirst();
        assertThat(a.looking()).isNull();
        assertThat(a.inHand()).isEmpty();
        Reach west = new Reach(List.of("990101"), null);
        assertThat(seen(west, west)).extracting(s -> s.id().value()).containsExactly("a");
        assertThat(seats.seen(east, east).getFirst().text()).doesNotContain("c1");
    }

    @Test
    void threeHundredSeatsThatHurryThroughTheQueueNeverHaveACaseInTwoHands() {
        Random random = new Random(4);
        List<CaseId> all =
                IntStream.range(0, 40).mapToObj(i -> new CaseId("q" + i)).toList();
        all.forEach(id -> cases.put(id, look(id, "990101", 1, DISPATCHER)));
        List<Principal> people = IntStream.range(0, 300)
                .mapToObj(i -> at("seat-" + i, DISPATCHER))
                .toList();
        for (int round = 0; round < 20; round++) {
            for (Principal p : people) {
                ready(p, all.get(random.nextInt(all.size())));
            }
            Map<CaseId, SeatId> owners = new HashMap<>();
            for (Seat seat : seen(Reach.CITY, Reach.CITY)) {
                for (CaseId id : seat.inHand()) {
                    assertThat(owners.put(id, seat.id())).as(id.value()).isNull();
                    assertThat(seat.looking()).isEqualTo(id);
                }
            }
            Set<CaseId> looked = new HashSet<>();
            seen(Reach.CITY, Reach.CITY).forEach(s -> looked.add(s.looking()));
            assertThat(owners.keySet()).as("whatever is looked at is in a hand").isEqualTo(looked);
        }
        clock.advance(PROMISE.multipliedBy(4));
        seats.beat();
        assertThat(seen(Reach.CITY, Reach.CITY)).isEmpty();
        assertThat(all).allSatisfy(id -> assertThat(owner(id)).isEqualTo("nobody"));
    }
}
