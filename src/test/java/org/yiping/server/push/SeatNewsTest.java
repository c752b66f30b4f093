package org.yiping.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.yiping.protocol.Json;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Scope;
import org.yiping.server.seat.Look;
import org.yiping.server.seat.Seats;
import tools.jackson.databind.JsonNode;

class SeatNewsTest {
    private static final int HALL = 300;
    private static final PostCode DISPATCHER = new PostCode("dispatcher");

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-26T02:00:00Z"));
    private final Set<String> ended = new HashSet<>();
    private final Seats seats = new Seats(
            new Seats.Source(
                    id -> Optional.of(new Look(id, new Scope("990101", null), Set.of(DISPATCHER), 1)),
                    session -> !ended.contains(session),
                    new Workflow("w", List.of(), List.of())),
            clock,
            Duration.ofSeconds(10));
    private final Access access = Access.shipped();
    private final SeatNews news = new SeatNews(seats);

    private static Principal at(int i, String... areas) {
        Person person = new Person(
                new PersonId("p-" + i),
                "",
                List.of(DISPATCHER),
                List.of(areas).stream().map(AreaCode::new).toList(),
                null);
        return new Principal("s-" + i, new Actor(person.id(), DISPATCHER, new SeatId("seat-" + i)), person);
    }

    private Sight sight(String... areas) {
        return new Sight(access, at(HALL + 1, areas), Set.of(), new Telling());
    }

    private void tell(int i, String looking) {
        seats.tell(at(i), new Seats.Word(Seat.READY, new CaseId(looking), false));
    }

    private JsonNode frame(Sight sight) {
        return Json.mapper().readTree(news.frame(sight, clock.instant()).orElseThrow());
    }

    @Test
    void aHallThatHurriesIsToldTheNewestOnceAndMoreSlowly() {
        for (int i = 0; i < HALL; i++) {
            tell(i, "first-" + i);
        }
        Sight sight = sight();
        assertThat(news.isDue(sight)).isTrue();
        JsonNode all = frame(sight);
        assertThat(all.path("all").asBoolean()).isTrue();
        assertThat(all.path("seats").size()).isEqualTo(HALL);
        assertThat(news.isDue(sight)).as("nothing has changed since").isFalse();
        assertThat(news.next()).isAfter(clock.instant().plusSeconds(3));
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < HALL; i++) {
                tell(i, "case-" + round + "-" + i);
            }
        }
        JsonNode changed = frame(sight);
        assertThat(changed.path("all").asBoolean()).isFalse();
        assertThat(changed.path("seats").size()).as("each once").isEqualTo(HALL);
        assertThat(changed.path("seats").valueStream())
                .allSatisfy(s -> assertThat(s.path("looking").asString()).startsWith("case-19-"));
        tell(7, "last");
        assertThat(frame(sight).path("seats").size()).isEqualTo(1);
        assertThat(news.next()).isBefore(clock.instant().plusSeconds(2));
    }

    @Test
    void aWordThatOnlyRepeatsIsNotToldAgain() {
        tell(1, "a");
        Sight sight = sight();
        frame(sight);
        tell(1, "a");
        assertThat(news.isDue(sight)).isFalse();
    }

    @Test
    void whoLeavesIsGoneAndRightsThatNarrowTakeTheCasesAway() {
        tell(1, "a");
        tell(2, "b");
        frame(sight());
        ended.add("s-1");
        seats.beat();
        Sight east = sight("990102");
        JsonNode changed = frame(east);
        assertThat(changed.path("gone").toString()).isEqualTo("[\"seat-1\"]");
        assertThat(changed.path("seats").size()).isEqualTo(1);
        assertThat(changed.at("/seats/0/looking").isMissingNode()).isTrue();
        assertThat(changed.at("/seats/0/inHand").size()).isZero();
    }
}
