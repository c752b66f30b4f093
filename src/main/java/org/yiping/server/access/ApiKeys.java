package org.yiping.server.access;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Directory;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// The keys by which apps of others report, each with the person of this city, in one of their posts, as whom it does.
/// Only hashes are kept. Rights are looked up at every use: an app whose person has lost the post reports no more.
/// Immutable; any thread.
public final class ApiKeys {
    private final Map<String, App> bySecret;
    private final Directory directory;

    /// One app: what it is called, the hash of its key (SHA-256, hexadecimal), and as whom it reports.
    private record App(String name, String sha256, PersonId person, PostCode post) {}

    private record Text(List<App> keys) implements KeyFile.Keyed {}

    private ApiKeys(Map<String, App> bySecret, Directory directory) {
        this.bySecret = Map.copyOf(bySecret);
        this.directory = directory;
    }

    /// Reads `{"keys": [{"name": …, "sha256": …, "person": …, "post": …}]}`. Throws `IllegalArgumentException` that
    /// says what is wrong with it.
    public static ApiKeys read(Path file, Directory directory) {
        Map<String, App> apps = new HashMap<>();
        for (App app : KeyFile.read(file, Text.class).keys()) {
            if (app.name() == null || app.sha256() == null || app.person() == null || app.post() == null) {
                throw new IllegalArgumentException(file + ": a key needs name, sha256, person and post");
            }
            KeyFile.checkHash(file, app.name(), app.sha256());
            if (principal(app, directory).isEmpty()) {
                throw new IllegalArgumentException(file + ": nobody is "
                        + app.person().value() + " in the post " + app.post().value() + ": the key of " + app.name());
            }
            if (apps.put(app.sha256(), app) != null) {
                throw new IllegalArgumentException(file + ": a key twice: " + app.name());
            }
        }
        return new ApiKeys(apps, directory);
    }

    /// As whom this key reports; empty if nobody was given it, or the person has lost the post.
    public Optional<Principal> find(String key) {
        App app = bySecret.get(Passwords.sha256(key));
        return app == null ? Optional.empty() : principal(app, directory);
    }

    /// Who answers for what in this city.
    public Directory directory() {
        return directory;
    }

    private static Optional<Principal> principal(App app, Directory directory) {
        return directory
                .person(app.person())
                .filter(p -> p.posts().contains(app.post()))
                .map(p -> new Principal("app:" + app.name(), new Actor(p.id(), app.post(), new SeatId("open311")), p));
    }
}
