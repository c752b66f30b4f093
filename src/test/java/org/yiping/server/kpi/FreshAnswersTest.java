package org.yiping.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.Span;
import org.yiping.fake.ManualClock;
import org.yiping.server.data.Reach;

class FreshAnswersTest {
    private static final Instant START = Instant.parse("2026-11-27T02:00:00Z");
    private static final FigureDesk.Question QUESTION = new FigureDesk.Question(
            List.of(), new FigureDesk.Frame("day", null, FigureScope.CITY, Reach.CITY), Grouping.NONE, "");

    private final ManualClock clock = new ManualClock(START);
    private final List<Runnable> background = new ArrayList<>();
    private long revision = 1;
    private int counted;
    private final FreshAnswers<FigureDesk.Question, FigureDesk.Answer> answers = new FreshAnswers<>(
            10,
            _ -> {
                counted++;
                return new FigureDesk.Answer(clock.instant(), revision, new Span(START, START), Map.of());
            },
            background::add,
            clock);

    private long asked() {
        return answers.to(QUESTION, revision).revision();
    }

    @Test
    void many_who_ask_at_once_are_one() {
        for (int i = 0; i < 100; i++) {
            asked();
        }
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void one_that_ages_is_given_and_counted_anew_behind_it_once() {
        asked();
        revision = 2;
        clock.advance(Duration.ofMillis(700));
        assertThat(asked()).isEqualTo(1);
        assertThat(asked()).isEqualTo(1);
        assertThat(background).hasSize(1);
        background.removeFirst().run();
        assertThat(asked()).isEqualTo(2);
        clock.advance(Duration.ofMillis(700));
        revision = 3;
        asked();
        assertThat(background).as("it may age again").hasSize(1);
    }

    @Test
    void none_that_lacks_a_change_is_given_for_longer_than_it_may() {
        asked();
        revision = 2;
        clock.advance(Duration.ofMillis(1500));
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void one_that_lacks_nothing_holds_until_something_may_have_fallen_due() {
        asked();
        clock.advance(Duration.ofMillis(4900));
        asked();
        assertThat(counted).isEqualTo(1);
        clock.advance(Duration.ofMillis(200));
        asked();
        assertThat(counted).isEqualTo(2);
    }
}
