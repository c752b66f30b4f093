package org.yiping.console.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What a process holds of the machine's memory (常驻内存), as Linux tells it. Stateless; any thread.
public final class Resident {
    private static final String WORD = "VmRSS:";

    private Resident() {}

    /// In bytes; empty on other systems, and of a process that is gone.
    public static OptionalLong of(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(l -> l.startsWith(WORD))
                    .map(l -> l.substring(WORD.length()).strip().split(" ", -1)[0])
                    .mapToLong(kb -> Long.parseLong(kb) * 1024)
                    .findFirst();
        } catch (IOException | RuntimeException _) { // what cannot be read is not known
            return OptionalLong.empty();
        }
    }
}
