package org.yiping.simulator.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// How long people take before they act on a case in a state, and how a backlog is spread over the states.
/// Seconds at speed 1; immutable.
final class Pace {
    private static final Span USUAL = new Span(20, 90);
    private static final Map<String, Span> BY_STATE = Map.of(
            "to-accept", new Span(15, 70),
            "verifying", new Span(60, 240),
            "to-file", new Span(15, 80),
            "to-dispatch", new Span(20, 90),
            "to-handle", new Span(30, 200),
            "handling", new Span(180, 1500),
            "to-check", new Span(20, 80),
            "checking", new Span(90, 500),
            "to-close", new Span(15, 80),
            "suspended", new Span(400, 1800));
    /// States a backlog's cases wait in, each with its share.
    private static final List<Share> BACKLOG = List.of(
            new Share("to-accept", 10),
            new Share("verifying", 8),
            new Share("to-file", 8),
            new Share("to-dispatch", 18),
            new Share("to-handle", 16),
            new Share("handling", 34),
            new Share("to-check", 7),
            new Share("checking", 10),
            new Share("to-close", 7),
            new Share("self-audit", 4),
            new Share("void-review", 3),
            new Share("extension-first", 5),
            new Share("extension-review", 4),
            new Share("return-review", 4),
            new Share("suspension-review", 5),
            new Share("suspended", 5),
            new Share("closed", 42));

    private final double speed;

    Pace(double speed) {
        this.speed = speed;
    }

    private record Span(double least, double most) {}

    private record Share(String state, int weight) {}

    Duration wait(String state, RandomGenerator random) {
        Span span = BY_STATE.getOrDefault(state, USUAL);
        double u = random.nextDouble();
        return of(span.least() + (span.most() - span.least()) * u * u);
    }

    /// Time to the next report: one in thirty seconds on average.
    Duration untilNextReport(RandomGenerator random) {
        return of(-30 * Math.log(1 - random.nextDouble()));
    }

    Duration of(double seconds) {
        return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000 / speed)));
    }

    static String backlogState(RandomGenerator random) {
        int total = BACKLOG.stream().mapToInt(Share::weight).sum();
        int at = random.nextInt(total);
        for (Share share : BACKLOG) {
            at -= share.weight();
            if (at < 0) {
                return share.state();
            }
        }
        return "closed";
    }
}
