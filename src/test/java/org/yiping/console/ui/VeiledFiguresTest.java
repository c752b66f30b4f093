package org.yiping.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.FigureLookup.Behind;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.VeiledLookup;
import org.yiping.domain.casework.Case;
import org.yiping.domain.kpi.FigureScope;

/// The cases behind a figure while strangers are in the hall.
class VeiledFiguresTest {
    private static final Frame MONTH = new Frame("month", null, FigureScope.CITY);
    private static final Case CASE = Samples.waiting("c1", "to-dispatch", DeskFixture.START, Duration.ofHours(1));

    private final DeskFixture fixture = new DeskFixture("supervisor");

    private FigureLookup figures() {
        HeldFigures platform = new HeldFigures();
        platform.cases.add(CASE);
        fixture.figures = platform;
        return new VeiledLookup(fixture.desk.lookup(), fixture.tables.stores())
                .figures()
                .orElseThrow();
    }

    @Test
    void are_as_they_are_without_a_veil() {
        assertThat(figures().behind("filed", MONTH).join())
                .isEqualTo(new Found.Got<>(new Behind(DeskFixture.START, 1L, List.of(CASE))));
    }

    @Test
    void are_hidden_behind_it_and_their_number_stays() {
        FigureLookup figures = figures();
        fixture.tables.stores().veil().draw(DeskFixture.START);
        Behind behind = got(figures.behind("filed", MONTH).join());
        assertThat(behind.total()).isEqualTo(1L);
        hidden(behind.cases());
        hidden(got(figures.cases(List.of(CASE.id())).join()));
    }

    private static <T> T got(Found<T> found) {
        assertThat(found).isInstanceOf(Found.Got.class);
        return ((Found.Got<T>) found).value();
    }

    private static void hidden(List<Case> cases) {
        assertThat(cases).extracting(Case::id).containsExactly(CASE.id());
        assertThat(cases).doesNotContain(CASE);
    }
}
