package org.yiping.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.FigureBars.By;
import org.yiping.console.ui.control.BarList.Bar;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureBoard.Cell;
import org.yiping.domain.kpi.FigureBoard.Group;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.domain.kpi.Span;

class FigureWordsTest {
    private static final Instant AT = DeskFixture.START;
    private static final KpiCode RATE = new KpiCode("rate");

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private final Words names = new Words(fixture.desk.stores(), fixture.hall.messages());
    private final FigureWords words = new FigureWords(names, fixture.hall.messages());
    private final FigureBars bars = new FigureBars(names, fixture.hall.messages());

    private static ShownFigure figure(
            String unit, @Nullable String better, @Nullable Double value, @Nullable Double before) {
        return new ShownFigure(
                RATE,
                "率",
                "Rate",
                unit,
                better,
                95.0,
                null,
                "v",
                "a / b",
                value,
                null,
                null,
                List.of(),
                AT,
                AT,
                before == null ? null : new ShownFigure.Then(before, null, null, AT, AT),
                null);
    }

    /// One of one is 100 % and first: it says of how few.
    @Test
    void a_share_of_few_cases_is_marked_in_a_ranking() {
        List<Group> groups = List.of(
                new Group("one", List.of(new Cell(RATE, 100.0, 1L, 1L))),
                new Group("many", List.of(new Cell(RATE, 96.0, 96L, 100L))),
                new Group("four", List.of(new Cell(RATE, 75.0, 3L, 4L))),
                new Group("five", List.of(new Cell(RATE, 60.0, 3L, 5L))));
        List<Bar> all = bars.ranking(figure("percent", "up", 90.0, null), groups, By.DEPARTMENT, g -> g.group() + "!");
        assertThat(all).extracting(Bar::value).containsExactly("100.0 样本少", "96.0", "75.0 样本少", "60.0");
        assertThat(all).extracting(Bar::more).containsExactly("one!", "many!", "four!", "five!");
    }

    @Test
    void unknown_is_said_and_never_a_number() {
        ShownFigure none = figure("percent", "up", null, 90.0);
        assertThat(words.value("percent", none.value())).isEqualTo("无数据");
        assertThat(words.number("percent", null)).isEqualTo("—");
        assertThat(words.change(none, none.before())).isEqualTo("无数据");
        assertThat(words.change(figure("percent", "up", 90.0, null), null)).isEqualTo("无数据");
        assertThat(none.misses()).as("nobody misses a target by being unknown").isFalse();
    }

    @Test
    void shares_change_by_points_and_counts_by_percent_but_nothing_grows_from_nought() {
        ShownFigure rate = figure("percent", "up", 93.5, 95.0);
        assertThat(words.change(rate, rate.before())).isEqualTo("−1.5 点");
        ShownFigure count = figure("cases", null, 120.0, 100.0);
        assertThat(words.change(count, count.before())).isEqualTo("+20.0 %");
        ShownFigure fresh = figure("cases", null, 5.0, 0.0);
        assertThat(words.change(fresh, fresh.before())).isEqualTo("上期为 0");
    }

    @Test
    void a_target_is_missed_on_the_worse_side_alone() {
        assertThat(figure("percent", "up", 94.9, null).misses()).isTrue();
        assertThat(figure("percent", "up", 95.0, null).misses()).isFalse();
        assertThat(figure("percent", "down", 95.1, null).misses()).isTrue();
        assertThat(figure("percent", "down", 3.0, null).misses()).isFalse();
    }

    private static FigureBoard board(ShownFigure rule, List<Group> departments, List<Group> classes) {
        return new FigureBoard(
                AT,
                1,
                new Span(AT, AT),
                "district",
                List.of(rule),
                List.of(),
                departments,
                classes,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Group group(String name, KpiCode code, @Nullable Double value) {
        return new Group(name, List.of(new Cell(code, value, null, null)));
    }

    @Test
    void a_ranking_begins_with_the_best_and_ends_with_the_unknown_which_has_no_bar() {
        List<Group> departments = List.of(group("a", RATE, 40.0), group("b", RATE, null), group("c", RATE, 80.0));
        List<Bar> up =
                bars.ranking(board(figure("percent", "up", 60.0, null), departments, List.of()), By.DEPARTMENT, RATE);
        assertThat(up).extracting(Bar::name).containsExactly("c", "a", "b");
        assertThat(up.getLast().share()).isNegative();
        assertThat(up.getLast().value()).isEqualTo("无数据");
        assertThat(up.getFirst().share()).isEqualTo(1.0);
        assertThat(up.get(1).share()).isEqualTo(0.5);
        List<Bar> down =
                bars.ranking(board(figure("percent", "down", 60.0, null), departments, List.of()), By.DEPARTMENT, RATE);
        assertThat(down).extracting(Bar::name).containsExactly("a", "c", "b");
    }

    @Test
    void what_a_mix_does_not_name_is_added_up_and_the_shares_are_of_all() {
        List<Group> classes = List.of(
                group("k1", FigureBoard.FILED, 50.0),
                group("k2", FigureBoard.FILED, 30.0),
                group("k3", FigureBoard.FILED, 15.0),
                group("k4", FigureBoard.FILED, 5.0));
        List<Bar> mix = bars.mix(board(figure("cases", null, 1.0, null), List.of(), classes), By.CLASS, 3);
        assertThat(mix).extracting(Bar::note).containsExactly("50.0 %", "30.0 %", "20.0 %");
        assertThat(mix.getLast().name()).isEqualTo("其他 2 类");
        assertThat(FigureBars.group(By.CLASS, mix.getFirst())).isEqualTo("k1");
        assertThat(FigureBars.group(By.CLASS, mix.getLast()))
                .as("several are no door")
                .isNull();
    }
}
