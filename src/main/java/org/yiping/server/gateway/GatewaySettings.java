package org.yiping.server.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;

/// Where the city's message gateway is and what it serves; the token lies in a file of its own. Immutable; any thread.
public record GatewaySettings(URI url, @Nullable String token, Duration patience, List<String> channels) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public GatewaySettings {
        channels = List.copyOf(channels);
    }

    /// The token stays out of logs.
    @Override
    public String toString() {
        return "GatewaySettings[" + url + " " + channels + "]";
    }

    private record Text(
            URI url, @Nullable String tokenFile, @Nullable Duration patience, List<String> channels) {}

    /// Reads `{"url": …, "tokenFile": …, "patience": "PT10S", "channels": ["sms", "voice"]}`; a token file is looked
    /// for beside it.
    public static GatewaySettings read(Path file) {
        try {
            Text text = Json.mapper().readValue(Files.readAllBytes(file), Text.class);
            if (text.url() == null || text.channels() == null) {
                throw new IllegalArgumentException(file + ": url and channels are needed");
            }
            String token = text.tokenFile() == null
                    ? null
                    : Files.readString(file.toAbsolutePath().resolveSibling(text.tokenFile()))
                            .strip();
            Duration patience = text.patience() == null ? PATIENCE : text.patience();
            return new GatewaySettings(text.url(), token, patience, text.channels());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException(file + " is no gateway file", e);
        }
    }
}
