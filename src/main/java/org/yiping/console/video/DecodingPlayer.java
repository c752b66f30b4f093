package org.yiping.console.video;

import java.io.IOException;
import java.nio.IntBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.video.SharedDecode.Source;
import org.yiping.console.video.SharedDecode.Surroundings;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// Shares decodes among watches, keeps a few idle decoders for the next ones and supervises what plays. Any thread.
final class DecodingPlayer implements CameraPlayer {
    private static final Logger log = LoggerFactory.getLogger(DecodingPlayer.class);

    private static final long LONGEST_CLOSE_SECONDS = 5;
    private static final long SUPERVISION_MILLIS = 200;

    /// A tour changes a few tiles at a time; more would only hold memory.
    private static final int MOST_IDLE = 4;

    private final Decoders decoders;
    private final Surroundings around;
    private final ScheduledExecutorService timer;
    private final RandomGenerator random;
    private final Map<Source, SharedDecode> decodes = new HashMap<>();
    private final Deque<Decoder> idle = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> supervision;
    private boolean closed;

    /// With one that knocks at nobody's door.
    DecodingPlayer(
            Decoders decoders,
            SteadyClock clock,
            ScheduledExecutorService timer,
            RandomGenerator random,
            Addresses addresses) {
        this(decoders, clock, timer, random, addresses, new Doors(_ -> {}, _ -> false));
    }

    DecodingPlayer(
            Decoders decoders,
            SteadyClock clock,
            ScheduledExecutorService timer,
            RandomGenerator random,
            Addresses addresses,
            Doors doors) {
        this.decoders = decoders;
        around = new Surroundings(clock, new Openings(), addresses, doors);
        this.timer = timer;
        this.random = random;
    }

    @Override
    public Watch watch(Camera camera, FrameSize size, Listener listener) {
        Optional<CameraStream> stream = choose(camera.streams(), size);
        if (stream.isEmpty()) {
            return blank(camera, size, Picture.Fault.NO_STREAM);
        }
        Source source = new Source(camera.id(), stream.get(), size);
        try {
            return new OneWatch(camera, lease(source, camera, listener), listener);
        } catch (IOException e) {
            log.error("no memory for the pictures of {}: {}", camera.id().value(), e.toString());
            return blank(camera, size, Picture.Fault.NO_ROOM);
        }
    }

    private Watch blank(Camera camera, FrameSize size, Picture.Fault fault) {
        Instant now = around.clock().instant();
        Picture why = new Picture.Offline(fault, now, 0, now.plus(Backoff.LONGEST));
        return new BlankWatch(camera, size, () -> why.by(around.clock()::shown));
    }

    /// The smallest stream that is not blown up, else the largest there is: a tile takes the sub-stream (子码流) and an
    /// enlarged picture the main one, which costs four times as much to decode.
    static Optional<CameraStream> choose(List<CameraStream> streams, FrameSize size) {
        Comparator<CameraStream> byWidth = Comparator.comparingInt(CameraStream::width)
                .thenComparing(s -> !s.grade().equals("sub"));
        return streams.stream()
                .filter(stream -> stream.width() >= size.width())
                .min(byWidth)
                .or(() -> streams.stream().max(byWidth));
    }

    private synchronized SharedDecode lease(Source source, Camera camera, Listener listener) throws IOException {
        if (closed) {
            throw new IllegalStateException("the player is closed");
        }
        SharedDecode decode = decodes.get(source);
        if (decode == null) {
            Frames frames = decoders.frames(source.size());
            Decoder decoder = idle.isEmpty() ? decoders.create() : idle.pop();
            decode = new SharedDecode(
                    source, camera, decoder, new SharedDecode.Memory(frames, decoders), around, new Backoff(random));
            decodes.put(source, decode);
            decode.start();
        }
        decode.add(listener);
        if (supervision == null) {
            supervision = timer.scheduleWithFixedDelay(
                    this::supervise, SUPERVISION_MILLIS, SUPERVISION_MILLIS, TimeUnit.MILLISECONDS);
        }
        return decode;
    }

    private synchronized void giveBack(SharedDecode decode, Listener listener) {
        if (closed || !decode.remove(listener)) {
            return;
        }
        decodes.remove(decode.source());
        Decoder decoder = decode.end();
        if (idle.size() < MOST_IDLE) {
            idle.push(decoder);
        } else {
            // Nothing waits for it: memory is all it holds.
            var _ = decoder.release();
        }
        if (decodes.isEmpty() && supervision != null) {
            supervision.cancel(false);
            supervision = null;
        }
    }

    void supervise() {
        List<SharedDecode> now;
        synchronized (this) {
            now = List.copyOf(decodes.values());
        }
        now.forEach(SharedDecode::tick);
    }

    synchronized int decodes() {
        return decodes.size();
    }

    @Override
    public void close() {
        Optional<CompletableFuture<Void>> released = releaseAll();
        if (released.isEmpty()) {
            return;
        }
        try {
            released.get().thenRun(decoders::close).get(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("decoders were not released in time: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Empty when it was closed before.
    private synchronized Optional<CompletableFuture<Void>> releaseAll() {
        if (closed) {
            return Optional.empty();
        }
        closed = true;
        if (supervision != null) {
            supervision.cancel(false);
        }
        decodes.values().forEach(decode -> idle.add(decode.end()));
        decodes.clear();
        CompletableFuture<?>[] all = idle.stream().map(Decoder::release).toArray(CompletableFuture<?>[]::new);
        idle.clear();
        return Optional.of(CompletableFuture.allOf(all));
    }

    private final class OneWatch implements Watch {
        private final Camera camera;
        private final SharedDecode decode;
        private final Listener listener;
        private final AtomicBoolean ended = new AtomicBoolean();

        OneWatch(Camera camera, SharedDecode decode, Listener listener) {
            this.camera = camera;
            this.decode = decode;
            this.listener = listener;
        }

        @Override
        public Camera camera() {
            return camera;
        }

        @Override
        public Optional<CameraStream> stream() {
            return Optional.of(decode.source().stream());
        }

        @Override
        public FrameSize size() {
            return decode.source().size();
        }

        @Override
        public Picture picture() {
            return decode.picture();
        }

        @Override
        public long copy(IntBuffer target, long seen) {
            return decode.copy(target, seen);
        }

        @Override
        public boolean isTimed() {
            return decode.isTimed();
        }

        @Override
        public Optional<Tape> tape() {
            return decode.tape();
        }

        @Override
        public boolean hold(boolean still) {
            return decode.hold(still);
        }

        @Override
        public boolean step() {
            return decode.step();
        }

        @Override
        public boolean tryAgain() {
            return decode.tryAgain();
        }

        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                giveBack(decode, listener);
            }
        }
    }
}
