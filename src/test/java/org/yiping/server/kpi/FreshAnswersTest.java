package org.yiping.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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

    @Test
    void a_clock_that_was_set_back_keeps_no_answer_alive() {
        asked();
        clock.advance(Duration.ofHours(-1));
        asked();
        assertThat(counted).isEqualTo(2);
    }

    @Test
    void who_needs_one_that_is_being_counted_waits_for_it() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        AtomicReference<@Nullable Thread> second = new AtomicReference<>();
        AtomicReference<@Nullable FreshAnswers<FigureDesk.Question, FigureDesk.Answer>> own = new AtomicReference<>();
        own.set(new FreshAnswers<>(
                10,
                _ -> {
                    times.incrementAndGet();
                    Thread other = Thread.ofPlatform().start(() -> own.get().to(QUESTION, 1));
                    second.set(other);
                    while (other.getState() != Thread.State.WAITING && other.isAlive()) {
                        Thread.onSpinWait();
                    }
                    return new FigureDesk.Answer(START, 1, new Span(START, START), Map.of());
                },
                background::add,
                clock));
        own.get().to(QUESTION, 1);
        second.get().join();
        assertThat(times).hasValue(1);
    }
}
