package org.yiping.server.access;

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

/// The keys by which the hotline's switches tell of calls, and which of their extensions stands at which seat. Only
/// hashes are kept. Immutable; any thread.
public final class SwitchKeys {
    private final Map<String, Key> bySecret;
    private final Map<String, SeatId> seats;

    /// One switch: what it is called, and the hash of its key (SHA-256, hexadecimal).
    private record Key(String name, String sha256) {}

    private record Text(List<Key> keys, @Nullable Map<String, SeatId> seats) implements KeyFile.Keyed {}

    private SwitchKeys(Map<String, Key> bySecret, Map<String, SeatId> seats) {
        this.bySecret = Map.copyOf(bySecret);
        this.seats = Map.copyOf(seats);
    }

    /// Reads `{"keys": [{"name": …, "sha256": …}], "seats": {"8001": "A3"}}`. Throws `IllegalArgumentException` that
    /// says what is wrong with it.
    public static SwitchKeys read(Path file) {
        Text text = KeyFile.read(file, Text.class);
        Map<String, Key> keys = new HashMap<>();
        for (Key key : text.keys()) {
            if (key.name() == null || key.name().isBlank() || key.name().length() > 32 || key.sha256() == null) {
                throw new IllegalArgumentException(file + ": a key needs a name of at most 32 characters and sha256");
            }
            KeyFile.checkHash(file, key.name(), key.sha256());
            if (keys.put(key.sha256(), key) != null) {
                throw new IllegalArgumentException(file + ": a key twice: " + key.name());
            }
        }
        return new SwitchKeys(keys, text.seats() == null ? Map.of() : text.seats());
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
