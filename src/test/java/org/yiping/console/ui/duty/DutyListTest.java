package org.yiping.console.ui.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class DutyListTest {
    private final DeskFixture at = new DeskFixture("duty-leader");
    private final DutyList list = new DutyList(at.desk, "duty/some", "some");

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void rowsAreMadeOnceOfTheSameFacts() {
        assertThat(list.outdated(List.of("card"), true)).isTrue();
        assertThat(list.outdated(List.of("card"), true)).isFalse();
        assertThat(list.outdated(List.of("card"), false)).isTrue();
    }

    /// A page drawn before the city came says codes and times of no zone.
    @Test
    void rowsAreMadeAnewWhenTheCityComes() {
        list.outdated(List.of("card"));
        CityFacts was = at.desk.city().orElseThrow();
        at.tables.city.set(
                new CityFacts(was.name(), ZoneOffset.UTC, was.extent(), was.layers(), was.promises(), was.rules()),
                new Freshness(true, DeskFixture.START));
        assertThat(list.outdated(List.of("card"))).isTrue();
        assertThat(list.outdated(List.of("card"))).isFalse();
    }
}
