package org.yiping.console.ui.camera;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The time on a picture. Stateless; any thread.
final class TileClock {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private TileClock() {}

    /// On the wall the date stands elsewhere, once.
    static String words(Instant now, ZoneId zone, boolean wall) {
        return (wall ? CLOCK : TIME).format(now.atZone(zone));
    }
}
