package org.yiping.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Ticker;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;

class WatchedTest {
    private final ManualScheduler timer = new ManualScheduler(new ManualClock(Instant.EPOCH));
    private final Deque<Runnable> frames = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private boolean drawn;

    private final Frames byHand = new Frames() {
        @Override
        public <T> void next(Supplier<T> begun, Consumer<T> painted) {
            frames.add(() -> painted.accept(begun.get()));
        }
    };

    private final Fx fx = new Fx() {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            task.run();
        }
    };

    private final ManualClock time = new ManualClock(Instant.EPOCH);
    private final Ticker ticker = new Ticker(fx, time);

    private void start() {
        new Watched(Path.of("none"), fx, byHand, new Watched.Windows(List::of, () -> drawn), ticker, said::add)
                .start(timer, timer);
    }

    private void seconds(int count) {
        timer.advance(Duration.ofSeconds(count));
    }

    @Test
    void aBeatIsAPaintedFrame() {
        start();
        seconds(1);
        assertThat(said).isEmpty();
        frames.remove().run();
        seconds(0);
        assertThat(said).containsExactly("beat");
    }

    @Test
    void aToolkitThatPaintsNothingIsSilentAndAskedOnce() {
        start();
        seconds(60);
        assertThat(said).isEmpty();
        assertThat(frames).hasSize(1);
    }

    @Test
    void itGoesOnWhenTheToolkitDoes() {
        start();
        seconds(30);
        frames.remove().run();
        seconds(1);
        frames.remove().run();
        seconds(1);
        assertThat(said).containsExactly("beat", "beat");
    }

    @Test
    void aWallThatPaintsAndTicksNoMoreFallsSilent() {
        start();
        for (int second = 0; second < 10; second++) {
            second(true);
        }
        assertThat(said).hasSize(10);
        for (int second = 0; second < 30; second++) {
            second(false);
        }
        assertThat(said).hasSize(14); // four frames more might be those of a slow second
        second(true);
        assertThat(said).hasSize(15);
    }

    private void second(boolean ticks) {
        if (ticks) {
            time.advance(Duration.ofSeconds(1));
            ticker.tick();
        }
        seconds(1);
        frames.remove().run();
        seconds(0);
    }

    @Test
    void thatThePictureStandsIsSaidOnceAndAfterItsFrame() {
        start();
        seconds(0);
        frames.remove().run();
        seconds(1);
        drawn = true;
        frames.remove().run();
        seconds(1);
        frames.remove().run();
        seconds(0);
        assertThat(said).containsExactly("beat", "beat", "picture", "beat");
    }
}
