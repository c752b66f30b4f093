package org.yiping.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yiping.figures.Row;

/// Heap after a collection, resident memory, threads and open handles of one process, this one or a child. One thread.
final class Vitals {
    private static final double MB = 1 << 20;

    private final String whose;
    private final long pid;
    private final Gauge heap = new Gauge();
    private final Gauge resident = new Gauge();
    private final Gauge threads = new Gauge();
    private final Gauge handles = new Gauge();

    /// How much each may grow over a run: what warming up and buffers that come and go explain.
    record Slack(double heapMb, double residentMb, double threads, double handles) {}

    Vitals(String whose, long pid) {
        this.whose = whose;
        this.pid = pid;
    }

    static Vitals own(String whose) {
        return new Vitals(whose, ProcessHandle.current().pid());
    }

    void look() throws IOException, InterruptedException {
        heap.look(heapBytes() / MB);
        resident.look(status("VmRSS:") / 1024);
        threads.look(status("Threads:"));
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            handles.look(open.count());
        }
    }

    int looks() {
        return heap.looks();
    }

    private double heapBytes() throws IOException, InterruptedException {
        if (pid == ProcessHandle.current().pid()) {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = histogram.inputReader()) {
            String total = lines.lines().filter(l -> l.startsWith("Total")).reduce("", (_, l) -> l);
            histogram.waitFor();
            String[] words = total.strip().split("\\s+");
            if (words.length < 3) {
                throw new IOException("process " + pid + " does not tell its heap");
            }
            return Double.parseDouble(words[2]);
        }
    }

    private double status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(l -> l.startsWith(field))
                .mapToDouble(l -> Double.parseDouble(l.strip().split("\\s+")[1]))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + field + " of process " + pid));
    }

    List<Row> rows(Slack slack) {
        System.out.println(whose + " heap MB " + heap);
        System.out.println(whose + " resident MB " + resident);
        System.out.println(whose + " threads " + threads);
        System.out.println(whose + " handles " + handles);
        return List.of(
                Row.atMost(whose + "_heap_growth", heap.growth(), "MB", slack.heapMb()),
                Row.atMost(whose + "_resident_growth", resident.growth(), "MB", slack.residentMb()),
                Row.atMost(whose + "_threads_growth", threads.growth(), "threads", slack.threads()),
                Row.atMost(whose + "_handles_growth", handles.growth(), "handles", slack.handles()));
    }
}
