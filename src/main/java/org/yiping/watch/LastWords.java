package org.yiping.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.yiping.Heartbeat;

/// Listens to what a watched program writes: counts its beats, keeps its last lines and what it said of its threads,
/// hands on the rest. `listen` runs on a thread of its own until the program has closed its end; the others on any.
final class LastWords {
    private static final int LINES = 400;
    private static final int THREAD_LINES = 20_000;

    /// A line without an end must not fill the watchdog's small memory.
    private static final int LONGEST = 4000;

    /// What Java says of our own words to it, once a process.
    private static final String GREETING = "Picked up JAVA_TOOL_OPTIONS";

    private static final String DUMP = "Full thread dump";
    private static final Pattern LOG = Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*");

    private final Deque<String> last = new ArrayDeque<>();
    private final List<String> threads = new ArrayList<>();
    private boolean dumping;
    private long beats;
    private boolean pictured;

    void listen(InputStream from, Consumer<String> rest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] bytes = new byte[8192];
        int count;
        while ((count = from.read(bytes)) >= 0) {
            for (int i = 0; i < count; i++) {
                if (bytes[i] == '\n' || line.size() == LONGEST) {
                    hear(line.toString(StandardCharsets.UTF_8).stripTrailing(), rest);
                    line.reset();
                }
                if (bytes[i] != '\n') {
                    line.write(bytes[i]);
                }
            }
        }
        if (line.size() > 0) {
            hear(line.toString(StandardCharsets.UTF_8), rest);
        }
    }

    private void hear(String line, Consumer<String> rest) {
        synchronized (this) {
            if (line.equals(Heartbeat.BEAT)) {
                beats++;
                return;
            }
            if (line.equals(Heartbeat.PICTURE)) {
                pictured = true;
                return;
            }
            if (line.startsWith(GREETING)) {
                return;
            }
            if (line.startsWith(DUMP)) {
                dumping = true;
                threads.clear();
            } else if (LOG.matcher(line).matches()) {
                dumping = false;
            }
            if (dumping) {
                if (threads.size() < THREAD_LINES) {
                    threads.add(line);
                }
                return;
            }
            last.addLast(line);
            if (last.size() > LINES) {
                last.removeFirst();
            }
        }
        rest.accept(line);
    }

    synchronized long beats() {
        return beats;
    }

    synchronized boolean pictured() {
        return pictured;
    }

    synchronized List<String> lines() {
        return List.copyOf(last);
    }

    synchronized List<String> threads() {
        return List.copyOf(threads);
    }
}
