package org.yiping.console.video;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Measures what this machine's decoder takes for a small and for a large picture (解码能力自测), with clips the program
/// brings along and the decoder every camera is shown by. Some twenty seconds, few pictures, at the decoders' low
/// priority. Any thread; `measure` blocks, `close` ends it from another.
///
/// What counts is the processor time of a picture, not how many pictures a second a full machine still manages: so
/// nothing has to be filled up for it, and what runs beside changes the figure little. Where fewer than most of the
/// pictures came, the machine was too busy, and nothing is told.
public final class DecodingPower implements AutoCloseable {
    /// So many at once of each kind: enough for the tenths of a second in which processor time is told.
    private static final int TOGETHER = 4;

    private static final Duration FIRST = Duration.ofMillis(1500);
    private static final Duration ALL = Duration.ofMillis(1500);
    private static final Duration COUNTED = Duration.ofSeconds(4);
    /// Of the pictures there should have been.
    private static final double MOST = 0.8;
    /// Longer than all of that, so that none ends while it is counted.
    private static final int SECONDS = 12;

    private static final double MB = 1 << 20;
    private static final Kind SMALL = new Kind("/org/yiping/demo/clips/03-bicycles.ts", 8, new FrameSize(640, 360), 15);
    private static final Kind LARGE = new Kind("/org/yiping/video/large.ts", 2, new FrameSize(1280, 720), 25);

    private final Launcher launcher;
    private final Executor threads;
    private final ScheduledExecutorService timer;
    private final Pause pause;
    private final CountDownLatch over = new CountDownLatch(1);

    /// A clip of the program's, so many seconds long, in the size it is shown.
    private record Kind(String clip, int seconds, FrameSize size, double rate) {}

    /// What one picture takes: how much of a processor, and of memory in MB; and what the decoder takes before it has
    /// any, in MB. The latter absent where the system does not tell.
    public record Cost(
            double cores, @Nullable Double mb, @Nullable Double baseMb) {}

    /// Of a picture of 640 × 360 at 15 a second, and of one of 1280 × 720 at 25.
    public record Found(Cost small, Cost large) {}

    /// Waits so long; false where it is over before.
    interface Pause {
        boolean pass(Duration time) throws InterruptedException;
    }

    /// How decoders are started whose pictures lie in a folder.
    interface Launcher {
        DecoderChild.Launch in(Path folder);
    }

    /// `threads` must be as many as are wanted.
    public DecodingPower(Executor threads, ScheduledExecutorService timer) {
        this(ChildLaunch::new, threads, timer, null);
    }

    DecodingPower(Launcher launcher, Executor threads, ScheduledExecutorService timer, @Nullable Pause pause) {
        this.launcher = launcher;
        this.threads = threads;
        this.timer = timer;
        this.pause = pause == null ? time -> !over.await(time.toMillis(), TimeUnit.MILLISECONDS) : pause;
    }

    /// Empty where it was ended, where the machine had too much to do, and where there is no decoder.
    public Optional<Found> measure() throws IOException, InterruptedException {
        Cost small = measure(SMALL).orElse(null);
        Cost large = small == null ? null : measure(LARGE).orElse(null);
        return small == null || large == null ? Optional.empty() : Optional.of(new Found(small, large));
    }

    @Override
    public void close() {
        over.countDown();
    }

