package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import org.yiping.console.ui.control.Countdown;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.control.MarkShape;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Light;
import org.yiping.domain.catalogue.KindCode;

/// A case's time and kind in the figures the controls draw. Stateless; any thread.
public final class Clocks {
    private static final double YELLOW = 0.8;

    private Clocks() {}

    /// The countdown of the running clock.
    public static Countdown countdown(Case value, Light light, Instant now) {
        return switch (light) {
            case GREEN, YELLOW, RED -> value.runningClock().map(c -> of(c, now)).orElseGet(Countdown.Untimed::new);
            case PAUSED -> new Countdown.Held(pausedFor(value, now), 0);
            case NONE -> new Countdown.Untimed();
            case CLOSED, VOID -> new Countdown.Unknown();
        };
    }

    public static Countdown of(CaseClock clock, Instant now) {
        Duration left = Duration.between(now, clock.dueAt());
        double used = used(clock, now);
        Duration limit = left.isNegative() || used >= 1
                ? Duration.between(clock.startedAt(), clock.dueAt())
                : Duration.ofMillis(Math.round(left.toMillis() / (1 - used)));
        return new Countdown.Running(left, limit);
    }

    /// The share of the limit used, as the rule counts it: the platform computed the instants of 80 and of 100 % in
    /// the city's working time, and between those marks time runs evenly enough for a bar.
    public static double used(CaseClock clock, Instant now) {
        if (now.isBefore(clock.yellowAt())) {
            return YELLOW * Math.max(0, share(clock.startedAt(), clock.yellowAt(), now));
        }
        return YELLOW + (1 - YELLOW) * share(clock.yellowAt(), clock.dueAt(), now);
    }

    public static MarkLight light(Light light) {
        return switch (light) {
            case GREEN -> MarkLight.CALM;
            case YELLOW -> MarkLight.SOON;
            case RED -> MarkLight.OVER;
            case PAUSED -> MarkLight.HELD;
            case CLOSED -> MarkLight.DONE;
            case VOID -> MarkLight.VOID;
            case NONE -> MarkLight.UNKNOWN;
        };
    }

    public static MarkShape shape(KindCode kind) {
        return switch (kind.value()) {
            case "component" -> MarkShape.SQUARE;
            case "service" -> MarkShape.DIAMOND;
            default -> MarkShape.CIRCLE;
        };
    }

    private static double share(Instant from, Instant to, Instant now) {
        long whole = Duration.between(from, to).toMillis();
        return whole <= 0 ? 1 : (double) Duration.between(from, now).toMillis() / whole;
    }

    private static Duration pausedFor(Case value, Instant now) {
        return value.progress().clocks().reversed().stream()
                .findFirst()
                .map(c -> c.stoppedAt() == null ? Duration.ZERO : Duration.between(c.stoppedAt(), now))
                .orElse(Duration.ZERO);
    }
}
