package org.yiping.server.load;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Reads moments as files write them: with a zone, else by the formats of a mapping in its zone. A moment
/// before there was satellite navigation or later than `latest` is no measurement. Immutable; any thread.
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

    /// Throws `IllegalArgumentException` in words.
    Instant read(String text) {
        Instant at = parse(text);
        if (at.isBefore(EARLIEST) || at.isAfter(latest)) {
            throw new IllegalArgumentException("time is not of this world: " + text);
        }
        return at;
    }

    private Instant parse(String text) {
        boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:\\d\\d");
        try {
            if (zoned) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time cannot be read: " + text, e);
        }
        for (DateTimeFormatter format : formats) {
            try {
                return LocalDateTime.parse(text, format).atZone(zone).toInstant();
            } catch (DateTimeException _) {
                // the next format may fit
            }
        }
        throw new IllegalArgumentException("time cannot be read: " + text);
    }
}
