package org.yiping.domain.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a report is made by itself: every day, or on the first day of a week (Monday), month or quarter, at a time of
/// the city's clock, of the period that ended the day before. `language` is `zh` or `en`. Where the clocks leave that
/// time out it is made when they go on. Immutable; any thread.
public record ReportSchedule(
        String every, String at, @Nullable String language) {
    public static final List<String> EVERY = List.of("day", "week", "month", "quarter");

    public ReportSchedule {
        Objects.requireNonNull(every, "every");
        Objects.requireNonNull(at, "at");
    }

    /// A time it falls due, and the last day of what it reports.
    public record Due(Instant at, LocalDate day) {}

    public boolean english() {
        return "en".equals(language);
    }

    /// Those after `since` and not after `now`, the first first.
    public List<Due> between(Instant since, Instant now, ZoneId zone) {
        List<Due> dues = new ArrayList<>();
        LocalTime time = LocalTime.parse(at);
        LocalDate last = LocalDate.ofInstant(now, zone);
        for (LocalDate day = LocalDate.ofInstant(since, zone); !day.isAfter(last); day = day.plusDays(1)) {
            Instant due = day.atTime(time).atZone(zone).toInstant();
            if (begins(day) && due.isAfter(since) && !due.isAfter(now)) {
                dues.add(new Due(due, day.minusDays(1)));
            }
        }
        return dues;
    }

    /// The next one after `now`.
    public Instant next(Instant now, ZoneId zone) {
        LocalTime time = LocalTime.parse(at);
        LocalDate day = LocalDate.ofInstant(now, zone);
        while (!begins(day) || !day.atTime(time).atZone(zone).toInstant().isAfter(now)) {
            day = day.plusDays(1);
        }
        return day.atTime(time).atZone(zone).toInstant();
    }

    private boolean begins(LocalDate day) {
        return switch (every) {
            case "week" -> day.getDayOfWeek().getValue() == 1;
            case "month" -> day.getDayOfMonth() == 1;
            case "quarter" -> day.getDayOfMonth() == 1 && day.getMonthValue() % 3 == 1;
            default -> true;
        };
    }

    Optional<String> fault() {
        if (!EVERY.contains(every)) {
            return Optional.of("every is one of " + String.join(", ", EVERY));
        }
        if (language != null && !language.equals("zh") && !language.equals("en")) {
            return Optional.of("language is zh or en");
        }
        try {
            LocalTime.parse(at);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("at is a time such as \"07:30\", not " + at);
        }
    }
}
