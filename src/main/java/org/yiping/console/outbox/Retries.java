package org.yiping.console.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// When each target may be tried again: after a pause that doubles, plus jitter.
/// Confined to the outbox's thread.
final class Retries {
    private final OutboxTools tools;
    private final Map<String, Pause> pauses = new HashMap<>();

    private record Pause(int failures, Instant until) {}

    Retries(OutboxTools tools) {
        this.tools = tools;
    }

    void failed(String target, Instant now) {
        Pause before = pauses.get(target);
        int failures = before == null ? 0 : before.failures();
        long doubled = tools.firstRetry().toMillis() << Math.min(failures, 10);
        long millis = Math.min(doubled, tools.longestRetry().toMillis());
        Duration pause = Duration.ofMillis(millis + tools.random().nextLong(millis / 4 + 1));
        pauses.put(target, new Pause(failures + 1, now.plus(pause)));
    }

    void succeeded(String target) {
        pauses.remove(target);
    }

    /// The platform is back: everybody at once.
    void clear() {
        pauses.clear();
    }

    boolean mayTry(String target, Instant now) {
        Pause pause = pauses.get(target);
        return pause == null || !now.isBefore(pause.until());
    }

    Optional<Instant> next(Instant now) {
        return pauses.values().stream().map(Pause::until).filter(now::isBefore).min(Comparator.naturalOrder());
    }
}
