package org.yiping.console.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.MadeUpRechecks;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.Case;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.RecheckId;

class RecheckModelTest {
    private static final Frame MONTH = new Frame("month", null, FigureScope.CITY);

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private MadeUpRechecks platform;
    private RecheckModel model;

    @BeforeEach
    void city() {
        fixture.tables.cases.apply(
                List.of("a", "b", "c", "d").stream()
                        .map(id -> Samples.waiting(id, "to-dispatch", DeskFixture.START, Duration.ofHours(1)))
                        .collect(java.util.stream.Collectors.toMap(Case::id, c -> c)),
                java.util.Set.of());
        platform = new MadeUpRechecks(fixture.tables, DeskFixture.START);
        fixture.rechecks = platform;
        model = new RecheckModel(fixture.desk, fixture.hall, () -> {});
    }

    @Test
    void what_is_drawn_is_judged_place_after_place_and_counted_by_the_platform() {
        model.open(null);
        assertThat(model.sheet()).isEmpty();
        model.draw(3, MONTH);
        assertThat(model.sheet().orElseThrow().cards()).hasSize(3);
        model.judge("holds", "");
        assertThat(model.place()).isEqualTo(1);
        model.judge("broken", "还在");
        model.judge("unclear", "");
        assertThat(model.sheet().orElseThrow().judged()).isEqualTo(3);
        assertThat(model.sheet().orElseThrow().share()).isEqualTo(50.0);
        assertThat(model.own()).isEqualTo(3);
        assertThat(model.place()).as("nothing is left to go to").isEqualTo(2);
    }

    @Test
    void a_draw_that_reached_nobody_keeps_its_name() {
        platform.away = true;
        model.draw(2, MONTH);
        assertThat(model.sheet()).isEmpty();
        assertThat(model.trouble()).isNotEmpty();
        platform.away = false;
        model.draw(4, MONTH);
        assertThat(model.sheet().orElseThrow().cards())
                .as("what was drawn the first time")
                .hasSize(2);
        assertThat(model.sheets()).hasSize(1);
    }

    @Test
    void a_verdict_that_reached_nobody_is_not_given() {
        model.draw(2, MONTH);
        platform.away = true;
        platform.heard = false;
        model.judge("holds", "");
        assertThat(model.sheet().orElseThrow().judged()).isZero();
        assertThat(model.sending(0)).isEmpty();
        assertThat(model.trouble()).contains("1");
        platform.away = false;
        model.go(0);
        model.judge("broken", "");
        assertThat(model.sheet().orElseThrow().broken()).isEqualTo(1);
        assertThat(model.trouble()).isEmpty();
    }

    @Test
    void the_sample_beside_a_figure_is_the_one_that_opens() {
        platform.withOne();
        model.draw(2, MONTH);
        model.open(new RecheckId("r1"));
        assertThat(model.sheet().orElseThrow().recheck().id()).isEqualTo(new RecheckId("r1"));
        model.forget();
        assertThat(model.card()).as("an open day").isEmpty();
    }

    @Test
    void another_post_draws_and_judges_nothing() {
        DeskFixture other = new DeskFixture("dispatcher");
        other.rechecks = platform;
        RecheckModel theirs = new RecheckModel(other.desk, other.hall, () -> {});
        theirs.draw(2, MONTH);
        assertThat(theirs.sheet()).isEmpty();
        assertThat(theirs.trouble()).isNotEmpty();
    }
}
