package org.yiping.simulator.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;

/// How long people take before they act on a case in a state, and how a backlog is spread over the states. Seconds at
/// speed 1; immutable.
///
/// A seat takes minutes whatever the case. In the field the time goes by the limit: an open manhole has two hours, a
/// crooked sign has days, and most are done well within them.
final class Pace {
    private static final Span USUAL = new Span(20, 90);
    private static final Map<String, Span> BY_STATE = Map.of(
            "to-accept", new Span(15, 70),
            "verifying", new Span(60, 240),
            "to-file", new Span(15, 80),
            "to-dispatch", new Span(20, 90),
            "to-check", new Span(20, 80),
            "checking", new Span(90, 500),
            "to-close", new Span(15, 80),
            "suspended", new Span(10_000, 150_000));
    /// Of the time left, the most that is taken before the department's next step.
    private static final Map<String, Double> FIELD = Map.of("to-handle", 0.1, "handling", 0.7);
    private static final int LATE_PERCENT = 3;
    private static final long SOON_SECONDS = 180;

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

    Duration wait(Case row, Instant now, RandomGenerator random) {
        String state = row.progress().state().value();
        double u = random.nextDouble();
        Double share = FIELD.get(state);
        if (share != null) {
            boolean late = random.nextInt(100) < LATE_PERCENT;
            return of(SOON_SECONDS * u + left(row, now) * (late ? 1.02 + 0.2 * u : share * u * u));
        }
        Span span = BY_STATE.getOrDefault(state, USUAL);
        return of(span.least() + (span.most() - span.least()) * u * u);
    }

    private static double left(Case row, Instant now) {
        return row.runningClock()
                .map(CaseClock::dueAt)
                .filter(due -> due.isAfter(now))
                .map(due -> Duration.between(now, due).toSeconds())
                .orElse(0L);
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
