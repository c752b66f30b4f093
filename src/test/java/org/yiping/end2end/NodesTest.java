package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.OwnNode;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallTopology;
import org.yiping.fake.Await;
import org.yiping.fake.Beats;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;
import org.yiping.fake.SkippingClock;
import org.yiping.protocol.SignIn;
import org.yiping.server.Platform;

/// Two computers of one wall whose clocks are wrong by minutes, at a real platform over real wires: what an answer
/// takes is measured, the seconds in which nothing is to happen are skipped.
class NodesTest {
    private static final WallTopology ONE = WallTopology.of(List.of(new Box(0, 0, 1920, 1080)));
    private static final long ALLOWED_MILLIS = 50;
    /// In seconds of the wall.
    private static final int DEADLINE = 300;

    private static final long ANSWER_NANOS = 500_000_000;

    @TempDir
    Path folder;

    private final SkippingClock clock = new SkippingClock();
    private final List<Computer> computers = new ArrayList<>();

    private record Computer(Desk desk, OwnNode own, Beats beats) {}

    @Test
    void theyMeasureOneClockKnowOfEachOthersDeathAndComeBackToTheirPlace() throws IOException {
        try (Town town = town();
                CutProxy wire = new CutProxy(town.platform.port());
                Desk left = desk(town, "left", town.platform.port(), Duration.ofSeconds(-40));
                Desk right = desk(town, "right", wire.port(), Duration.ofMinutes(3))) {
            OwnNode l = computers.getFirst().own();
            OwnNode r = computers.getLast().own();
            left.start();
            right.start();
            live();
            until("a step with both", () -> parts(left, l) == 2 && parts(right, r) == 2);
            // a quick answer among twenty is wanted: on a busy machine the first ones are slow
            until("one clock", () -> error(left) < ALLOWED_MILLIS && error(right) < ALLOWED_MILLIS);
            assertThat(l.step(left.tables.clock.instant())).isEqualTo(r.step(right.tables.clock.instant()));

            wire.down(true);
            int silent = until(
                    "the other one lost",
                    () -> l.team(left.tables.clock.instant()).stream()
                            .flatMap(t -> t.lost().stream())
                            .map(WallNode::id)
                            .toList()
                            .equals(List.of(new NodeId("right"))));
            assertThat(silent).as("seconds of silence").isBetween(4, 8);
            until(
                    "nothing heard any more",
                    () -> r.team(right.tables.clock.instant()).isEmpty());
            assertThat(parts(right, r)).as("goes on in its place").isEqualTo(2);
            assertThat(error(right)).as("and by its clock").isLessThan(ALLOWED_MILLIS);

            wire.down(false);
            live();
            until(
                    "both there again",
                    () -> l.team(left.tables.clock.instant())
                            .filter(t -> t.lost().isEmpty())
                            .isPresent());
            until("and heard of", () -> r.team(right.tables.clock.instant()).isPresent());
        }
    }

    @Test
    void whoStartsWithoutThePlatformKnowsItsPlace() throws IOException {
        try (Town town = town()) {
            try (Desk left = desk(town, "left", town.platform.port(), Duration.ZERO);
                    Desk right = desk(town, "right", town.platform.port(), Duration.ZERO)) {
                OwnNode l = computers.getFirst().own();
                left.start();
                right.start();
                live();
                until("a step with both", () -> parts(left, l) == 2);
                Await.until("it is kept", () -> left.tables.revision() > 0);
                left.settle();
            }
            computers.clear();
            try (Desk again = desk(town, "left", 1, Duration.ZERO)) { // nobody is at that port
                again.offline();
                assertThat(parts(again, computers.getLast().own()))
                        .isZero(); // another platform's cache counts for nothing
            }
            try (Desk again = desk(town, "left", town.platform.port(), Duration.ZERO)) {
                again.offline();
                assertThat(parts(again, computers.getLast().own())).isEqualTo(2);
            }
        }
    }

    private Town town() {
        return new Town(folder, () -> Platform.inTime(folder, clock, clock::nanos));
    }

    private Desk desk(Town town, String name, int port, Duration wrong) {
        SignIn.Request who = new SignIn.Request("boss", town.platform.password("boss"), "administrator", name);
        Beats beats = new Beats();
        Desk.Time time = new Desk.Time(Clock.offset(clock, wrong), Clock.systemUTC(), beats);
        Desk desk = new Desk(folder.resolve("console-" + name), port, time, who);
        OwnNode own = new OwnNode(new OwnNode.Place("hall", new NodeId(name), null));
        own.say(new NodeWord(ONE, null, false, 1, null, 0));
        desk.as(own);
        computers.add(new Computer(desk, own, beats));
        return desk;
    }

    private void live() {
        Await.until(
                "all have the platform",
                () -> computers.stream().allMatch(c -> c.desk().live()));
    }

    /// Second after second of the wall; answers after how many.
    private int until(String what, BooleanSupplier condition) {
        for (int second = 0; second < DEADLINE; second++) {
            if (condition.getAsBoolean()) {
                return second;
            }
            second();
        }
        throw new AssertionError("not within " + DEADLINE + " seconds of the wall: " + what);
    }

    /// Lets a second pass in which each says its word, and waits for the answers there are.
    private void second() {
        clock.skip(Duration.ofSeconds(1));
        long[] before = computers.stream().mapToLong(c -> c.beats().done()).toArray();
        computers.forEach(c -> c.beats().beat());
        long end = System.nanoTime() + ANSWER_NANOS;
        for (int i = 0; i < before.length; i++) {
            Computer c = computers.get(i);
            // the word and its answer; who has no link says nothing
            while (c.desk().live() && c.beats().done() < before[i] + 2 && System.nanoTime() < end) {
                LockSupport.parkNanos(100_000);
            }
        }
    }

    private static int parts(Desk desk, OwnNode own) {
        return own.step(desk.tables.clock.instant()).map(s -> s.parts().size()).orElse(0);
    }

    private long error(Desk desk) {
        return Math.abs(
                Duration.between(clock.instant(), desk.tables.clock.instant()).toMillis());
    }
}
