package org.yiping.console.video;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// What decoding costs without a window, in this process or in children: the numbers of decision 27. Arguments:
/// `inside` or `children`, number of streams, width and height of a picture, seconds, and an address with `%d` for the
/// number of the stream. Prints processor time in percent of a core, resident memory, and pictures a second.
public final class DecoderLoad {
    private DecoderLoad() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        FrameSize size = new FrameSize(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        int seconds = Integer.parseInt(args[4]);
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
        Executor threads = Executors.newCachedThreadPool();
        CameraPlayer player = args[0].equals("inside")
                ? new DecodingPlayer(
                        new VlcDecoders(VlcOpening.factory(), threads, InstantSource.system()),
                        new SteadyClock(InstantSource.system()),
                        timer,
                        new Random(1),
                        Addresses.FIXED)
                : Video.open(new Video.Means(InstantSource.system(), timer, threads, 1))
                        .player();
        List<Watch> watches = new ArrayList<>();
        List<IntBuffer> targets = new ArrayList<>();
        long[] seen = new long[count];
        for (int i = 0; i < count; i++) {
            CameraStream stream = new CameraStream("sub", args[5].formatted(i), size.width(), size.height(), 15);
            watches.add(player.watch(
                    new Camera(
                            new CameraId("camera-" + i),
                            "load",
                            new Position(104, 30),
                            new Camera.View(0, 60, "fixed"),
                            List.of(stream),
                            new CameraState(true, true)),
                    size,
                    _ -> {}));
            targets.add(IntBuffer.allocate(size.pixels()));
        }
        // Every watch is copied as a pulse would.
        timer.scheduleAtFixedRate(
                () -> {
                    for (int i = 0; i < count; i++) {
                        seen[i] = watches.get(i).copy(targets.get(i), seen[i]);
                    }
                },
                16,
                16,
                TimeUnit.MILLISECONDS);
        Thread.sleep(Duration.ofSeconds(6));
        long begin = System.nanoTime();
        Duration cpu = cpu();
        long pictures = Arrays.stream(seen).sum();
        Thread.sleep(Duration.ofSeconds(seconds));
        double elapsed = (System.nanoTime() - begin) / 1e9;
        long later = Arrays.stream(seen).sum();
        System.out.printf(
                "%s %d x %dx%d: cpu %.1f%%, rss %d MB (%s), pictures a second %.1f%n",
                args[0],
                count,
                size.width(),
                size.height(),
                cpu().minus(cpu).toNanos() / elapsed / 1e7,
                processes().mapToLong(DecoderLoad::rssKilobytes).sum() / 1_024,
                processes().map(p -> Long.toString(rssKilobytes(p) / 1_024)).toList(),
                (later - pictures) / elapsed / count);
        player.close();
        System.exit(0);
    }

    private static Stream<ProcessHandle> processes() {
        return Stream.concat(
                Stream.of(ProcessHandle.current()), ProcessHandle.current().children());
    }

    private static Duration cpu() {
        return processes()
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long rssKilobytes(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }
}
