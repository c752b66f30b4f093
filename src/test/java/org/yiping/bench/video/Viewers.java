package org.yiping.bench.video;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Clients that read the simulated cameras' streams and do nothing with them, for what serving costs. One at a time.
public final class Viewers {
    private static final Duration UNTIL_ALL_READ = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private Viewers() {}

    /// How much of one core the server takes while so many read, each a camera of its own; beyond 100 it is more than
    /// one. Run alone with the address of a server and its process: `Viewers URL COUNT PID`.
    public static double corePercent(String url, int count, Process server) throws IOException {
        return corePercent(url, count, server.toHandle());
    }

    private static double corePercent(String url, int count, ProcessHandle server) throws IOException {
        AtomicInteger reading = new AtomicInteger();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (int n = 0; n < count; n++) {
                URI camera = URI.create(url + "/camera/" + n + ".ts?grade=sub");
                clients.execute(() -> read(camera, reading));
            }
            long deadline = System.nanoTime() + UNTIL_ALL_READ.toNanos();
            while (reading.get() < count) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("only " + reading.get() + " of " + count + " clients are served");
                }
                LockSupport.parkNanos(50_000_000);
            }
            Duration before = cpu(server);
            long begin = System.nanoTime();
            LockSupport.parkNanos(MEASURED.toNanos());
            double percent = 100.0 * cpu(server).minus(before).toNanos() / (System.nanoTime() - begin);
            if (reading.get() < count) {
                throw new IOException(count - reading.get() + " clients were cut off");
            }
            return percent;
        } finally {
            clients.shutdownNow();
            server.destroy(); // and so ends every reader: an interruption alone does not
        }
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static void read(URI camera, AtomicInteger reading) {
        try {
            HttpURLConnection connection = (HttpURLConnection) camera.toURL().openConnection();
            byte[] some = new byte[1 << 16];
            try (InputStream in = connection.getInputStream()) {
                boolean first = true;
                while (in.read(some) >= 0) {
                    if (first) {
                        reading.incrementAndGet();
                        first = false;
                    }
                }
            }
            reading.decrementAndGet();
        } catch (IOException e) {
            reading.decrementAndGet(); // noticed by the count
        }
    }

    public static void main(String[] words) throws IOException {
        double percent = corePercent(
                words[0],
                Integer.parseInt(words[1]),
                ProcessHandle.of(Long.parseLong(words[2])).orElseThrow());
        System.out.printf(java.util.Locale.ROOT, "demo347_core_percent %.1f%n", percent);
    }
}
