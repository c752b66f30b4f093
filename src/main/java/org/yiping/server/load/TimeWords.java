package org.yiping.server.load;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads moments as files write them: with a zone, else by the formats of a mapping in its zone. A moment
/// before there was satellite navigation or later than `latest` is no measurement. Where clocks are put back an hour is
/// there twice: of it the second is meant once a series would go far back in time otherwise. Immutable; any thread.
final class TimeWords {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;
    private final Instant latest;

    TimeWords(List<String> formats, ZoneId zone, Instant latest) {
        this.formats = formats.stream().map(DateTimeFormatter::ofPattern).toList();
        this.zone = zone;
        this.latest = latest;
    }

    /// `before` is what came before it in the same series. Throws `IllegalArgumentException` in words.
    Instant read(String text, @Nullable Instant before) {
        Instant at = parse(text, before);
        if (at.isBefore(EARLIEST) || at.isAfter(latest)) {
            throw new IllegalArgumentException("time is not of this world: " + text);
        }
        return at;
    }

    private Instant parse(String text, @Nullable Instant before) {
        boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:\\d\\d");
        try {
            if (zoned) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time cannot be read: " + text, e);
        }
        for (DateTimeFormatter format : formats) {
            LocalDateTime local;
            try {
                local = LocalDateTime.parse(text, format);
            } catch (DateTimeException _) {
                continue; // the next format may fit
            }
            return moment(local, text, before);
        }
        throw new IllegalArgumentException("time cannot be read: " + text);
    }

    private Instant moment(LocalDateTime local, String text, @Nullable Instant before) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no such time in " + zone + ", clocks were put forward: " + text);
        }
        Instant first = local.atZone(zone).toInstant();
        Instant second = local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
        if (before == null || second.isBefore(before)) {
            return first;
        }
        // some seconds back are a file out of order
        Duration back = Duration.between(first, before);
        return back.multipliedBy(4).compareTo(Duration.between(first, second)) > 0 ? second : first;
    }
}
