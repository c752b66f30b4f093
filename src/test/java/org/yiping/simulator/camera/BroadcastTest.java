package org.yiping.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The clock is a number and `tick` is called by hand: the timer behind it would run after an hour.
class BroadcastTest {
    private final AtomicLong nanos = new AtomicLong(TimeUnit.DAYS.toNanos(3));
    private final IdleTimer timer = new IdleTimer();
    private final Broadcast broadcast = new Broadcast(nanos::get, timer.service());
    private final Clip clip = Clips.shipped().getFirst();

    @AfterEach
    void stop() {
        timer.close();
    }

    @Test
    void nothingIsMadeUntilSomebodyWatchesAndAfterTheLastLeft() {
        assertThat(broadcast.isTicking()).isFalse();
        Recorder recorder = new Recorder();
        join(recorder);
        assertThat(broadcast.isTicking()).isTrue();
        run(3);
        assertThat(recorder.bytes).isNotEmpty();

        recorder.answer = Viewer.Sink.Taken.GONE;
        run(1);
        assertThat(recorder.closed).isTrue();
        assertThat(broadcast.viewers()).isZero();
        assertThat(broadcast.isTicking()).isFalse();
        long made = broadcast.picturesMade();
        run(2);
        assertThat(broadcast.picturesMade()).isEqualTo(made);
    }

    @Test
    void aStreamRunsAtItsRateOverManyLoopsWithoutASeam() {
        Recorder recorder = new Recorder();
        join(recorder);
        run(31);
        TsReader reader = recorder.read();
        assertThat(reader.faults).isEmpty();
        assertThat(reader.shown).hasSizeBetween(30 * 15, 31 * 15 + 6);
        assertThat(reader.shown).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whoJoinsLateStartsOnAKeyPictureOfTheSameTime() {
        Recorder first = new Recorder();
        join(first);
        run(2.4);
        Recorder second = new Recorder();
        join(second);
        assertThat(second.read().shown.getLast())
                .as("all since the last key picture is there at once")
                .isEqualTo(first.read().shown.getLast());
        run(2);
        TsReader early = first.read();
        TsReader late = second.read();
        assertThat(late.pids.subList(0, 2)).containsExactly(0, 4096);
        assertThat(late.shown.getLast()).isEqualTo(early.shown.getLast());
        assertThat(late.faults).isEmpty();
    }

    @Test
    void twoViewersOfACameraCostOnePicture() {
        join(new Recorder());
        run(2);
        long alone = broadcast.picturesMade();
        join(new Recorder());
        run(2);
        assertThat(broadcast.picturesMade() - alone).isEqualTo(alone);
    }

    @Test
    void aViewerWhoCannotKeepUpContinuesOnAKeyPicture() {
        Recorder recorder = new Recorder();
        join(recorder);
        run(2);
        recorder.answer = Viewer.Sink.Taken.NOTHING;
        run(1.2);
        recorder.answer = Viewer.Sink.Taken.ALL;
        int before = recorder.bytes.size();
        run(2);
        TsReader after = new TsReader();
        recorder.bytes.subList(before, recorder.bytes.size()).forEach(after::read);
        assertThat(after.pids.subList(0, 2)).containsExactly(0, 4096);
        assertThat(after.faults).isEmpty();
    }

    @Test
    void aPauseOfTheMachineIsSkippedNotPouredOut() {
        Recorder recorder = new Recorder();
        join(recorder);
        run(2);
        int before = recorder.bytes.size();
        nanos.addAndGet(TimeUnit.HOURS.toNanos(2));
        broadcast.tick();
        assertThat(recorder.bytes.size() - before).isLessThanOrEqualTo(1);
        run(2);
        assertThat(recorder.bytes.size() - before).isBetween(14, 32);
    }

    @Test
    void aStallWithholdsPicturesAndGoesOnAtTheLiveEdge() {
        Recorder recorder = new Recorder();
        broadcast.join("stall", clip, 0, new Viewer(recorder, new Viewer.Mishap.Stall(30, 60)));
        run(3.2);
        int before = recorder.bytes.size();
        assertThat(before).isEqualTo(30);
        run(3);
        TsReader reader = recorder.read();
        assertThat(recorder.bytes.size()).isGreaterThan(before);
        assertThat(reader.shown.get(before) - reader.shown.get(before - 1)).isGreaterThanOrEqualTo(30 * 6_000);
    }

    @Test
    void aCutClosesTheConnection() {
        Recorder recorder = new Recorder();
        broadcast.join("cut", clip, 0, new Viewer(recorder, new Viewer.Mishap.Cut(20)));
        run(4);
        assertThat(recorder.bytes).hasSize(20);
        assertThat(recorder.closed).isTrue();
        assertThat(broadcast.viewers()).isZero();
    }

    private void join(Recorder recorder) {
        broadcast.join("camera", clip, 5, new Viewer(recorder, new Viewer.Mishap.None()));
    }

    private void run(double seconds) {
        for (int i = 0; i < seconds * 40; i++) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(25));
            broadcast.tick();
        }
    }

    private static final class Recorder implements Viewer.Sink {
        final List<byte[]> bytes = new ArrayList<>();
        Taken answer = Taken.ALL;
        boolean closed;

        @Override
        public Taken offer(byte[] data) {
            if (answer == Taken.ALL) {
                bytes.add(data);
            }
            return answer;
        }

        @Override
        public void close() {
            closed = true;
        }

        TsReader read() {
            TsReader reader = new TsReader();
            bytes.forEach(reader::read);
            return reader;
        }
    }

    /// A real timer whose only thread is kept busy waiting, so that nothing it is given runs by itself.
    private record IdleTimer(ScheduledExecutorService service, CountDownLatch end) implements AutoCloseable {
        IdleTimer() {
            this(Executors.newSingleThreadScheduledExecutor(), new CountDownLatch(1));
            service.execute(() -> {
                try {
                    end.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        @Override
        public void close() {
            service.shutdownNow();
        }
    }
}
