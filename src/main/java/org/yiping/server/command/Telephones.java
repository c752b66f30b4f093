package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.server.gateway.Gateway;

/// Hands messages to the gateway and asks what became of them, each at most once at a time and not every second. Any
/// thread; a gateway may take its time, so it is spoken to on the executor.
///
/// A message whose fate is unknown keeps its id, so that handing it over again after a restart is not a second message.
final class Telephones {
    private static final Logger LOG = LoggerFactory.getLogger(Telephones.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Gateway gateway;
    private final Executor carriers;
    private final InstantSource clock;
    private final Set<String> underway = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

    Telephones(Gateway gateway, Executor carriers, InstantSource clock) {
        this.gateway = gateway;
        this.carriers = carriers;
        this.clock = clock;
    }

    /// Asks after what was `sent`, else hands over what is written then; `told` hears the answer.
    void carry(String id, boolean sent, Supplier<Gateway.Outcome> hand, Consumer<Gateway.Outcome> told) {
        Instant now = clock.instant();
        if (now.isBefore(notBefore.getOrDefault(id, Instant.MIN)) || !underway.add(id)) {
            return;
        }
        notBefore.put(id, now.plus(AGAIN));
        carriers.execute(() -> {
            try {
                told.accept(sent ? gateway.ask(id) : hand.get());
            } catch (RuntimeException e) {
                LOG.error("message {} was not carried", id, e);
            } finally {
                underway.remove(id);
            }
        });
    }

    /// One message by one channel to one number; no number is a failure like any other.
    Gateway.Outcome hand(Gateway.Message message) {
        String unserved = gateway.unserved(message.channel());
        if (!unserved.isEmpty()) {
            return new Gateway.Outcome.Failed(unserved);
        }
        return message.phone().isEmpty() ? new Gateway.Outcome.Failed("no-phone") : gateway.hand(message);
    }

    void forget(String id) {
        notBefore.remove(id);
    }
}
