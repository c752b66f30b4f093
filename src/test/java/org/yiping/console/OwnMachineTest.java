package org.yiping.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.OwnNode;
import org.yiping.console.video.DecodingPower;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.WallMachine;
import org.yiping.fake.ManualClock;

class OwnMachineTest {
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00Z");
    private static final DecodingPower.Found FOUND =
            new DecodingPower.Found(new DecodingPower.Cost(0.04, 12.0, 90.0), new DecodingPower.Cost(0.16, 30.0, 95.0));

    @TempDir
    private Path data;

    private final ManualClock clock = new ManualClock(NOON);
    private final OwnNode own = new OwnNode(new OwnNode.Place("wall", new NodeId("left"), null));
    private final List<Runnable> waiting = new ArrayList<>();
    private Optional<DecodingPower.Found> answer = Optional.of(FOUND);
    private boolean fails;
    private int measured;
    private int ended;
    private long passed;
    private OwnMachine machine;

    @BeforeEach
    void here() {
        machine = machine("a processor");
    }

    private OwnMachine machine(String kind) {
        return new OwnMachine(
                own,
                data,
                new OwnMachine.Facts(8, 16_384, kind, () -> OptionalLong.of(1100L << 20)),
                Power::new,
                new OwnMachine.Work(waiting::add, Fx.direct(), clock, () -> passed));
    }

    private final class Power implements OwnMachine.Power {
        private boolean over;

        @Override
        public Optional<DecodingPower.Found> measure() throws IOException {
            measured++;
            if (fails) {
                throw new IOException("no decoder");
            }
            return over ? Optional.empty() : answer;
        }

        @Override
        public void close() {
            over = true;
            ended++;
        }
    }

    @Test
    void itSaysAtOnceWhatItHasAndThatNothingWasMeasured() {
        machine.begin();

        assertThat(own.machine()).contains(new WallMachine(8, 16_384, null));
    }

    @Test
    void onceNoCameraStoodForAWhileItMeasuresOnceAndKeepsThatWithItsDate() {
        machine.begin();
        work();
        seconds(9, false);
        assertThat(measured).isZero();
        seconds(2, false);

        WallMachine.Measured kept = own.machine().orElseThrow().measured();
        assertThat(kept).isEqualTo(new WallMachine.Measured(NOON.plusSeconds(11), 80, 20, 12.0, 30.0, 1190.0));
        seconds(1200, false);
        assertThat(measured).isEqualTo(1);

        machine = machine("a processor");
        machine.begin();
        work();
        seconds(30, false);
        assertThat(own.machine().orElseThrow().measured()).isEqualTo(kept);
        assertThat(measured).as("after a restart").isEqualTo(1);
    }

    @Test
    void aWallWithCamerasIsNeverMeasuredAndOneThatBeginsToShowThemEndsIt() {
        machine.begin();
        work();
        seconds(3600, true);
        assertThat(measured).isZero();

        for (int s = 0; s < 11; s++) {
            passed += 1_000_000_000L;
            machine.tick(false);
        }
        assertThat(waiting).hasSize(1);
        machine.tick(true);
        assertThat(ended).isEqualTo(1);
        work();
        assertThat(own.machine().orElseThrow().measured())
                .as("what was broken off says nothing")
                .isNull();

        seconds(9 * 60, false);
        assertThat(measured).isEqualTo(1);
        seconds(2 * 60, false);
        assertThat(own.machine().orElseThrow().measured()).isNotNull();
    }

    @Test
    void aMachineTooBusyOrWithoutADecoderStaysUnknownAndIsTriedAgainLater() {
        answer = Optional.empty();
        machine.begin();
        work();
        seconds(11, false);
        assertThat(measured).isEqualTo(1);
        fails = true;
        seconds(601, false);
        assertThat(measured).isEqualTo(2);
        assertThat(own.machine().orElseThrow().measured()).isNull();
        assertThat(data.resolve("machine.json")).doesNotExist();
    }

    @Test
    void whatWasMeasuredOnAnotherMachineOrIsDamagedCountsForNothing() throws IOException {
        machine.begin();
        work();
        seconds(11, false);

        machine = machine("another processor");
        machine.begin();
        work();
        assertThat(own.machine().orElseThrow().measured()).isNull();
        seconds(11, false);
        assertThat(measured).isEqualTo(2);

        Files.writeString(data.resolve("machine.json"), "{\"machine\": \"");
        machine = machine("another processor");
        machine.begin();
        work();
        assertThat(own.machine().orElseThrow().measured()).isNull();
    }

    private void seconds(int many, boolean pictures) {
        for (int s = 0; s < many; s++) {
            passed += Duration.ofSeconds(1).toNanos();
            clock.advance(Duration.ofSeconds(1));
            machine.tick(pictures);
            work();
        }
    }

    private void work() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }
}
