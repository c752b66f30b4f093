package org.yiping.console;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps screen saver, blanking and sleep away from a wall while it runs (防息屏). Any thread.
///
/// Java cannot ask for that, so small programs of the desktop do: `xset` for the display, and `systemd-inhibit`, whose
/// word holds as long as the program it started lives, which is `cat` reading from us: it ends when we end, however
/// that comes. What is not to be had on this machine is said in the log, once; the wall shows all the same.
final class Awake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Awake.class);
    private static final List<List<String>> DISPLAY =
            List.of(List.of("xset", "s", "off"), List.of("xset", "s", "noblank"), List.of("xset", "-dpms"));
    private static final List<String> SLEEP = List.of(
            "systemd-inhibit", "--what=idle:sleep:handle-lid-switch", "--who=Yiping", "--why=display wall", "cat");
    private static final long PATIENCE_SECONDS = 5;

    private @Nullable Process inhibitor;
    private boolean closed;

    private Awake() {}

    /// `own` says that the display is the wall's alone: then its screen saver is switched off for good.
    static Awake begin(Executor workers, boolean own) {
        Awake awake = new Awake();
        workers.execute(() -> {
            if (own) {
                awake.ask();
            }
            awake.hold();
        });
        return awake;
    }

    private void ask() {
        for (List<String> words : DISPLAY) {
            String what = String.join(" ", words);
            try {
                Process asked = quiet(words).start();
                boolean ended = asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (!ended) {
                    asked.destroyForcibly();
                }
                if (ended && asked.exitValue() == 0) {
                    LOG.info("done: {}", what);
                } else {
                    LOG.warn("not to be had here: {}; the screen may go dark by itself", what);
                }
            } catch (IOException e) {
                LOG.warn("not to be had here: {} ({})", what, e.getMessage());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void hold() {
        if (closed) {
            return;
        }
        try {
            Process held = quiet(SLEEP).start();
            inhibitor = held;
            if (held.waitFor(1, TimeUnit.SECONDS)) {
                LOG.warn("this machine may sleep while the wall runs: systemd-inhibit answered {}", held.exitValue());
            } else {
                LOG.info("sleep is inhibited while the wall runs");
            }
        } catch (IOException e) {
            LOG.warn("this machine may sleep while the wall runs: no systemd-inhibit ({})", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder quiet(List<String> words) {
        return new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    @Override
    public synchronized void close() {
        closed = true;
        Process held = inhibitor;
        if (held != null) {
            held.destroy();
        }
    }
}