    private Optional<Cost> measure(Kind kind) throws IOException, InterruptedException {
        FrameFolder folder = FrameFolder.open();
        AtomicReference<DecoderChild.@Nullable Running> running = new AtomicReference<>();
        DecoderChild.Launch launch = launcher.in(folder.path());
        ChildDecoders decoders = new ChildDecoders(
                () -> {
                    DecoderChild.Running started = launch.start();
                    running.set(started);
                    return started;
                },
                TOGETHER,
                folder,
                new TapeFolder(folder.path()),
                threads,
                timer);
        List<Frames> shown = new ArrayList<>();
        try {
            Path clip = folder.path().resolve("clip.ts");
            Files.write(clip, looped(clip(kind), Math.ceilDiv(SECONDS, kind.seconds), kind.seconds));
            if (!(decoders.begin().get(Video.PATIENCE_SECONDS, TimeUnit.SECONDS) instanceof News.Ready)) {
                return Optional.empty();
            }
            AtomicInteger pictures = new AtomicInteger();
            for (int i = 0; i < TOGETHER; i++) {
                shown.add(folder.frames(kind.size));
            }
            play(decoders, clip, kind, shown.subList(0, 1), pictures);
            if (!pause.pass(FIRST)) {
                return Optional.empty();
            }
            DecoderChild.Running child = Objects.requireNonNull(running.get());
            OptionalLong one = child.memory();
            play(decoders, clip, kind, shown.subList(1, TOGETHER), pictures);
            if (!pause.pass(ALL)) {
                return Optional.empty();
            }
            Duration worked = child.worked();
            int before = pictures.get();
            if (!pause.pass(COUNTED)) {
                return Optional.empty();
            }
            int came = pictures.get() - before;
            double took = child.worked().minus(worked).toNanos() / 1e9;
            double due = TOGETHER * kind.rate * COUNTED.toMillis() / 1000;
            if (came < MOST * due || took <= 0) {
                return Optional.empty();
            }
            return Optional.of(cost(took / came * kind.rate, one, child.memory(), kind.size));
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the decoder did not start: " + e, e);
        } finally {
            decoders.close();
            shown.forEach(Frames::close);
        }
    }

    private static void play(Decoders from, Path clip, Kind kind, List<Frames> into, AtomicInteger pictures) {
        for (Frames frames : into) {
            from.create().play(clip.toUri().toString(), kind.size, frames, new Decoder.Target() {
                @Override
                public void frame(Frames.Change change) {
                    pictures.incrementAndGet();
                }

                @Override
                public void ended(Picture.Fault why) {}

                @Override
                public void blind(String reason) {}
            });
        }
    }

    /// Of each one after the first, in the decoder; and what a window holds of it besides: an image and its texture, of
    /// four bytes a pixel.
    private static Cost cost(double cores, OptionalLong one, OptionalLong all, FrameSize size) {
        if (one.isEmpty() || all.isEmpty()) {
            return new Cost(cores, null, null);
        }
        double each = Math.max(0, all.getAsLong() - one.getAsLong()) / (TOGETHER - 1.0) / MB;
        return new Cost(cores, each + 2 * 4.0 * size.pixels() / MB, Math.max(0, one.getAsLong() / MB - each));
    }

    private static byte[] clip(Kind kind) throws IOException {
        try (InputStream in = DecodingPower.class.getResourceAsStream(kind.clip)) {
            if (in == null) {
                throw new IOException("the program has no clip " + kind.clip);
            }
            return in.readAllBytes();
        }
    }

    /// The clip so many times over, its times and its counters going on as if it were one.
    static byte[] looped(byte[] clip, int times, int seconds) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(clip.length * times);
        Map<Integer, Integer> counters = new HashMap<>();
        for (int round = 0; round < times; round++) {
            long later = (long) round * seconds * 90_000;
            new TsPackets().cut(clip, (packet, _) -> {
                byte[] moved = Arrays.copyOf(packet, TsPacket.LENGTH);
                int shown = TsPacket.shownAt(moved);
                int decoded = TsPacket.decodedAt(moved);
                int clock = TsPacket.clockAt(moved);
                if (shown > 0) {
                    TsPacket.time(moved, shown, TsPacket.time(moved, shown) + later);
                }
                if (decoded > 0) {
                    TsPacket.time(moved, decoded, TsPacket.time(moved, decoded) + later);
                }
                if (clock > 0) {
                    TsPacket.clock(moved, clock, TsPacket.clock(moved, clock) + later);
                }
                boolean payload = (moved[3] & 0x10) != 0;
                int count = counters.merge(TsPacket.pid(moved), payload ? 1 : 0, Integer::sum);
                moved[3] = (byte) ((moved[3] & 0xF0) | (Math.max(0, count - 1) & 0x0F));
                all.write(moved, 0, TsPacket.LENGTH);
            });
        }
        return all.toByteArray();
    }
}
