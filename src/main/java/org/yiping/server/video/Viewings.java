package org.yiping.server.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;

/// Who watches what of a source's sessions (媒体会话): a source may give one session to several, so it is stopped when
/// the last of them has ended. Any thread; `play` waits for the source, `end` and `beat` for nobody.
///
/// While a session of a camera is being stopped, whoever asks for the camera waits, and while somebody is asking none
/// is stopped: else a source could give away what it is told to end. What a console left behind is ended when its
/// sign-in is over. When the server stops nothing is ended: sources end by themselves what nobody reads.
public final class Viewings {
    /// Of an address that expired so long ago nobody says any more whether it is watched.
    static final Duration KEPT = Duration.ofDays(1);
    /// A stop that failed is tried once more after so long.
    static final Duration AGAIN = Duration.ofMinutes(1);
    /// How often it is looked for what was left behind.
    static final Duration SWEEP = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Viewings.class);

    private final InstantSource clock;
    private final Executor threads;
    private final Predicate<String> signedIn;
    private final Map<String, Viewing> viewings = new HashMap<>();
    private final Map<Session, Watched> sessions = new HashMap<>();
    private final Map<Place, Gate> gates = new HashMap<>();
    private final Map<Session, Failed> failed = new HashMap<>();
    private Instant swept = Instant.MIN;

    /// Who watches, and by which sign-in.
    public record Watcher(Actor by, String signIn) {}

    /// An answered question; `viewing` is the name to end it by, absent where nothing has to be stopped.
    public record Given(
            VideoSource.Address address, @Nullable String viewing) {}

    private record Place(VideoSource source, CameraId camera) {}

    private record Session(Place at, String name) {}

    private record Viewing(Session session, Watcher who, Instant until) {}

    /// What nobody watches any more; `last` where it is not tried again.
    private record Idle(Session session, VideoSource.Address address, boolean last) {}

    private record Failed(VideoSource.Address address, Instant due) {}

    private static final class Watched {
        private final VideoSource.Address address;
        private int viewings;
        /// Some are no longer counted and may watch all the same: it is the source's to end.
        private boolean lost;

        Watched(VideoSource.Address address) {
            this.address = address;
        }
    }

    /// One camera's order of asking and stopping.
    private static final class Gate {
        private final Deque<Idle> idle = new ArrayDeque<>();
        private int asking;
        private boolean stopping;
    }

    /// `signedIn` knows whether a sign-in is in force.
    public Viewings(InstantSource clock, Executor threads, Predicate<String> signedIn) {
        this.clock = clock;
        this.threads = threads;
        this.signedIn = signedIn;
    }

    /// Asks for an address of this camera. What the source says against it is thrown as it is.
    public Given play(VideoSource source, CameraId camera, Watcher who, Supplier<VideoSource.Address> asking) {
        Place at = new Place(source, camera);
        Gate gate = enter(at);
        VideoSource.Address address;
        boolean heard = false;
        try {
            address = asking.get();
            heard = true;
        } finally {
            if (!heard) {
                leave(at, gate);
            }
        }
        return answered(at, gate, who, address);
    }

    private synchronized Gate enter(Place at) {
        Gate gate = gates.computeIfAbsent(at, _ -> new Gate());
        gate.asking++; // before it waits, so that no other stop goes first
        try {
            while (gate.stopping) {
                wait();
            }
            return gate;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leave(at, gate);
            throw new VideoFault("silent");
        }
    }

    private synchronized void leave(Place at, Gate gate) {
        gate.asking--;
        stopNext(at, gate);
    }

    private synchronized Given answered(Place at, Gate gate, Watcher who, VideoSource.Address address) {
        String name = address.session();
        String viewing = null;
        if (name != null) {
            Session session = new Session(at, name);
            viewing = UUID.randomUUID().toString();
            Instant until = address.expiresAt() == null ? clock.instant() : address.expiresAt();
            viewings.put(viewing, new Viewing(session, who, until.plus(KEPT)));
            sessions.computeIfAbsent(session, _ -> new Watched(address)).viewings++;
            gate.idle.removeIf(i -> i.session().equals(session));
            failed.remove(session);
        }
        leave(at, gate);
        return new Given(address, viewing);
    }

    /// False where it is somebody else's, or of another camera. One that has ended, and one nobody knows of, is ended.
    public synchronized boolean end(String camera, String viewing, Actor by) {
        Viewing one = viewings.get(viewing);
        if (one == null) {
            return true;
        }
        Actor began = one.who().by();
        boolean own = began.person().equals(by.person()) && began.seat().equals(by.seat());
        if (!own || !one.session().at().camera().value().equals(camera)) {
            return false;
        }
        viewings.remove(viewing);
        release(one.session(), false);
        return true;
    }

    private void release(Session session, boolean lost) {
        Watched watched = sessions.get(session);
        if (watched == null) {
            return;
        }
        watched.lost |= lost;
        watched.viewings--;
        if (watched.viewings == 0) {
            sessions.remove(session);
            if (!watched.lost) {
                idle(new Idle(session, watched.address, false));
            }
        }
    }

    private void idle(Idle one) {
        Place at = one.session().at();
        Gate gate = gates.computeIfAbsent(at, _ -> new Gate());
        gate.idle.add(one);
        stopNext(at, gate);
    }

    private void stopNext(Place at, Gate gate) {
        if (gate.asking > 0 || gate.stopping) {
            return;
        }
        Idle next = gate.idle.poll();
        if (next == null) {
            gates.remove(at, gate);
            return;
        }
        gate.stopping = true;
        try {
            threads.execute(() -> stop(at, gate, next));
        } catch (RejectedExecutionException e) { // the server is stopping
            gate.stopping = false;
            notifyAll();
        }
    }

    private void stop(Place at, Gate gate, Idle one) {
        String fault = "silent"; // whatever else went wrong
        try {
            at.source().stop(at.camera(), one.address());
            fault = "";
        } catch (VideoFault e) {
            fault = e.code().equals("unknown") ? "" : e.code(); // it has ended by itself
        } finally {
            stopped(at, gate, one, fault);
        }
    }

    private synchronized void stopped(Place at, Gate gate, Idle one, String fault) {
        gate.stopping = false;
        notifyAll();
        if (!fault.isEmpty()) {
            boolean again = !one.last() && !fault.equals("refused"); // refused credentials are no second try's to send
            LOG.warn(
                    "{} did not end a session of camera {} that nobody watches ({}){}",
                    at.source().name(),
                    at.camera().value(),
                    fault,
                    again ? "" : "; it is left to end by itself");
            if (again) {
                failed.put(
                        one.session(), new Failed(one.address(), clock.instant().plus(AGAIN)));
            }
        }
        stopNext(at, gate);
    }

    /// Tries again what failed, and ends what was left behind. To be called every second or so.
    public void beat() {
        Set<String> signIns;
        synchronized (this) {
            Instant now = clock.instant();
            List<Map.Entry<Session, Failed>> due = failed.entrySet().stream()
                    .filter(e -> !now.isBefore(e.getValue().due()))
                    .map(e -> Map.entry(e.getKey(), e.getValue()))
                    .toList();
            for (Map.Entry<Session, Failed> one : due) {
                failed.remove(one.getKey());
                idle(new Idle(one.getKey(), one.getValue().address(), true));
            }
            if (swept.isAfter(now.minus(SWEEP))) {
                return;
            }
            swept = now;
            signIns = new HashSet<>();
            viewings.values().forEach(v -> signIns.add(v.who().signIn()));
        }
        signIns.removeIf(signedIn); // may take a while: not under the lock
        sweep(signIns);
    }

    private synchronized void sweep(Set<String> over) {
        Instant now = clock.instant();
        for (Map.Entry<String, Viewing> e : List.copyOf(viewings.entrySet())) {
            Viewing one = e.getValue();
            boolean left = over.contains(one.who().signIn());
            if (left || !now.isBefore(one.until())) {
                viewings.remove(e.getKey());
                release(one.session(), !left);
            }
        }
    }
}
