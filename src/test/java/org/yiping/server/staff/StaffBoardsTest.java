package org.yiping.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.fake.ManualClock;
import org.yiping.server.staff.StaffBoards.Board;
import org.yiping.server.staff.StaffBoards.Key;
import org.yiping.server.staff.StaffBoards.Progress;

/// A board that takes long keeps nobody waiting, and is made once for all who ask.
class StaffBoardsTest {
    private static final Instant START = Instant.parse("2026-03-11T00:00:00Z");
    private static final Key MONTH = new Key("month", null);
    private static final Key WEEK = new Key("week", null);

    private final ManualClock clock = new ManualClock(START);
    private final List<Runnable> background = new ArrayList<>();
    private final List<Key> made = new ArrayList<>();

    private StaffBoards boards(StaffBoards.Making making, Executor executor) {
        return new StaffBoards(making, executor, clock, Duration.ZERO);
    }

    private Board board(Key key) {
        made.add(key);
        return new Board(new StaffBoard(clock.instant(), new Span(START, START), "v", false, List.of()), Map.of());
    }

    private static void notYet(StaffBoards boards, int done, int all) {
        assertThatThrownBy(() -> boards.to(MONTH)).isInstanceOfSatisfying(StaffDesk.NotYet.class, e -> {
            assertThat(e.done()).isEqualTo(done);
            assertThat(e.all()).isEqualTo(all);
        });
    }

    @Test
    void whoAsksIsToldHowFarItIsAndItIsMadeOnce() {
        StaffBoards[] self = new StaffBoards[1];
        self[0] = boards(
                (key, progress) -> {
                    progress.of(2);
                    progress.next();
                    notYet(self[0], 1, 2);
                    return board(key);
                },
                background::add);
        notYet(self[0], 0, 0);
        notYet(self[0], 0, 0);
        assertThat(background).hasSize(1);
        background.removeFirst().run();
        Board board = self[0].to(MONTH);
        assertThat(self[0].to(MONTH)).isSameAs(board);
        assertThat(made).containsExactly(MONTH);
    }

    @Test
    void whileANewOneIsMadeTheLastOneIsGivenWithItsTime() {
        StaffBoards boards = boards((key, _) -> board(key), background::add);
        notYet(boards, 0, 0);
        background.removeFirst().run();
        clock.advance(Duration.ofSeconds(19));
        assertThat(boards.to(MONTH).board().at()).isEqualTo(START);
        assertThat(background).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(boards.to(MONTH).board().at()).isEqualTo(START);
        assertThat(background).as("made anew behind it").hasSize(1);
        background.removeFirst().run();
        assertThat(boards.to(MONTH).board().at()).isEqualTo(START.plusSeconds(20));
    }

    @Test
    void oneThatTookLongHoldsLonger() {
        StaffBoards boards = boards(
                (key, _) -> {
                    Board board = board(key);
                    clock.advance(Duration.ofSeconds(6));
                    return board;
                },
                Runnable::run);
        Board board = boards.to(MONTH);
        clock.advance(Duration.ofSeconds(50));
        assertThat(boards.to(MONTH)).isSameAs(board);
        clock.advance(Duration.ofSeconds(10));
        assertThat(boards.to(MONTH)).isNotSameAs(board);
    }

    @Test
    void whatFailedIsToldAndTriedAgain() {
        StaffBoards boards = boards(
                (key, _) -> {
                    made.add(key);
                    throw new IllegalArgumentException("period");
                },
                Runnable::run);
        assertThatThrownBy(() -> boards.to(WEEK)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> boards.to(WEEK)).isInstanceOf(IllegalArgumentException.class);
        assertThat(made).containsExactly(WEEK, WEEK);
    }

    @Test
    void aPlatformThatStopsMakesNoneAndNoHalfOne() {
        StaffBoards[] self = new StaffBoards[1];
        self[0] = boards(
                (key, progress) -> {
                    progress.of(3);
                    progress.next();
                    stop(self[0], progress);
                    return board(key);
                },
                background::add);
        notYet(self[0], 0, 0);
        background.removeFirst().run();
        assertThat(made).isEmpty();
        notYet(self[0], 0, 0);
        background.removeFirst().run();
        assertThat(made).as("nothing is begun any more").isEmpty();
    }

    /// From another thread, as a platform does, which waits until the work has ended.
    private static void stop(StaffBoards boards, Progress progress) {
        Thread stopping = Thread.ofVirtual().start(boards::close);
        while (stopping.isAlive()) {
            boards.goOn(progress);
            Thread.onSpinWait();
        }
    }
}
