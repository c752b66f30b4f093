package org.yiping.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;

/// Reads `alarms.json`: what calls for a seat, under one version. Stateless; any thread.
final class AlarmFile {
    static final String NAME = "alarms.json";

    private AlarmFile() {}

    static AlarmRules read(Path file) {
        try {
            AlarmRules rules = Json.mapper().readValue(Files.readAllBytes(file), AlarmRules.class);
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
