package org.yiping.console.link;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/// Where the platform is and how long to wait for it. Immutable; any thread.
public record LinkSettings(URI server, Locale language, Patience patience, Retry retry) {
    /// How long to wait for a connection and for an answer, and how often the stream is pinged.
    public record Patience(Duration connect, Duration answer, Duration ping) {
        public static final Patience USUAL =
                new Patience(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    /// The pause after a break doubles from `first` to `longest`.
    public record Retry(Duration first, Duration longest) {
        public static final Retry USUAL = new Retry(Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    public static LinkSettings of(URI server, Locale language) {
        return new LinkSettings(server, language, Patience.USUAL, Retry.USUAL);
    }
}
