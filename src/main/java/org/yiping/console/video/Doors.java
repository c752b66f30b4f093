package org.yiping.console.video;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Whether the machines behind streams that are waited for answer again. Any thread; is given the time.
///
/// After a long outage a stream's next try is half a minute away, and a decoder opened more often, for each of fifty
/// cameras behind one switch, is what the wait is there to spare. So one connection a machine and port is tried every
/// two seconds, as long as anybody waits for it, and closed again: when it was refused before and is taken now, all who
/// wait try their streams at once.
final class Doors {
    static final Duration EVERY = Duration.ofSeconds(2);
    private static final int PATIENCE_MILLIS = 1000;
    private static final Map<String, Integer> USUAL_PORTS = Map.of("rtsp", 554, "http", 80, "https", 443);

    /// Tries a connection. Called on a worker; may take a second.
    interface Knock {
        boolean opens(InetSocketAddress place);
    }

    private final Executor workers;
    private final Knock knock;
    private final Map<String, Door> doors = new HashMap<>();

    private static final class Door {
        private Instant next;
        private boolean knocking;
        private boolean shut;
        private @Nullable Instant opened;

        Door(Instant now) {
            next = now;
        }
    }

    Doors(Executor workers, Knock knock) {
        this.workers = workers;
        this.knock = knock;
    }

    /// Whether the machine behind this address has begun to answer since this moment. Asked again and again by who
    /// waits; false where the address names no machine.
    boolean haveOpened(String url, Instant since, Instant now) {
        return place(url).filter(p -> hasOpened(p, since, now)).isPresent();
    }

    private synchronized boolean hasOpened(InetSocketAddress place, Instant since, Instant now) {
        Door door = doors.computeIfAbsent(place.toString(), _ -> new Door(now));
        if (!door.knocking && !now.isBefore(door.next)) {
            door.knocking = true;
            door.next = now.plus(EVERY);
            workers.execute(() -> heard(door, now, knock.opens(place)));
        }
        return door.opened != null && door.opened.isAfter(since);
    }

    private synchronized void heard(Door door, Instant asked, boolean opens) {
        door.knocking = false;
        // A machine that answered before has not come back: what is wrong with its streams is something else.
        if (opens && door.shut) {
            door.opened = asked;
        }
        door.shut = !opens;
    }

    private static Optional<InetSocketAddress> place(String url) {
        try {
            URI uri = URI.create(Login.without(url));
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            int port = uri.getPort() < 0 ? USUAL_PORTS.getOrDefault(uri.getScheme(), -1) : uri.getPort();
            return port < 0 ? Optional.empty() : Optional.of(InetSocketAddress.createUnresolved(uri.getHost(), port));
        } catch (IllegalArgumentException _) { // what no address is, no machine is behind
            return Optional.empty();
        }
    }

    /// Over the network.
    static boolean connects(InetSocketAddress place) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.getHostString(), place.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
