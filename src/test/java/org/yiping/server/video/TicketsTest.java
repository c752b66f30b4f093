package org.yiping.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.fake.ManualClock;

class TicketsTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-27T08:00:00Z"));
    private final List<Runnable> threads = new ArrayList<>();
    private final Tickets tickets = new Tickets(clock, threads::add);
    private final ScriptedSource source = new ScriptedSource("gb");
    private final List<VideoSource.Told> told = new ArrayList<>();

    private void beat() {
        tickets.beat();
        run();
    }

    private void run() {
        List<Runnable> now = List.copyOf(threads);
        threads.clear();
        now.forEach(Runnable::run);
    }

    @Test
    void whatIsPendingIsAskedAfterAndToldOnce() {
        tickets.follow(source, "t1", told::add);
        source.next = VideoSource.Told.pending("t1");
        beat();
        assertThat(told).isEmpty();
        source.next = VideoSource.Told.done();
        beat();
        beat();
        assertThat(told).containsExactly(VideoSource.Told.done());
        assertThat(source.asked).containsExactly("t1", "t1");
    }

    @Test
    void aSourceThatIsSilentIsAskedOnceAtATimeUntilItIsTooLate() {
        tickets.follow(source, "t1", told::add);
        tickets.beat();
        tickets.beat();
        assertThat(threads).as("the first has not answered").hasSize(1);
        source.fault = "silent";
        run();
        beat();
        assertThat(told).isEmpty();
        clock.advance(Tickets.PATIENCE);
        beat();
        beat();
        assertThat(told).containsExactly(VideoSource.Told.failed("late"));
    }

    @Test
    void whoAskedCanLookWhatBecameOfItForAWhile() {
        String use = tickets.follow(source, "t1", told::add);
        assertThat(tickets.became(use)).contains(VideoSource.Told.pending("t1"));
        source.next = VideoSource.Told.failed("timeout");
        beat();
        assertThat(tickets.became(use)).contains(VideoSource.Told.failed("timeout"));
        assertThat(tickets.became("t1")).as("a ticket is no name").isEmpty();
        clock.advance(Tickets.PATIENCE.plus(Tickets.KEPT));
        beat();
        assertThat(tickets.became(use)).isEmpty();
    }

    @Test
    void aTicketNobodyKnowsHasFailed() {
        tickets.follow(source, "t1", told::add);
        source.fault = "unknown";
        beat();
        assertThat(told).containsExactly(VideoSource.Told.failed("unknown"));
    }

    @Test
    void whatAStopLostEndsAsTooLate() {
        tickets.lost(clock.instant().minusSeconds(30), told::add);
        beat();
        assertThat(told).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        beat();
        assertThat(told).containsExactly(VideoSource.Told.failed("late"));
    }
}
