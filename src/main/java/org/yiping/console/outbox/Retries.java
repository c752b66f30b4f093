package org.yiping.console.outbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Which targets are to be left alone for a while after a failure: a pause that doubles, plus jitter.
/// Confined to the outbox's thread. Pauses end by timer and not by the clock, which somebody may set
/// back.
final class Retries {
    private final OutboxTools tools;
    private final Runnable over;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<String> paused = new HashSet<>();

    /// `over` is called after each pause.
    Retries(OutboxTools tools, Runnable over) {
        this.tools = tools;
        this.over = over;
    }

    void failed(String target) {
        int before = failures.merge(target, 1, Integer::sum) - 1;
        long doubled = tools.firstRetry().toMillis() << Math.min(before, 10);
        long millis = Math.min(doubled, tools.longestRetry().toMillis());
        paused.add(target);
        var _ = tools.serial()
                .schedule(
                        () -> {
                            paused.remove(target);
                            over.run();
                        },
                        millis + tools.random().nextLong(millis / 4 + 1),
                        TimeUnit.MILLISECONDS);
    }

    void succeeded(String target) {
        failures.remove(target);
    }

    /// The platform is back: everybody at once.
    void clear() {
        failures.clear();
        paused.clear();
    }

    boolean mayTry(String target) {
        return !paused.contains(target);
    }
}
