package org.yiping.server.report;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.Span;

/// How a report words things in one language and on the city's clock. Immutable; any thread.
final class ReportText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ResourceBundle words;
    private final boolean english;
    private final ZoneId zone;

    ReportText(boolean english, ZoneId zone) {
        this.words = ResourceBundle.getBundle(
                "org.yiping.i18n.server",
                english ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.english = english;
        this.zone = zone;
    }

    boolean english() {
        return english;
    }

    String get(String key, Object... args) {
        String pattern = words.getString("report." + key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(args);
    }

    /// The word of an open code, or the code where there is none.
    String open(String key, String otherwise) {
        return words.containsKey("report." + key) ? words.getString("report." + key) : otherwise;
    }

    String unknown() {
        return get("unknown");
    }

    /// A value with its unit.
    String figure(@Nullable Double value, String unit) {
        if (value == null) {
            return unknown();
        }
        return switch (unit) {
            case FigureRule.PERCENT -> String.format(Locale.ROOT, "%.1f%%", value);
            case "hours" -> get("hours", String.format(Locale.ROOT, "%.1f", value));
            default -> number(value);
        };
    }

    /// Without a unit; whole numbers without a fraction.
    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.1f", value);
    }

    LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    String minute(Instant at) {
        return MINUTE.format(local(at));
    }

    String second(Instant at) {
        return SECOND.format(local(at));
    }

    /// Whole days as days.
    String span(Span span) {
        LocalDateTime from = local(span.from());
        LocalDateTime until = local(span.until());
        boolean days =
                from.toLocalTime().toSecondOfDay() == 0 && until.toLocalTime().toSecondOfDay() == 0;
        if (!days) {
            return get("span", MINUTE.format(from), MINUTE.format(until));
        }
        String first = from.toLocalDate().toString();
        String last = until.toLocalDate().minusDays(1).toString();
        return first.equals(last) ? first : get("span", first, last);
    }
}
