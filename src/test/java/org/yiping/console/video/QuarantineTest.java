package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A stream that kills what decodes it: it must not take its neighbours along again and again.
class QuarantineTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final int SLOTS = 16;
    private static final int HARMLESS_LOOKS = 120;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<CardboardChild> started = new LinkedBlockingQueue<>();
    private final List<Ears> ears = new ArrayList<>();
    private final List<Decoder> all = new ArrayList<>();
    private ChildDecoders decoders;
    private Frames frames;

    @BeforeEach
    void open() throws IOException {
        ScheduledExecutorService still = Executors.newSingleThreadScheduledExecutor();
        FrameFolder folder = FrameFolder.open();
        decoders = new ChildDecoders(
                () -> {
                    CardboardChild child = new CardboardChild(threads);
                    child.say(new News.Ready("3.0"));
                    started.add(child);
                    return child;
                },
                SLOTS,
                folder,
                new TapeFolder(folder.path()),
                threads,
                still);
        still.shutdownNow();
        frames = decoders.frames(SIZE);
        for (int i = 0; i < SLOTS; i++) {
            ears.add(new Ears());
            all.add(decoders.create());
        }
    }

    @AfterEach
    void close() {
        decoders.close();
        threads.shutdownNow();
    }

    private void play(int n) {
        all.get(n).play("http://camera/" + n, SIZE, frames, ears.get(n));
    }

    private CardboardChild next() throws InterruptedException {
        CardboardChild child = started.poll(5, TimeUnit.SECONDS);
        assertThat(child).as("a child of its own").isNotNull();
        return child;
    }

    private static Order.Play order(CardboardChild child) throws InterruptedException {
        Order order = child.order();
        while (!(order instanceof Order.Play)) {
            order = child.order();
        }
        return (Order.Play) order;
    }

    private void show(CardboardChild child, Order.Play order, int n) throws Exception {
        child.say(new News.Shown(order.slot(), order.play(), true, 0.1f));
        assertThat(ears.get(n).next()).isEqualTo("frame");
    }

    @Test
    void whatNeverShowedAPictureIsTriedAloneFromThenOn() throws Exception {
        play(0);
        CardboardChild first = next();
        show(first, order(first), 0);
        play(1);
        show(first, order(first), 1);
        play(2);
        order(first);
        first.die();
        for (int n = 0; n < 3; n++) {
            assertThat(ears.get(n).next()).isEqualTo("ended");
        }
        play(2);
        CardboardChild alone = next();
        order(alone);
        play(0);
        CardboardChild together = next();
        show(together, order(together), 0);
        play(1);
        show(together, order(together), 1);
        assertThat(started).isEmpty();
        alone.die();
        assertThat(ears.get(2).next()).isEqualTo("ended");
        play(2);
        assertThat(order(next()).url()).isEqualTo("http://camera/2");
        assertThat(ears.get(0).said).as("no neighbour is lost again").isEmpty();
        assertThat(ears.get(1).said).isEmpty();
    }

    @Test
    void ofSixteenTheOneIsFoundAtTheSecondDeath() throws Exception {
        play(0);
        CardboardChild first = next();
        for (int n = 1; n < SLOTS; n++) {
            play(n);
        }
        first.die();
        for (int n = 0; n < SLOTS; n++) {
            assertThat(ears.get(n).next()).isEqualTo("ended");
            play(n);
        }
        List<CardboardChild> few = List.of(next(), next(), next(), next());
        assertThat(started).as("four by four").isEmpty();
        CardboardChild killed = few.getFirst();
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lost.add(number(order(killed)));
        }
        killed.die();
        for (int n : lost) {
            assertThat(ears.get(n).next()).isEqualTo("ended");
            play(n);
            assertThat(number(order(next()))).isEqualTo(n);
        }
        assertThat(ears.stream().allMatch(e -> e.said.isEmpty())).isTrue();
    }

    private static int number(Order.Play order) {
        return Integer.parseInt(order.url().substring("http://camera/".length()));
    }

    @Test
    void aDecoderThatSomebodyKilledMakesNobodySuspiciousUntilItHappensAgain() throws Exception {
        play(0);
        CardboardChild child = next();
        play(1);
        for (int death = 0; death < 2; death++) {
            Order.Play one = order(child);
            show(child, one, number(one));
            Order.Play other = order(child);
            show(child, other, number(other));
            child.die();
            assertThat(ears.get(0).next()).isEqualTo("ended");
            assertThat(ears.get(1).next()).isEqualTo("ended");
            play(0);
            child = next();
            play(1);
            if (death == 0) {
                assertThat(started).as("together again").isEmpty();
            }
        }
        assertThat(order(next()).url()).as("the second time apart").isEqualTo("http://camera/1");
    }

    @Test
    void whatLivesLongEnoughIsFreeAgain() throws Exception {
        play(0);
        next().die();
        assertThat(ears.get(0).next()).isEqualTo("ended");
        play(0);
        CardboardChild alone = next();
        order(alone);
        play(1);
        CardboardChild other = next();
        order(other);
        for (int i = 0; i < HARMLESS_LOOKS; i++) {
            decoders.endIdle();
        }
        play(2);
        play(3);
        Order.Play beside = first(alone, other);
        assertThat(number(beside)).isIn(2, 3);
        assertThat(started).as("room beside both").isEmpty();
    }

    /// The first order that either gets: which of them is the fuller one is not told.
    private Order.Play first(CardboardChild one, CardboardChild other) throws Exception {
        return (Order.Play) threads.invokeAny(List.of(one::order, other::order));
    }

    @Test
    void aPooledDecoderLeavesItsNeighboursForASuspect() throws Exception {
        play(0);
        CardboardChild first = next();
        show(first, order(first), 0);
        play(1);
        order(first);
        first.die();
        assertThat(ears.get(0).next()).isEqualTo("ended");
        assertThat(ears.get(1).next()).isEqualTo("ended");
        play(0);
        CardboardChild good = next();
        order(good);
        play(2);
        order(good);
        all.get(2).stop();
        all.get(2).play("http://camera/1", SIZE, frames, ears.get(2));
        assertThat(order(next()).url()).isEqualTo("http://camera/1");
        assertThat(good.order()).isInstanceOf(Order.Stop.class);
        assertThat(good.order()).as("gives its player back").isInstanceOf(Order.Release.class);
    }

    private static final class Ears implements Decoder.Target {
        final BlockingQueue<String> said = new LinkedBlockingQueue<>();

        @Override
        public void frame(Frames.Change change) {
            said.add("frame");
        }

        @Override
        public void ended(Picture.Fault why) {
            said.add("ended");
        }

        @Override
        public void blind(String reason) {
            said.add("blind");
        }

        @Nullable
        String next() throws InterruptedException {
            return said.poll(5, TimeUnit.SECONDS);
        }
    }
}
