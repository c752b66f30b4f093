package org.yiping.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Json;

/// The keys by which the hotline's switches tell of calls, and which of their extensions stands at which seat. Only
/// hashes are kept. Immutable; any thread.
public final class SwitchKeys {
    private static final String SHA256 = "[0-9a-f]{64}";

    private final Map<String, Key> bySecret;
    private final Map<String, SeatId> seats;

    /// One switch: what it is called, and the hash of its key (SHA-256, hexadecimal).
    private record Key(String name, String sha256) {}

    private record Text(List<Key> keys, @Nullable Map<String, SeatId> seats) {}

    private SwitchKeys(Map<String, Key> bySecret, Map<String, SeatId> seats) {
        this.bySecret = Map.copyOf(bySecret);
        this.seats = Map.copyOf(seats);
    }

    /// Reads `{"keys": [{"name": …, "sha256": …}], "seats": {"8001": "A3"}}`. Throws `IllegalArgumentException` that
    /// says what is wrong with it.
    public static SwitchKeys read(Path file) {
        Text text = text(file);
        Map<String, Key> keys = new HashMap<>();
        for (Key key : text.keys()) {
            if (key.name() == null || key.name().isBlank() || key.name().length() > 32 || key.sha256() == null) {
                throw new IllegalArgumentException(file + ": a key needs a name of at most 32 characters and sha256");
            }
            if (!key.sha256().matches(SHA256)) {
                throw new IllegalArgumentException(file + ": no SHA-256 in small letters: the key of " + key.name());
            }
            if (keys.put(key.sha256(), key) != null) {
                throw new IllegalArgumentException(file + ": a key twice: " + key.name());
            }
        }
        return new SwitchKeys(keys, text.seats() == null ? Map.of() : text.seats());
    }

    private static Text text(Path file) {
        try {
            Text text = Json.mapper().readValue(Files.readAllBytes(file), Text.class);
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

    /// The switch that was given this key, as the journal names it.
    public Optional<Actor> find(String key) {
        return Optional.ofNullable(bySecret.get(Passwords.sha256(key)))
                .map(k -> new Actor(new PersonId("switch:" + k.name()), new PostCode("switch"), new SeatId("hotline")));
    }

    /// The seat at which an extension stands; an extension nobody listed is a seat's own name.
    public SeatId seat(String extension) {
        SeatId seat = seats.get(extension);
        return seat == null ? new SeatId(extension) : seat;
    }
}
