package org.yiping.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.OwnNode;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallTeam;
import org.yiping.fake.ManualClock;

class GlimpsesTest {
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00Z");

    private final ManualClock clock = new ManualClock(NOON);
    private final OwnNode own = new OwnNode(new OwnNode.Place("wall", new NodeId("left"), null));
    private final Map<Box, Scene> windows = new LinkedHashMap<>();
    private final List<Double> scales = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private Duration cost = Duration.ofMillis(5);
    private long passed;
    private boolean broken;
    private final Glimpses glimpses = new Glimpses(
            own,
            () -> windows,
            (_, scale) -> {
                if (broken) {
                    throw new IllegalStateException("a window that cannot be drawn");
                }
                scales.add(scale);
                passed += cost.toNanos();
                return new BufferedImage(48, 27, BufferedImage.TYPE_INT_RGB);
            },
            new Fx() {
                @Override
                public void execute(Runnable task) {
                    task.run();
                }

                @Override
                public void after(Duration delay, Runnable task) {
                    waits.add(delay);
                    waiting.add(task);
                }
            },
            Runnable::run,
            new Glimpses.Time(clock, () -> passed));

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void threeWindows() {
        for (int i = 0; i < 3; i++) {
            windows.put(monitor(i), Toolkit.onFx(() -> new Scene(new Group())));
        }
    }

    @Test
    void whileNobodyLooksNothingIsTaken() {
        glimpses.tick();
        looked(false);
        glimpses.tick();
        assertThat(scales).isEmpty();
        assertThat(own.shot()).isEmpty();
    }

    @Test
    void eachWindowInItsTurnAndTheRoundInSixSeconds() {
        looked(true);
        glimpses.tick();
        glimpses.tick(); // one after the other, however often it is called
        next();
        next();
        next();
        assertThat(shots()).extracting(WallPicture.Shot::monitor).containsExactly(monitor(1), monitor(2), monitor(0));
        assertThat(waits).containsOnly(Duration.ofSeconds(2));
        assertThat(scales).containsOnly(0.25).hasSize(4);
    }

    @Test
    void whatCostsMuchIsTakenLessOften() {
        cost = Duration.ofMillis(100);
        looked(true);
        glimpses.tick();
        assertThat(waits).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void whatHoldsTheToolkitUpIsTakenSmallerUntilSomebodyLooksAnew() {
        cost = Duration.ofMillis(16);
        looked(true);
        glimpses.tick();
        next();
        cost = Duration.ofMillis(14);
        next(); // now and then is no reason
        cost = Duration.ofMillis(16);
        next();
        next();
        next();
        cost = Duration.ofMillis(9);
        next();
        next();
        assertThat(scales).startsWith(0.25, 0.25, 0.25, 0.25, 0.25, 0.25).endsWith(1.0 / 6, 1.0 / 6);
        looked(false);
        next();
        looked(true);
        glimpses.tick();
        assertThat(scales).hasSize(9).endsWith(0.25);
    }

    @Test
    void whatWouldMakeTheRoundTooLongIsTakenSmaller() {
        for (int i = 3; i < 18; i++) {
            windows.put(monitor(i), Toolkit.onFx(() -> new Scene(new Group())));
        }
        cost = Duration.ofMillis(14); // fifty times that, eighteen times: 12.6 s
        looked(true);
        glimpses.tick();
        next();
        next();
        cost = Duration.ofMillis(11);
        next();
        next();
        assertThat(scales).containsExactly(0.25, 0.25, 0.25, 1.0 / 6, 1.0 / 6);
        assertThat(waits.getLast()).isEqualTo(Duration.ofMillis(550));
    }

    @Test
    void itEndsWhereNobodyLooksAndWhereTheDeskWasHeardOfLongAgo() {
        looked(true);
        glimpses.tick();
        clock.advance(OwnNode.PROMISE.plusMillis(1));
        next();
        assertThat(scales).hasSize(1);
        assertThat(waiting).isEmpty();
    }

    @Test
    void whoIsRefusedTakesNoMore() {
        looked(true);
        own.refused(true);
        glimpses.tick();
        assertThat(scales).isEmpty();
    }

    @Test
    void aWindowThatCannotBeDrawnIsNotTheEnd() {
        looked(true);
        broken = true;
        assertThatThrownBy(glimpses::tick).isInstanceOf(IllegalStateException.class);
        broken = false;
        glimpses.tick();
        assertThat(scales).hasSize(1);
    }

    @Test
    void aPictureIsAJpegThatMayBeSentWhateverIsInIt() throws Exception {
        BufferedImage noise = new BufferedImage(480, 270, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int x = 0; x < 480; x++) {
            for (int y = 0; y < 270; y++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        byte[] jpeg = Glimpses.jpeg(noise);
        assertThat(jpeg).startsWith(0xFF, 0xD8).hasSizeLessThanOrEqualTo(WallPicture.MOST_BYTES);
    }

    private List<WallPicture.Shot> shots() {
        List<WallPicture.Shot> all = new ArrayList<>();
        for (Optional<WallPicture.Shot> one = own.shot(); one.isPresent(); one = own.shot()) {
            all.add(one.get());
        }
        return all;
    }

    private void next() {
        waiting.removeFirst().run();
    }

    private void looked(boolean now) {
        own.told(new WallTeam(clock.instant(), List.of(), List.of(), now), clock.instant());
    }

    private static Box monitor(int i) {
        return new Box(i * 1920, 0, 1920, 1080);
    }
}
