package org.yiping.console.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.FigureBars;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.HeldFigures;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureBoard.Cell;
import org.yiping.domain.kpi.FigureBoard.Group;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.domain.kpi.Span;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class RankTileTest {
    private static final KpiCode RATE = new KpiCode("closing-rate");
    private static final KpiCode REOPENED = new KpiCode("reopened-share");

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private final HeldFigures platform = new HeldFigures();
    private final List<FigureScope> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private final class Opens implements Door {
        @Override
        public void open(KpiCode code, Frame frame) {}

        @Override
        public void open(KpiCode code) {}

        @Override
        public void open(KpiCode code, FigureScope scope) {
            opened.add(scope);
        }

        @Override
        public void recheck(@Nullable RecheckId id) {}

        @Override
        public void cases(String title, String words, List<CaseId> cases, int all) {}
    }

    private static ShownFigure figure(KpiCode code, @Nullable List<KpiCode> beside) {
        return new ShownFigure(
                code,
                code.value(),
                code.value(),
                "percent",
                "up",
                null,
                beside,
                "v",
                "a / b",
                90.0,
                9L,
                10L,
                List.of(),
                DeskFixture.START,
                DeskFixture.START,
                null,
                null);
    }

    private static FigureBoard board() {
        return new FigureBoard(
                DeskFixture.START,
                1,
                new Span(DeskFixture.START, DeskFixture.START),
                "district",
                List.of(figure(RATE, List.of(REOPENED)), figure(REOPENED, null)),
                List.of(),
                List.of(new Group("d1", List.of(new Cell(RATE, 90.0, 9L, 10L)))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private RankTile tile() {
        fixture.figures = platform;
        Words names = new Words(fixture.desk.stores(), fixture.hall.messages());
        Boards boards = new Boards(fixture.desk, fixture.hall, () -> {});
        RankTile tile = new RankTile(
                new FigureWords(names, fixture.hall.messages()),
                new FigureBars(names, fixture.hall.messages()),
                fixture.hall.messages(),
                new Opens(),
                boards,
                () -> new Frame("month", null, FigureScope.CITY));
        tile.show(board(), FigureScope.CITY);
        tile.tick();
        return tile;
    }

    private static List<Node> all(Node node) {
        List<Node> found = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(n -> found.addAll(all(n)));
        }
        return found;
    }

    private static Node find(RankTile tile, String id) {
        return all(tile.tile().root()).stream()
                .filter(n -> Objects.equals(n.getId(), id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rate_tells_what_stands_beside_it_where_the_pointer_rests() {
        platform.groups.add(new Group("d1", List.of(new Cell(RATE, 90.0, 9L, 10L), new Cell(REOPENED, 12.5, 1L, 8L))));
        String said = Toolkit.onFx(() ->
                ((Button) find(tile(), "figures/department-d1")).getTooltip().getText());
        assertThat(said).contains("12.5 %");
    }

    @Test
    void posts_are_asked_for_and_open_their_own_cases() {
        platform.groups.add(new Group("acceptor", List.of(new Cell(RATE, 90.0, 9L, 10L))));
        Toolkit.onFx(() -> {
            RankTile tile = tile();
            ((ToggleButton) find(tile, "figures/by-post")).fire();
            tile.tick();
            ((Button) find(tile, "figures/post-acceptor")).fire();
            return true;
        });
        assertThat(opened)
                .containsExactly(new FigureScope(null, null, null, null, null, new PostCode("acceptor"), null, null));
    }
}
