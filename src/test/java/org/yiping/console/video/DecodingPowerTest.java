package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// With children of cardboard that say how many pictures came and how long they worked; and once with the real ones.
class DecodingPowerTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Scripted> children = new ArrayList<>();
    private int pauses;
    private double came = 1;
    private int endsAfter = Integer.MAX_VALUE;

    @AfterEach
    void close() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void whatAPictureTakesIsTheProcessorsTimeOverThePicturesThatCame() throws Exception {
        DecodingPower.Found found = measured().orElseThrow();

        // 4 small at 15 a second took 0.8 s of 4, as many large at 25 2.4 s
        assertThat(found.small().cores()).isCloseTo(0.8 / 4 / 4, within(0.001));
        assertThat(found.large().cores()).isCloseTo(2.4 / 4 / 4, within(0.001));
        // 3 more took 30 MB more; and a window's picture and texture
        assertThat(Objects.requireNonNull(found.small().mb()))
                .isCloseTo(10 + 8.0 * 640 * 360 / (1 << 20), within(0.01));
        assertThat(Objects.requireNonNull(found.small().baseMb())).isCloseTo(90, within(0.01));
    }

    @Test
    void whereLateOnesWereLeftOutAPictureTookMore() throws Exception {
        came = 0.9;

        assertThat(measured().orElseThrow().small().cores()).isCloseTo(0.8 / 4 / 4 / 0.9, within(0.001));
    }

    @Test
    void aMachineWithTooMuchElseToDoIsNotJudged() throws Exception {
        came = 0.7;

        assertThat(measured()).isEmpty();
    }

    @Test
    void whoEndsItGetsNothingAndNoDecoderIsLeft() throws Exception {
        endsAfter = 2;

        assertThat(measured()).isEmpty();
        assertThat(children).hasSize(1);
        assertThat(children.getFirst().child.killed).isTrue();
    }

    /// Its own timestamps go on without a jump, and no packet seems to be missing.
    @Test
    void aClipThatIsLoopedReadsAsOne() throws IOException {
        byte[] clip;
        try (InputStream in = DecodingPower.class.getResourceAsStream("/org/yiping/video/large.ts")) {
            clip = Objects.requireNonNull(in).readAllBytes();
        }
        byte[] looped = DecodingPower.looped(clip, 3, 2);
        assertThat(looped).hasSize(clip.length * 3);

        List<Long> due = new ArrayList<>();
        List<Integer> counters = new ArrayList<>();
        new TsPackets().cut(looped, (packet, _) -> {
            int shown = TsPacket.shownAt(packet);
            if (shown > 0) {
                due.add(TsPacket.time(packet, shown));
            }
            if (TsPacket.pid(packet) == 256 && (packet[3] & 0x10) != 0) {
                counters.add(packet[3] & 0x0F);
            }
        });
        assertThat(due).hasSize(150);
        for (int i = 1; i < due.size(); i++) {
            assertThat(due.get(i) - due.get(i - 1)).as("picture %s", i).isEqualTo(3600);
        }
        for (int i = 1; i < counters.size(); i++) {
            assertThat(counters.get(i)).isEqualTo((counters.get(i - 1) + 1) % 16);
        }
    }

    /// Skipped where libvlc is missing. How much it is depends on the machine: it is told and not judged.
    @Test
    @Tag("slow")
    void theRealDecoderIsMeasured() throws Exception {
        Optional<DecodingPower.Found> found = new DecodingPower(threads, timer).measure();

        System.out.println("measured " + found);
        found.ifPresent(f -> {
            assertThat(f.small().cores()).isBetween(0.001, 4.0);
            assertThat(f.large().cores()).isGreaterThan(f.small().cores());
        });
    }

    private Optional<DecodingPower.Found> measured() throws IOException, InterruptedException {
        return new DecodingPower(_ -> this::start, threads, timer, this::pause).measure();
    }

    private DecoderChild.Running start() throws IOException {
        CardboardChild child = new CardboardChild(threads);
        child.say(new News.Ready("3.0"));
        Scripted scripted = new Scripted(child);
        children.add(scripted);
        return scripted;
    }

    /// First, all, counted: twice.
    private boolean pause(Duration time) {
        int at = pauses++ % 3;
        Scripted child = children.getLast();
        await(() -> child.child.orders.size() == (at == 0 ? 1 : 4));
        child.memory = (at == 0 ? 100L : 130L) << 20;
        if (at == 2) {
            boolean small = children.size() == 1;
            int due = (int) Math.round(4 * (small ? 15 : 25) * 4 * came);
            child.child.worked = child.child.worked.plusMillis(small ? 800 : 2400);
            child.shows(due);
        }
        return pauses < endsAfter;
    }

    private static void await(BooleanSupplier what) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(200_000);
        }
    }

    /// A child of cardboard that holds memory and shows pictures.
    private static final class Scripted implements DecoderChild.Running {
        final CardboardChild child;
        volatile long memory;

        Scripted(CardboardChild child) {
            this.child = child;
        }

        void shows(int pictures) {
            try {
                for (int i = 0; i < pictures; i++) {
                    child.say(new News.Shown(1, 1, true, 0.1f));
                }
                heard();
                child.say(new News.Beat()); // read only when all before it have been counted
                heard();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void heard() {
            await(() -> {
                try {
                    return child.news().available() == 0;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        @Override
        public OutputStream orders() {
            return child.orders();
        }

        @Override
        public InputStream news() {
            return child.news();
        }

        @Override
        public Duration worked() {
            return child.worked();
        }

        @Override
        public OptionalLong memory() {
            return OptionalLong.of(memory);
        }

        @Override
        public CompletableFuture<?> gone() {
            return child.gone();
        }

        @Override
        public void kill() {
            child.kill();
        }
    }
}
