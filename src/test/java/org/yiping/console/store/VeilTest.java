package org.yiping.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

class VeilTest {
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Actor LEADER = new Actor(new PersonId("p-1"), new PostCode("duty-leader"), new SeatId("01"));

    private final Tables tables = new Tables(() -> NOW);
    private final Stores stores = tables.stores();
    private final CaseId id = new CaseId("c");
    private final List<Set<CaseId>> told = new ArrayList<>();

    VeilTest() {
        tables.cases.put(id, Samples.without("c", "to-dispatch", NOW));
        stores.cases().subscribe(told::add);
        told.clear();
    }

    private String address() {
        return stores.cases().find(id).map(Case::place).orElseThrow().address();
    }

    private void says(boolean on, Duration after) {
        tables.openDays.put(HallId.OWN, new OpenDay(HallId.OWN, on, NOW.plus(after), LEADER, null));
    }

    @Test
    void thePlatformsWordHidesOnEveryReaderAndShowsAgain() {
        assertThat(address()).isEqualTo("示范路 1 号");
        says(true, Duration.ZERO);
        assertThat(address()).isEqualTo(Hidden.MARK);
        assertThat(told).containsExactly(Set.of(id));
        tables.cases.put(id, Samples.without("c", "to-handle", NOW));
        assertThat(address()).isEqualTo(Hidden.MARK);
        says(false, Duration.ofHours(2));
        assertThat(address()).isEqualTo("示范路 1 号");
    }

    @Test
    void whoAsksIsHiddenAtOnceAndUntilALaterWord() {
        stores.veil().draw(NOW);
        assertThat(address()).isEqualTo(Hidden.MARK);
        says(false, Duration.ofHours(-20)); // yesterday's, come with a snapshot
        assertThat(address()).isEqualTo(Hidden.MARK);
        says(true, Duration.ofSeconds(1));
        assertThat(address()).isEqualTo(Hidden.MARK);
        says(false, Duration.ofHours(1));
        assertThat(address()).isEqualTo("示范路 1 号");
    }

    @Test
    void aRefusalUncoversOnlyWhatWasAskedForHere() {
        stores.veil().draw(NOW);
        stores.veil().drop();
        assertThat(address()).isEqualTo("示范路 1 号");
        says(true, Duration.ZERO);
        stores.veil().draw(NOW);
        stores.veil().drop();
        assertThat(address()).isEqualTo(Hidden.MARK);
    }

    @Test
    void aLostLinkOrARowOfAnotherShapeUncoversNothing() {
        says(true, Duration.ZERO);
        tables.facts(new Freshness(false, NOW));
        tables.cases.stale();
        assertThat(address()).isEqualTo(Hidden.MARK);
        tables.cases.replace(Map.of(id, Samples.without("c", "closed", NOW)));
        assertThat(address()).isEqualTo(Hidden.MARK);
    }
}
