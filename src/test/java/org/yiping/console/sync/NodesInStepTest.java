package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.OwnNode;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;
import org.yiping.fake.ManualClock;
import org.yiping.server.wall.WallNodes;

/// Computers of one wall whose clocks are wrong by minutes, over a network that is slow in one direction.
class NodesInStepTest {
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00Z");
    private static final long ALLOWED_MILLIS = 50;

    private final ManualClock platform = new ManualClock(NOON);
    private final WallNodes nodes = new WallNodes(
            platform, () -> Duration.between(NOON, platform.instant()).toNanos());
    private final Random random = new Random(1);

    @Test
    void fourComputersTurnTogetherAndAlarmsTakeAllAtOnce() {
        List<Computer> wall = wall(4);
        long worst = 0;
        int calls = 0;
        for (int ms = 0; ms < 120_000; ms++) {
            step(wall);
            if (ms == 40_000 || ms == 71_300) {
                boolean begins = ms == 40_000;
                wall.forEach(c -> c.alarm(random.nextInt(3000), begins));
            }
            if (ms > 15_000) {
                long apart = apart(wall);
                worst = Math.max(worst, apart);
                calls += wall.stream().allMatch(Computer::calls) ? 1 : 0;
            }
        }
        assertThat(worst).isLessThanOrEqualTo(ALLOWED_MILLIS);
        assertThat(calls).isBetween(25_000, 40_000);
    }

    @Test
    void aClockThatIsSetByAnHourIsMeasuredAnewWithinASecondOrTwo() {
        List<Computer> wall = wall(2);
        for (int ms = 0; ms < 15_000; ms++) {
            step(wall);
        }
        wall.getFirst().clock.advance(Duration.ofHours(1));
        for (int ms = 0; ms < 2500; ms++) {
            step(wall);
        }
        assertThat(Math.abs(wall.getFirst().error())).isLessThanOrEqualTo(ALLOWED_MILLIS / 2);
    }

    @Test
    void withoutThePlatformEveryComputerGoesOnAndKeepsItsPlace() {
        List<Computer> wall = wall(3);
        for (int ms = 0; ms < 15_000; ms++) {
            step(wall);
        }
        Computer one = wall.getFirst();
        for (int ms = 0; ms < 3_600_000; ms += 1000) {
            platform.advance(Duration.ofSeconds(1));
            wall.forEach(c -> c.clock.advance(Duration.ofSeconds(1)));
        }
        assertThat(one.own.team(one.now())).isEmpty();
        assertThat(one.own.step(one.now()).orElseThrow().parts()).hasSize(3);
        long worst = 0;
        Set<String> shown = new HashSet<>();
        for (int ms = 0; ms < 10_000; ms++) {
            platform.advance(Duration.ofMillis(1));
            wall.forEach(c -> c.clock.advance(Duration.ofMillis(1)));
            worst = Math.max(worst, apart(wall));
            shown.add(one.shows());
        }
        assertThat(worst).isLessThanOrEqualTo(ALLOWED_MILLIS);
        assertThat(shown).as("it went on").hasSizeGreaterThan(3);
    }

    private List<Computer> wall(int many) {
        List<Computer> wall = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            wall.add(new Computer(new NodeId("n" + i), Duration.ofSeconds(random.nextInt(600) - 300), i * 230));
        }
        return wall;
    }

    private void step(List<Computer> wall) {
        platform.advance(Duration.ofMillis(1));
        wall.forEach(Computer::millisecond);
    }

    /// For how many milliseconds by now they have shown different things.
    private static long apart(List<Computer> wall) {
        String first = wall.getFirst().shows();
        boolean same = wall.stream().allMatch(c -> c.shows().equals(first));
        for (Computer c : wall) {
            c.apart = same ? 0 : c.apart + 1;
        }
        return wall.getFirst().apart;
    }

    private final class Computer {
        private final NodeId id;
        private final ManualClock clock;
        private final OwnNode own;
        private final ClockBounds bounds = new ClockBounds();
        private final Deque<Runnable> network = new ArrayDeque<>();
        private final WallTopology monitors = WallTopology.of(List.of(new Box(0, 0, 1920, 1080)));
        private Duration offset = Duration.ZERO;
        private long untilNext;
        private long wait;
        private long apart;
        private boolean alarm;
        private long alarmIn = -1;
        private boolean alarmThen;
        private long revision = 1;

        Computer(NodeId id, Duration wrong, long begins) {
            this.id = id;
            clock = new ManualClock(NOON.plus(wrong));
            own = new OwnNode(new OwnNode.Place("wall", id, null));
            untilNext = begins;
        }

        /// It will hear of an alarm, or of its end, after so many milliseconds.
        void alarm(long millis, boolean on) {
            alarmIn = millis;
            alarmThen = on;
        }

        void millisecond() {
            clock.advance(Duration.ofMillis(1));
            if (alarmIn >= 0 && alarmIn-- == 0) {
                alarm = alarmThen;
                revision++;
            }
            if (--wait == 0) {
                network.removeFirst().run();
            }
            if (--untilNext <= 0 && network.isEmpty()) {
                untilNext = 1000;
                Instant left = clock.instant();
                // a question is quick, or waits; an answer always takes a little longer
                sent(1 + random.nextInt(10) * random.nextInt(10), () -> {
                    WallTeam team = nodes.tell("wall", id, new NodeWord(monitors, null, alarm, revision, null, 0))
                            .orElseThrow();
                    sent(4 + random.nextInt(10) * random.nextInt(20), () -> {
                        offset = bounds.heard(left, team.now(), clock.instant());
                        own.told(team, now());
                    });
                });
            }
        }

        private void sent(long takes, Runnable arrives) {
            wait = takes;
            network.addLast(arrives);
        }

        Instant now() {
            return clock.instant().plus(offset);
        }

        long error() {
            return Duration.between(platform.instant(), now()).toMillis();
        }

        boolean calls() {
            return own.step(now()).filter(s -> s.calls()).isPresent();
        }

        String shows() {
            return WallScene.turn(now(), Duration.ofSeconds(3), 5) + " " + calls() + " "
                    + own.step(now()).map(s -> s.parts().size()).orElse(0);
        }
    }
}
