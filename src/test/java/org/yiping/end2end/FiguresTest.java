package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.FigureLookup.Behind;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.casework.Case;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.fake.Await;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;
import org.yiping.server.SmallCity;

/// A board of figures as a console reads it from a real server, and the cases behind it.
class FiguresTest {
    private static final Frame TODAY = new Frame("7d", null, FigureScope.CITY);

    @TempDir
    Path folder;

    private static <T> T got(Found<T> found) {
        assertThat(found).isInstanceOf(Found.Got.class);
        return ((Found.Got<T>) found).value();
    }

    @Test
    void whatPanelsShowIsReadWholeAndLeadsToTheCases() throws IOException {
        try (Town town = new Town(folder);
                CutProxy wire = new CutProxy(town.platform.port())) {
            Desk collector = town.seat("collector", "collector", town.platform.port());
            Desk supervisor = town.seat("supervisor", "supervisor", wire.port());
            Await.until("links", () -> collector.live() && supervisor.live());
            for (int i = 0; i < 4; i++) {
                collector
                        .outbox
                        .submit(Wishes.report(collector, "f-" + i, SmallCity.WEST))
                        .join();
            }
            collector.awaitSettled();
            FigureLookup figures = supervisor.sync.lookup().figures().orElseThrow();

            FigureBoard board = got(figures.board(TODAY).join());
            ShownFigure reported = board.find(new KpiCode("reported")).orElseThrow();
            assertThat(reported.value()).isEqualTo(4.0);
            assertThat(reported.before()).isNotNull();
            assertThat(board.days()).hasSize(70);
            assertThat(board.weekHours()).hasSize(FigureBoard.WEEK_HOURS);
            assertThat(board.find(new KpiCode("closing-rate")).orElseThrow().companions())
                    .hasSize(6);
            assertThat(board.find(new KpiCode("closing-rate")).orElseThrow().value())
                    .as("nothing to close is no 0 % and no 100 %")
                    .isNull();

            assertThat(got(figures.board(TODAY).join()))
                    .as("the platform has no other")
                    .isSameAs(board);

            Behind behind = got(figures.behind("reported", TODAY).join());
            assertThat(behind.total()).isEqualTo(4);
            assertThat(behind.cases()).hasSize(4);

            HotPlaces places = got(figures.places(TODAY).join());
            assertThat(places.patrolled()).isFalse();
            assertThat(places.items()).hasSize(1);
            List<Case> there =
                    got(figures.cases(places.items().getFirst().cases()).join());
            assertThat(there).hasSize(4);
            assertThat(there)
                    .allSatisfy(c -> assertThat(Objects.requireNonNull(c.place().position())
                                    .distanceMetres(places.items().getFirst().position()))
                            .isLessThanOrEqualTo(places.metres()));

            wire.down(true);
            assertThat(figures.board(TODAY).join()).isInstanceOf(Found.Unreachable.class);
            assertThat(figures.cases(List.of(there.getFirst().id())).join()).isInstanceOf(Found.Unreachable.class);
        }
    }

    @Test
    void aPeriodNobodyKnowsIsRefusedAndNotGuessed() throws IOException {
        try (Town town = new Town(folder)) {
            Desk supervisor = town.seat("supervisor", "supervisor", town.platform.port());
            Await.until("a link", supervisor::live);
            FigureLookup figures = supervisor.sync.lookup().figures().orElseThrow();
            assertThat(figures.board(new Frame("fortnight", null, FigureScope.CITY))
                            .join())
                    .isInstanceOf(Found.Refused.class);
        }
    }
}
