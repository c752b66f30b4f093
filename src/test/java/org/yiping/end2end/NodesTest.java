package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.OwnNode;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallTopology;
import org.yiping.fake.Await;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;
import org.yiping.protocol.SignIn;

/// Two computers of one wall whose clocks are wrong by minutes, at a real platform. Slow: a wall takes seconds to be
/// sure of who is there.
@Tag("slow")
class NodesTest {
    private static final WallTopology ONE = WallTopology.of(List.of(new Box(0, 0, 1920, 1080)));
    private static final long ALLOWED_MILLIS = 50;

    @TempDir
    Path folder;

    @Test
    void theyMeasureOneClockKnowOfEachOthersDeathAndComeBackToTheirPlace() throws IOException {
        try (Town town = new Town(folder);
                CutProxy wire = new CutProxy(town.platform.port());
                Desk left = desk(town, "left", town.platform.port(), Duration.ofSeconds(-40));
                Desk right = desk(town, "right", wire.port(), Duration.ofMinutes(3))) {
            OwnNode l = node(left, "left");
            OwnNode r = node(right, "right");
            left.start();
            right.start();
            Await.until("a step with both", () -> parts(left, l) == 2 && parts(right, r) == 2);
            // a quick answer among twenty is wanted: on a busy machine the first ones are slow
            Await.until("one clock", () -> error(left) < ALLOWED_MILLIS && error(right) < ALLOWED_MILLIS);
            assertThat(l.step(left.tables.clock.instant())).isEqualTo(r.step(right.tables.clock.instant()));

            wire.down(true);
            Await.until(
                    "the other one lost",
                    () -> l.team(left.tables.clock.instant()).stream()
                            .flatMap(t -> t.lost().stream())
                            .map(WallNode::id)
                            .toList()
                            .equals(List.of(new NodeId("right"))));
            Await.until(
                    "nothing heard any more",
                    () -> r.team(right.tables.clock.instant()).isEmpty());
            assertThat(parts(right, r)).as("goes on in its place").isEqualTo(2);

            wire.down(false);
            Await.until(
                    "both there again",
                    () -> l.team(left.tables.clock.instant())
                            .filter(t -> t.lost().isEmpty())
                            .isPresent());
            Await.until(
                    "and heard of", () -> r.team(right.tables.clock.instant()).isPresent());
        }
    }

    @Test
    void whoStartsWithoutThePlatformKnowsItsPlace() throws IOException {
        try (Town town = new Town(folder)) {
            try (Desk left = desk(town, "left", town.platform.port(), Duration.ZERO);
                    Desk right = desk(town, "right", town.platform.port(), Duration.ZERO)) {
                OwnNode l = node(left, "left");
                node(right, "right");
                left.start();
                right.start();
                Await.until("a step with both", () -> parts(left, l) == 2);
                Await.until("it is kept", () -> left.tables.revision() > 0);
                left.settle();
            }
            try (Desk again = desk(town, "left", 1, Duration.ZERO)) { // nobody is at that port
                again.offline();
                assertThat(parts(again, node(again, "left"))).isZero(); // another platform's cache counts for nothing
            }
            try (Desk again = desk(town, "left", town.platform.port(), Duration.ZERO)) {
                again.offline();
                assertThat(parts(again, node(again, "left"))).isEqualTo(2);
            }
        }
    }

    private Desk desk(Town town, String name, int port, Duration wrong) {
        SignIn.Request who = new SignIn.Request("boss", town.platform.password("boss"), "administrator", name);
        return new Desk(
                folder.resolve("console-" + name),
                port,
                Clock.offset(Clock.systemUTC(), wrong),
                Duration.ofSeconds(20),
                who);
    }

    private static OwnNode node(Desk desk, String name) {
        OwnNode own = new OwnNode(new OwnNode.Place("hall", new NodeId(name), null));
        own.say(new NodeWord(ONE, null, false, 1, null, 0));
        desk.as(own);
        return own;
    }

    private static int parts(Desk desk, OwnNode own) {
        return own.step(desk.tables.clock.instant()).map(s -> s.parts().size()).orElse(0);
    }

    private static long error(Desk desk) {
        return Math.abs(
                Duration.between(Instant.now(), desk.tables.clock.instant()).toMillis());
    }
}
