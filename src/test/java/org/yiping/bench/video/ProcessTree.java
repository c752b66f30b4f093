package org.yiping.bench.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// This process and all it has started, as the system accounts for them: a decoder that works in a process of its own
/// is paid for like one that does not. Any thread.
public final class ProcessTree {
    private static final double TICKS_A_SECOND = 100;

    private ProcessTree() {}

    /// Seconds of processor so far, user's and system's.
    static double cpuSeconds() throws IOException {
        return cpuSeconds(ProcessHandle.current());
    }

    /// The same of another process and all it has started.
    public static double cpuSeconds(ProcessHandle root) throws IOException {
        double sum = 0;
        for (ProcessHandle process : all(root)) {
            String stat = read(process, "stat");
            // the name in brackets may hold blanks
            String[] words = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
            sum += words.length < 13 ? 0 : (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS_A_SECOND;
        }
        return sum;
    }

    /// Megabytes in memory; what processes share is divided among those that share it.
    public static double residentMegabytes() throws IOException {
        return residentMegabytes(ProcessHandle.current());
    }

    public static double residentMegabytes(ProcessHandle root) throws IOException {
        double sum = 0;
        for (ProcessHandle process : all(root)) {
            for (String line : read(process, "smaps_rollup").split("\n")) {
                if (line.startsWith("Pss:")) {
                    sum += Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
                }
            }
        }
        return sum;
    }

    private static List<ProcessHandle> all(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /// Empty when it has just ended.
    private static String read(ProcessHandle process, String what) throws IOException {
        Path file = Path.of("/proc", Long.toString(process.pid()), what);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
            return "";
        }
    }
}
