package org.yiping.simulator.client;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Json;
import org.yiping.protocol.SignIn;

/// Signs people in when they first need it, and again when their token ends. Any thread; one sign-in a person at a
/// time.
final class Tokens {
    private static final Logger log = LoggerFactory.getLogger(Tokens.class);
    private static final int SPARE_SECONDS = 45;

    private final BiFunction<String, Object, Reply> post;
    private final InstantSource clock;
    private final Map<CityClient.As, Held> held = new ConcurrentHashMap<>();

    Tokens(BiFunction<String, Object, Reply> post, InstantSource clock) {
        this.post = post;
        this.clock = clock;
    }

    record Held(String token, String refresh, Instant until) {}

    /// Empty where the platform does not answer or does not let this person in.
    Optional<Held> of(CityClient.As as) {
        return Optional.ofNullable(held.compute(as, (k, old) -> {
            if (old != null && clock.instant().plusSeconds(SPARE_SECONDS).isBefore(old.until())) {
                return old;
            }
            Held fresh = old == null ? null : ask("/api/v1/sessions/refresh", new SignIn.Refresh(old.refresh()), as);
            return fresh != null ? fresh : ask("/api/v1/sessions", request(as), as);
        }));
    }

    void drop(CityClient.As as) {
        held.remove(as);
    }

    private static SignIn.Request request(CityClient.As as) {
        return new SignIn.Request(
                as.account().user(),
                as.account().password(),
                as.post(),
                "sim-" + as.account().user());
    }

    private @Nullable Held ask(String path, Object body, CityClient.As as) {
        return switch (post.apply(path, body)) {
            case Reply.Good good -> {
                SignIn.Answer a = Json.mapper().treeToValue(good.body(), SignIn.Answer.class);
                yield new Held(a.token(), a.refreshToken(), a.expiresAt());
            }
            case Reply.Bad bad -> {
                log.warn("{} was not let in: {} {}", as.account(), bad.status(), bad.code());
                yield null;
            }
            case Reply.Silence s -> null;
        };
    }
}
