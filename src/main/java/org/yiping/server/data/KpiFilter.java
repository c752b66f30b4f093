package org.yiping.server.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cases behind a figure of the day in the storage's words, for its list, and for what is counted where the
/// figures'
/// engine has nothing: a campaign, what is due soon, and everything until the engine has read the journal. It says what
/// the shipped formulas of these codes say (`server.kpi`); a test holds the two against each other. Day bounds are the
/// city's (from inclusive, until exclusive); `now` is the figure's instant. Immutable; any thread.
public record KpiFilter(String code, Instant from, Instant until, Instant now) {
    private static final String SOURCE = "source-";

    /// Open cases whose light turns from `from` on and before `until`: no figure, and asked for by the platform alone.
    public static final String TURNING = "turning";

    /// The figures every city has, in the order they are shown; one `source-…` a source comes after them.
    public static final List<String> CODES =
            List.of("reported", "filed", "dispatched", "closed", "on-time-rate", "overdue", "due-soon", "open");

    public static Optional<KpiFilter> of(String code, Instant from, Instant until, Instant now) {
        return CODES.contains(code) || code.startsWith(SOURCE)
                ? Optional.of(new KpiFilter(code, from, until, now))
                : Optional.empty();
    }

    void restrict(List<String> where, List<@Nullable Object> args) {
        switch (code) {
            case "reported" -> today("reported_ms", where, args);
            case "filed" -> today("filed_ms", where, args);
            case "dispatched" -> today("dispatched_ms", where, args);
            case "closed" -> closed(where, args);
            case "on-time-rate" -> {
                closed(where, args);
                where.add("on_time IS NOT NULL");
            }
            case "overdue" -> {
                where.add("ending = 'OPEN' AND due_ms < ?");
                args.add(now.toEpochMilli());
            }
            case "due-soon" -> {
                where.add("ending = 'OPEN' AND yellow_ms <= ? AND due_ms >= ?");
                args.add(now.toEpochMilli());
                args.add(now.toEpochMilli());
            }
            case "open" -> where.add("ending IN ('OPEN', 'PAUSED')");
            case TURNING -> {
                where.add("ending = 'OPEN' AND (yellow_ms >= ? AND yellow_ms < ? OR due_ms >= ? AND due_ms < ?)");
                args.addAll(
                        List.of(from.toEpochMilli(), until.toEpochMilli(), from.toEpochMilli(), until.toEpochMilli()));
            }
            default -> {
                today("reported_ms", where, args);
                where.add("source = ?");
                args.add(code.substring(SOURCE.length()));
            }
        }
    }

    /// One that was opened again is closed no more, whatever it remembers.
    private void closed(List<String> where, List<@Nullable Object> args) {
        today("closed_ms", where, args);
        where.add("ending = 'CLOSED'");
    }

    private void today(String column, List<String> where, List<@Nullable Object> args) {
        where.add(column + " >= ? AND " + column + " < ?");
        args.add(from.toEpochMilli());
        args.add(until.toEpochMilli());
    }

    /// A condition and its parameters, for counting.
    record Condition(String sql, List<@Nullable Object> args) {}

    Condition condition() {
        List<String> where = new ArrayList<>();
        List<@Nullable Object> args = new ArrayList<>();
        restrict(where, args);
        return new Condition(String.join(" AND ", where), args);
    }
}
