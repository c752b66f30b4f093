package org.yiping.console.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.FigureLookup.Behind;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.EmptyPanel;
import org.yiping.console.ui.HeldFigures;
import org.yiping.console.ui.HeldReports;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.report.ReportWish;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class FigureSheetTest {
    private static final KpiCode RATE = new KpiCode("closing-rate");
    private static final Frame MONTH = new Frame("month", null, FigureScope.CITY);

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private final HeldFigures platform = new HeldFigures();

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private FigureSheet sheet() {
        fixture.figures = platform;
        Words words = new Words(fixture.desk.stores(), fixture.hall.messages());
        Boards boards = new Boards(fixture.desk, fixture.hall, () -> {});
        FigureSheet sheet =
                new FigureSheet(fixture.desk, fixture.hall, words, boards, new EmptyPanel(), new FigureSheet.Hand() {
                    @Override
                    public void close() {}

                    @Override
                    public void narrow(FigureScope scope) {}
                });
        sheet.open(RATE, MONTH);
        platform.boards.getFirst().complete(new Found.Got<>(board(1)));
        sheet.tick(DeskFixture.START);
        return sheet;
    }

    private static FigureBoard board(long done) {
        ShownFigure rate = new ShownFigure(
                RATE,
                "结案率",
                "Closing rate",
                "percent",
                "up",
                null,
                null,
                "v",
                "close_done / close_needed",
                50.0,
                done,
                2L,
                List.of(new ShownFigure.Part("close_needed", 2L), new ShownFigure.Part("close_done", done)),
                DeskFixture.START,
                DeskFixture.START,
                null,
                null);
        return new FigureBoard(
                DeskFixture.START,
                1,
                new Span(DeskFixture.START, DeskFixture.START),
                "district",
                List.of(rate),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Found<Behind> cases(String... ids) {
        List<Case> cases = List.of(ids).stream()
                .map(id -> Samples.waiting(id, "to-dispatch", DeskFixture.START, Duration.ofHours(1)))
                .toList();
        return new Found.Got<>(new Behind(DeskFixture.START, (long) cases.size(), cases));
    }

    private static @Nullable Node find(Node node, String id) {
        if (id.equals(node.getId())) {
            return node;
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(n -> find(n, id))
                        .filter(n -> n != null)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static List<String> listed(FigureSheet sheet) {
        return ((ListView<?>) find(sheet.root(), "figures/cases"))
                .getItems().stream().map(c -> ((Case) c).id().value()).toList();
    }

    @Test
    void the_numerators_cases_come_first_and_an_older_answer_never_covers_a_newer_question() {
        List<String> listed = Toolkit.onFx(() -> {
            FigureSheet sheet = sheet();
            ToggleButton done = (ToggleButton) find(sheet.root(), "figures/counter-close_done");
            assertThat(done.isSelected()).isTrue();
            ((ToggleButton) find(sheet.root(), "figures/counter-close_needed")).fire();
            platform.behind.get(1).complete(cases("a", "b"));
            platform.behind.get(0).complete(cases("old"));
            return listed(sheet);
        });
        assertThat(listed).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_list_goes_on_where_the_answer_before_ended() {
        Toolkit.onFx(() -> {
            FigureSheet sheet = sheet();
            List<Case> some = List.of(
                    Samples.waiting("a", "to-dispatch", DeskFixture.START, Duration.ofHours(1)),
                    Samples.waiting("b", "to-dispatch", DeskFixture.START, Duration.ofHours(2)));
            platform.behind.get(0).complete(new Found.Got<>(new Behind(DeskFixture.START, 3L, some, "77")));
            Node more = find(sheet.root(), "figures/more");
            assertThat(more.isVisible()).isTrue();
            ((Button) more).fire();
            assertThat(platform.afters).containsExactly("", "77");
            List<Case> rest = List.of(Samples.waiting("c", "to-dispatch", DeskFixture.START, Duration.ofHours(3)));
            platform.behind.get(1).complete(new Found.Got<>(new Behind(DeskFixture.START, 3L, rest)));
            assertThat(listed(sheet)).containsExactly("a", "b", "c");
            assertThat(more.isVisible()).as("these were the last").isFalse();
            return true;
        });
    }

    @Test
    void the_list_can_be_ordered_whole_with_the_figures_own_counter_period_and_scope() {
        Toolkit.onFx(() -> {
            HeldReports reports = new HeldReports();
            fixture.reports = reports;
            FigureSheet sheet = sheet();
            platform.behind.get(0).complete(cases("a"));
            ((Button) find(sheet.root(), "figures/order-list")).fire();
            ReportWish wish = reports.wishes.getFirst();
            assertThat(wish.counter()).isEqualTo("close_done");
            assertThat(wish.period()).isEqualTo("month");
            assertThat(wish.scope()).isEqualTo(FigureScope.CITY);
            sheet.open(new FigureSheet.Named("place", "1", List.of(new CaseId("a")), 1), MONTH);
            assertThat(find(sheet.root(), "figures/order-list").isVisible())
                    .as("a place's cases are no counter's")
                    .isFalse();
            return true;
        });
    }

    @Test
    void without_a_link_what_was_listed_stays_and_is_asked_for_again() {
        Toolkit.onFx(() -> {
            FigureSheet sheet = sheet();
            platform.behind.get(0).complete(new Found.Unreachable<>());
            assertThat(listed(sheet)).isEmpty();
            sheet.tick(DeskFixture.START);
            assertThat(platform.behind).hasSize(2);
            platform.behind.get(1).complete(cases("a"));
            sheet.tick(DeskFixture.START);
            assertThat(listed(sheet)).containsExactly("a");
            assertThat(platform.behind).as("nothing changed").hasSize(2);
            return true;
        });
    }

    @Test
    void a_list_somebody_holds_is_not_exchanged() {
        Toolkit.onFx(() -> {
            FigureSheet sheet = sheet();
            platform.behind.get(0).complete(cases("a", "b"));
            ((ListView<?>) find(sheet.root(), "figures/cases"))
                    .getSelectionModel()
                    .select(0);
            fixture.pass(Duration.ofSeconds(11));
            sheet.tick(DeskFixture.START);
            platform.boards.get(1).complete(new Found.Got<>(board(2)));
            sheet.tick(DeskFixture.START);
            assertThat(platform.behind).hasSize(1);
            ((ListView<?>) find(sheet.root(), "figures/cases"))
                    .getSelectionModel()
                    .clearSelection();
            sheet.tick(DeskFixture.START);
            assertThat(platform.behind).hasSize(2);
            return true;
        });
    }

    @Test
    void a_places_cases_are_asked_for_again_when_the_page_is_seen_again() {
        Toolkit.onFx(() -> {
            FigureSheet sheet = sheet();
            platform.cases.add(Samples.waiting("a", "to-dispatch", DeskFixture.START, Duration.ofHours(1)));
            sheet.open(new FigureSheet.Named("place", "31", List.of(new CaseId("a")), 31), MONTH);
            assertThat(listed(sheet)).containsExactly("a");
            sheet.lookAnew();
            assertThat(listed(sheet)).containsExactly("a");
            platform.cases.clear(); // nobody answers
            sheet.lookAnew();
            assertThat(listed(sheet)).isEmpty();
            platform.cases.add(Samples.waiting("a", "to-dispatch", DeskFixture.START, Duration.ofHours(1)));
            sheet.tick(DeskFixture.START);
            assertThat(listed(sheet)).containsExactly("a");
            return true;
        });
    }
}
