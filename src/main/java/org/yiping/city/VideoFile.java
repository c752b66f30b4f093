package org.yiping.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yiping.domain.video.VideoRules;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;

/// Reads `video.json`: how the city uses its cameras, under one version. Stateless; any thread.
final class VideoFile {
    static final String NAME = "video.json";

    private VideoFile() {}

    static VideoRules read(Path file) {
        try {
            VideoRules rules = Json.mapper().readValue(Files.readAllBytes(file), VideoRules.class);
            rules.fault().ifPresent(f -> {
                throw new IllegalArgumentException(NAME + ": " + f);
            });
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException(NAME + " is not as it should be: " + e.getMessage(), e);
        }
    }
}
