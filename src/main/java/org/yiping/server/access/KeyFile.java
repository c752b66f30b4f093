package org.yiping.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;

/// Files of keys that were given to other programs: JSON with a list `keys`, each with its SHA-256 and never itself.
/// Stateless; any thread.
final class KeyFile {
    private static final String SHA256 = "[0-9a-f]{64}";

    private KeyFile() {}

    /// What every such file holds.
    interface Keyed {
        @Nullable
        List<?> keys();
    }

    /// Throws `IllegalArgumentException` that says what is wrong with it.
    static <T extends Keyed> T read(Path file, Class<T> shape) {
        try {
            T text = Json.mapper().readValue(Files.readAllBytes(file), shape);
            if (text.keys() == null) {
                throw new IllegalArgumentException(file + ": keys is missing");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException(file + " holds no keys", e);
        }
    }

    static void checkHash(Path file, String name, String sha256) {
        if (!sha256.matches(SHA256)) {
            throw new IllegalArgumentException(file + ": no SHA-256 in small letters: the key of " + name);
        }
    }
}
