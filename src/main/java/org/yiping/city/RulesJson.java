package org.yiping.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;

/// Reads a file that is one record of rules under one version, such as `alarms.json`. Stateless; any thread.
final class RulesJson {
    private RulesJson() {}

    /// `fault` says what is wrong with rules that could be read. Without the file: `none`.
    static <T> T read(Path file, Class<T> type, Function<T, Optional<String>> fault, T none) {
        if (!Files.exists(file)) {
            return none;
        }
        try {
            T rules = Json.mapper().readValue(Files.readAllBytes(file), type);
            fault.apply(rules).ifPresent(f -> {
                throw new IllegalArgumentException(file.getFileName() + ": " + f);
            });
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException(file.getFileName() + " is not as it should be: " + e.getMessage(), e);
        }
    }
}
