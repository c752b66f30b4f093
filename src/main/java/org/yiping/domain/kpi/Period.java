package org.yiping.domain.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The day, week (from Monday), month, quarter or year an instant lies in, or the hours or days before it, in the
/// city's zone: a day has as many hours as the zone gives it. Immutable; any thread.
public record Period(Kind kind, int length, ZonedDateTime at) {
    public enum Kind {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        /// The `length` hours, or days, before `at`.
        HOURS,
        DAYS
    }

    private static final int LONGEST_WINDOW = 800;
    private static final Pattern WINDOW = Pattern.compile("([1-9][0-9]{0,3})([hd])");

    /// `day`, `week`, `month`, `quarter`, `year`, `24h`, `7d`; empty for anything else.
    public static Optional<Period> of(String text, ZonedDateTime at) {
        Kind kind = switch (text) {
            case "day" -> Kind.DAY;
            case "week" -> Kind.WEEK;
            case "month" -> Kind.MONTH;
            case "quarter" -> Kind.QUARTER;
            case "year" -> Kind.YEAR;
            default -> null;
        };
        if (kind != null) {
            return Optional.of(new Period(kind, 1, at));
        }
        Matcher window = WINDOW.matcher(text);
        if (!window.matches() || Integer.parseInt(window.group(1)) > LONGEST_WINDOW) {
            return Optional.empty();
        }
        return Optional.of(new Period(
                window.group(2).equals("h") ? Kind.HOURS : Kind.DAYS, Integer.parseInt(window.group(1)), at));
    }

    /// Whether a text is one that ends when it is asked for: `24h`, `7d`.
    public static boolean slides(String text) {
        return WINDOW.matcher(text).matches();
    }

    public Span span() {
        if (kind == Kind.HOURS) {
            return new Span(at.toInstant().minus(Duration.ofHours(length)), at.toInstant());
        }
        if (kind == Kind.DAYS) {
            return new Span(at.minusDays(length).toInstant(), at.toInstant());
        }
        LocalDate first = first();
        return new Span(begin(first), begin(next(first, 1)));
    }

    /// The period just before (环比). Of one that has not ended at `now` only as much as has passed of this one, so
    /// that ten days are held against ten days.
    public Span before(Instant now) {
        if (kind == Kind.HOURS) {
            Instant from = span().from();
            return new Span(from.minus(Duration.ofHours(length)), from);
        }
        if (kind == Kind.DAYS) {
            return new Span(at.minusDays(2L * length).toInstant(), span().from());
        }
        return alike(next(first(), -1), now);
    }

    /// The same period a year before (同比), cut likewise. Empty where that year has none: 29 February, week 53.
    public Optional<Span> lastYear(Instant now) {
        if (kind == Kind.HOURS || kind == Kind.DAYS) {
            return at.minusYears(1).getDayOfMonth() == at.getDayOfMonth()
                    ? Optional.of(new Period(kind, length, at.minusYears(1)).span())
                    : Optional.empty();
        }
        LocalDate first = first();
        if (kind == Kind.WEEK) {
            int week = first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            LocalDate then = first.minusWeeks(52);
            for (LocalDate day : new LocalDate[] {then, then.minusWeeks(1)}) {
                if (day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == week) {
                    return Optional.of(alike(day, now));
                }
            }
            return Optional.empty();
        }
        LocalDate then = first.minusYears(1);
        return then.getDayOfMonth() == first.getDayOfMonth() ? Optional.of(alike(then, now)) : Optional.empty();
    }

    private Span alike(LocalDate then, Instant now) {
        Instant from = begin(then);
        Instant until = begin(next(then, 1));
        Span own = span();
        if (!own.contains(now)) {
            return new Span(from, until);
        }
        Duration passed = Duration.between(
                first().atStartOfDay(), LocalDateTime.ofInstant(now, at.getZone())); // on the city's clocks
        Instant cut = then.atStartOfDay().plus(passed).atZone(at.getZone()).toInstant();
        return new Span(from, cut.isBefore(until) ? cut.isBefore(from) ? from : cut : until);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(at.getZone()).toInstant();
    }

    private LocalDate first() {
        LocalDate day = at.toLocalDate();
        return switch (kind) {
            case DAY, HOURS, DAYS -> day;
            case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private LocalDate next(LocalDate first, int by) {
        return switch (kind) {
            case DAY, HOURS, DAYS -> first.plusDays(by);
            case WEEK -> first.plusWeeks(by);
            case MONTH -> first.plusMonths(by);
            case QUARTER -> first.plusMonths(3L * by);
            case YEAR -> first.plusYears(by);
        };
    }
}
