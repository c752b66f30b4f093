package org.yiping.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Lookup.Found;

class PolledTest {
    private final DeskFixture fixture = new DeskFixture("supervisor");
    private final List<CompletableFuture<Found<String>>> asked = new ArrayList<>();
    private int changes;
    private final Polled<String> polled = new Polled<>(fixture.hall, Duration.ofSeconds(10), () -> changes++);

    private void look() {
        polled.look(() -> {
            CompletableFuture<Found<String>> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
        });
    }

    @Test
    void it_asks_again_when_it_is_time_and_never_twice_at_once() {
        look();
        fixture.pass(Duration.ofMinutes(1));
        look();
        assertThat(asked).hasSize(1);
        assertThat(polled.waits()).isTrue();
        asked.getFirst().complete(new Found.Got<>("a"));
        assertThat(polled.value()).isEqualTo("a");
        look();
        assertThat(asked).hasSize(2);
        asked.get(1).complete(new Found.Got<>("b"));
        fixture.pass(Duration.ofSeconds(9));
        look();
        assertThat(asked).hasSize(2);
        fixture.pass(Duration.ofSeconds(1));
        look();
        assertThat(asked).hasSize(3);
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void without_a_link_what_was_known_stays_and_says_so() {
        look();
        asked.getFirst().complete(new Found.Got<>("a"));
        polled.again();
        look();
        asked.get(1).complete(new Found.Unreachable<>());
        assertThat(polled.value()).isEqualTo("a");
        assertThat(polled.lost()).isTrue();
        polled.again();
        look();
        asked.get(2).complete(new Found.Refused<>("AUT-4030", "不可"));
        assertThat(polled.refusal()).isEqualTo("不可 AUT-4030");
        assertThat(polled.lost()).isFalse();
    }

    @Test
    void an_answer_of_what_nobody_looks_at_any_more_is_dropped() {
        look();
        polled.forget();
        look();
        asked.getFirst().complete(new Found.Got<>("of the last period"));
        assertThat(polled.value()).isNull();
        asked.get(1).complete(new Found.Got<>("of this one"));
        assertThat(polled.value()).isEqualTo("of this one");
    }

    @Test
    void where_nobody_can_be_asked_it_is_lost() {
        polled.look(() -> null);
        assertThat(polled.lost()).isTrue();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void what_the_platform_is_working_out_is_asked_for_again_soon() {
        look();
        asked.getFirst().complete(new Found.Refused<>("KPI-5031", "已判 3 / 10 人"));
        assertThat(polled.coming()).isTrue();
        assertThat(polled.refusal()).startsWith("已判 3 / 10 人");
        fixture.pass(Duration.ofSeconds(1));
        look();
        assertThat(asked).hasSize(1);
        fixture.pass(Duration.ofSeconds(1));
        look();
        assertThat(asked).hasSize(2);
        asked.get(1).complete(new Found.Got<>("a"));
        assertThat(polled.coming()).isFalse();
        fixture.pass(Duration.ofSeconds(9));
        look();
        assertThat(asked).as("as seldom as before").hasSize(2);
    }
}
