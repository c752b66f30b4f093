package org.yiping.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Boards.Kept;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Span;

class BoardsTest {
    private static final Frame MONTH = new Frame("month", null, FigureScope.CITY);
    private static final Frame WEEK = new Frame("week", null, FigureScope.CITY);

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private final HeldFigures platform = new HeldFigures();
    private int changes;
    private Boards boards;

    @BeforeEach
    void open() {
        fixture.figures = platform;
        boards = new Boards(fixture.desk, fixture.hall, () -> changes++);
    }

    private static FigureBoard board(Instant at) {
        return new FigureBoard(
                at,
                1,
                new Span(at, at),
                "district",
                List.of(),
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

    private void answer(int question, Found<FigureBoard> found) {
        platform.boards.get(question).complete(found);
    }

    @Test
    void all_who_look_at_the_same_ask_once_and_again_after_a_second() {
        assertThat(boards.board(MONTH).value()).isNull();
        boards.board(MONTH);
        assertThat(platform.asked).containsExactly(MONTH);
        answer(0, new Found.Got<>(board(DeskFixture.START)));
        assertThat(changes).isEqualTo(1);
        fixture.pass(Duration.ofMillis(800));
        assertThat(boards.board(MONTH).value()).isEqualTo(board(DeskFixture.START));
        assertThat(platform.asked).hasSize(1);
        fixture.pass(Duration.ofMillis(200));
        boards.board(MONTH);
        assertThat(platform.asked).hasSize(2);
    }

    @Test
    void a_slow_platform_is_not_asked_faster_than_it_answers() {
        boards.board(MONTH);
        fixture.pass(Duration.ofMinutes(1));
        boards.board(MONTH);
        assertThat(platform.asked).hasSize(1);
    }

    @Test
    void without_a_link_the_last_one_stays_with_its_time_and_says_so() {
        boards.board(MONTH);
        answer(0, new Found.Got<>(board(DeskFixture.START)));
        fixture.pass(Duration.ofSeconds(10));
        boards.board(MONTH);
        answer(1, new Found.Unreachable<>());
        Kept<FigureBoard> kept = boards.board(MONTH);
        assertThat(kept.lost()).isTrue();
        assertThat(kept.value()).isEqualTo(board(DeskFixture.START));
        fixture.pass(Duration.ofSeconds(10));
        boards.board(MONTH);
        answer(2, new Found.Refused<>("KPI-5030", "正在统计"));
        kept = boards.board(MONTH);
        assertThat(kept.lost()).isFalse();
        assertThat(kept.refusal()).contains("KPI-5030");
        assertThat(kept.value()).isNotNull();
    }

    @Test
    void an_answer_belongs_to_what_was_asked_and_to_nothing_else() {
        boards.board(MONTH);
        boards.board(WEEK);
        answer(0, new Found.Got<>(board(DeskFixture.START)));
        assertThat(boards.board(WEEK).value()).isNull();
        assertThat(boards.board(MONTH).value()).isNotNull();
    }

    @Test
    void where_nobody_answers_at_all_nothing_is_known() {
        fixture.figures = null;
        Kept<FigureBoard> kept = boards.board(MONTH);
        assertThat(kept.lost()).isTrue();
        assertThat(kept.value()).isNull();
    }

    @Test
    void whatIsFromFurtherAheadThanClocksDifferIsLateToo() {
        Kept<String> here = new Kept<>("", false, "");
        Instant now = Instant.parse("2026-11-28T02:42:18Z");
        Duration promise = Duration.ofSeconds(30);
        assertThat(Boards.isLate(here, now.minusSeconds(30), promise, now)).isFalse();
        assertThat(Boards.isLate(here, now.minusSeconds(31), promise, now)).isTrue();
        assertThat(Boards.isLate(here, now.plusSeconds(5), promise, now)).isFalse();
        assertThat(Boards.isLate(here, now.plusSeconds(6), promise, now)).isTrue();
        assertThat(Boards.isLate(new Kept<>("", true, ""), now, promise, now)).isTrue();
    }
}
