package org.yiping.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a stretch of a bench cost: processor time of the server and of the bench's own process, and the machine's
/// hiccups meanwhile. One thread.
final class Watch {
    private static final Pattern FILLER =
            Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+\\S*jdk\\.internal\\.vm\\.Filler\\w+");

    private final Process server;
    private final Hiccups hiccups;
    private final long began = System.nanoTime();
    private final double serverBefore;
    private final double ownBefore;

    Watch(Process server, Hiccups hiccups) {
        this.server = server;
        this.hiccups = hiccups;
        this.serverBefore = seconds(server);
        this.ownBefore = own();
        hiccups.reset();
    }

    private static double seconds(Process process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
    }

    private static double own() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    double ownSeconds() {
        return own() - ownBefore;
    }

    void tell(String what) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, processor: server %.1f s, client %.1f s; machine_hiccup_max_ms %.1f, load %.1f%n",
                what,
                (System.nanoTime() - began) / 1e9,
                seconds(server) - serverBefore,
                ownSeconds(),
                hiccups.maxMillis(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /// Live objects in mebibytes, as the program's own machine counts them after it has collected all
    /// others. What a collection left lying to save itself the moving is counted there as filler,
    /// which nobody holds.
    static double liveHeap(Process of) throws IOException, InterruptedException {
        return liveHeap(of.pid());
    }

    static double liveHeap(long pid) throws IOException, InterruptedException {
        String told = jcmd(pid, "GC.class_histogram");
        Matcher total = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)").matcher(told);
        if (!total.find()) {
            throw new IOException("no heap told: " + told);
        }
        long filler = FILLER.matcher(told)
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
        return (Long.parseLong(total.group(1)) - filler) / 1_048_576.0;
    }

    static String jcmd(Process of, String... words) throws IOException, InterruptedException {
        return jcmd(of.pid(), words);
    }

    private static String jcmd(long pid, String... words) throws IOException, InterruptedException {
        java.util.List<String> command = new java.util.ArrayList<>();
        command.add(java.nio.file.Path.of(System.getProperty("java.home"), "bin", "jcmd")
                .toString());
        command.add(Long.toString(pid));
        command.addAll(java.util.List.of(words));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        jcmd.waitFor();
        return told;
    }
}
