package org.yiping.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Lets each caller make so many requests a second, saved up for two seconds. Any thread.
final class Throttle {
    private static final int SAVED_SECONDS = 2;
    private static final int MOST_CALLERS = 10_000;

    private final double perSecond;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double left, Instant at) {}

    Throttle(double perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    boolean lets(String caller) {
        Instant now = clock.instant();
        if (buckets.size() > MOST_CALLERS) {
            buckets.values().removeIf(b -> b.at().plusSeconds(SAVED_SECONDS).isBefore(now));
        }
        Bucket after = buckets.merge(
                caller,
                new Bucket(perSecond * SAVED_SECONDS - 1, now),
                (old, fresh) -> new Bucket(Math.max(-1, refilled(old, now) - 1), now));
        return after.left() >= 0;
    }

    private double refilled(Bucket old, Instant now) {
        double seconds = Duration.between(old.at(), now).toNanos() / 1e9;
        return Math.min(perSecond * SAVED_SECONDS, Math.max(0, old.left()) + Math.max(0, seconds) * perSecond);
    }
}
