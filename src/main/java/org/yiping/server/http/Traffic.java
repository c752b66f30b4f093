package org.yiping.server.http;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts requests by route and status, and holds each caller to its rate. Any thread.
public final class Traffic {
    /// One console never needs more; a load generator with one session gets this far.
    private static final double SIGNED_IN_PER_SECOND = 3000;
    private static final double STRANGER_PER_SECOND = 50;

    private final Throttle signedIn;
    private final Throttle strangers;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    public Traffic(InstantSource clock) {
        this.signedIn = new Throttle(SIGNED_IN_PER_SECOND, clock);
        this.strangers = new Throttle(STRANGER_PER_SECOND, clock);
    }

    /// Requests of one route that ended in one status, and how long they took together.
    public record Tally(LongAdder count, LongAdder nanos) {}

    boolean lets(String caller, boolean known) {
        return (known ? signedIn : strangers).lets(caller);
    }

    long begin() {
        return System.nanoTime();
    }

    void end(String route, int status, long begun) {
        Tally tally = tallies.computeIfAbsent(route + " " + status, k -> new Tally(new LongAdder(), new LongAdder()));
        tally.count().increment();
        tally.nanos().add(System.nanoTime() - begun);
    }

    /// By `METHOD path status`.
    public Map<String, Tally> tallies() {
        return Map.copyOf(tallies);
    }
}
