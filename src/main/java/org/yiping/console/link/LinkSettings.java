package org.yiping.console.link;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/// Where the platform is and how long to wait for it. `firstRetry` doubles up to `longestRetry`.
/// Immutable; any thread.
public record LinkSettings(
        URI server, Locale language, Duration connect, Duration answer, Duration firstRetry, Duration longestRetry) {
    public static LinkSettings of(URI server, Locale language) {
        return new LinkSettings(
                server,
                language,
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(30));
    }
}
