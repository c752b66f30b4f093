package org.yiping.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Notice;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Seat;

class SeatWatchTest {
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final CaseId one = new CaseId("c1");
    private final CaseId two = new CaseId("c2");

    @BeforeEach
    void open() {
        for (CaseId id : List.of(one, two)) {
            fixture.put(Samples.waiting(id.value(), "to-dispatch", DeskFixture.START, Duration.ofMinutes(2)));
        }
        new SeatWatch(fixture.desk, fixture.hall).start();
    }

    private static Seat seat(String id, String person, String post, CaseId looking, CaseId... has) {
        return new Seat(
                new SeatId(id),
                new PersonId(person),
                new PostCode(post),
                Seat.READY,
                DeskFixture.START,
                DeskFixture.START,
                looking,
                List.of(has),
                0,
                null,
                false);
    }

    private Seat mine(CaseId looking, CaseId... has) {
        return seat("03", "me", "dispatcher", looking, has);
    }

    private Seat theirs(String post, CaseId looking, CaseId... has) {
        return seat("A2", "other", post, looking, has);
    }

    private void told(Seat... seats) {
        fixture.tables.seats.told(true, List.of(seats), List.of(), DeskFixture.START);
    }

    private List<String> notices() {
        return fixture.hall.notices().all().stream().map(Notice::id).toList();
    }

    @Test
    void whoLosesACaseToATakeoverIsTold() {
        told(mine(one, one), theirs("dispatcher", null));
        told(mine(one), theirs("dispatcher", null, one));
        assertThat(notices()).containsExactly("taken-c1");
    }

    @Test
    void whoLooksAwayOrHasDoneTheirPartIsNot() {
        told(mine(one, one), theirs("dispatcher", one));
        told(mine(two, two), theirs("dispatcher", one, one));
        assertThat(notices()).as("looked away").isEmpty();
        told(mine(two), theirs("acceptor", two, two));
        assertThat(notices()).as("another post's turn").isEmpty();
    }

    @Test
    void aCaseThatWasTakenOverAndLeftLyingCanBeTakenTooAndIsTold() {
        told(mine(two, one, two), theirs("dispatcher", null));
        told(mine(two, two), theirs("dispatcher", null, one));
        assertThat(notices()).containsExactly("taken-c1");
    }

    @Test
    void whatIsPutIntoTheHandIsToldWithAWayThere() {
        told(mine(one, one));
        told(mine(one, one, two));
        assertThat(notices()).containsExactly("given-c2");
        fixture.hall.notices().all().getFirst().actions().getFirst().run().run();
        assertThat(fixture.desk.pickedCaseId()).contains(two);
    }

    @Test
    void whatHappenedWhileNobodyCouldKnowIsNotToldAsNew() {
        told(mine(one, one));
        fixture.tables.seats.unheard();
        told(mine(one), theirs("dispatcher", null, one));
        assertThat(notices()).isEmpty();
    }
}
