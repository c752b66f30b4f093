package org.yiping.server.push;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Push;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Scope;

/// One connected client: reads the feed from its revision on and sends what this client may see. Its own thread runs
/// `run`; any thread may `end` it.
final class Client implements Runnable {
    static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration TELEMETRY = Duration.ofSeconds(1);
    /// Changes that come within this time go out in one frame.
    private static final Duration GATHERED = Duration.ofMillis(25);
    private static final int LARGEST_DELTA = 500;
    /// Where nothing is for this client, the revision alone is told no more often: most changes are for few.
    private static final Duration UPTO = Duration.ofMillis(500);

    private final Hub hub;
    private final Outlet outlet;
    private final Set<String> topics;
    private volatile Sight sight;
    /// Whether it knows something and has still the rights it came with.
    private boolean asItCame;
    /// What the client has been told; `looked` is what has been looked through for it.
    private volatile long last;
    private long looked;
    private long seenTick;
    /// The round of readings this client has been told; what was said before it came it asks for itself.
    private long seenRound;
    private Instant nextUpto = Instant.MIN;
    private Instant nextBeat = Instant.MIN;
    private Instant nextTelemetry = Instant.MIN;
    private final SeatNews seats;
    private volatile boolean ended;
    private volatile boolean stopping;
    private volatile @Nullable Instant sendingSince;
    private volatile @Nullable Thread thread;
    private volatile Principal principal;

    Client(Hub hub, Outlet outlet, Principal principal, Set<String> topics, long after) {
        this.hub = hub;
        this.outlet = outlet;
        this.principal = principal;
        this.topics = topics;
        this.last = after;
        this.looked = after;
        this.asItCame = after > 0;
        this.sight = new Sight(hub.access(), principal, topics, hub.telling());
        this.seats = new SeatNews(hub.seats());
        this.seenRound = hub.meters().ended();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            long now = hub.feed().revision();
            send(Frames.frame(new Push.Hello(hub.now(), now, 1, (int) HEARTBEAT.toSeconds())));
            if (last > now || now - last > Hub.LONGEST_REPLAY) {
                resync(last > now ? "unknown-revision" : "too-old");
                return;
            }
            if (sight.isUnmasked()) {
                hub.disclose(principal);
            }
            nextBeat = hub.now().plus(HEARTBEAT);
            while (!ended) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            hub.lost(e);
            outlet.cut(); // a line that only answers pings would be taken for a quiet city
        } finally {
            hub.left(this);
        }
    }

    private void turn() throws InterruptedException {
        boolean news = hub.feed().await(looked, untilDue().toMillis());
        if (ended) {
            return;
        }
        if (stopping) {
            bye("stopping", 2);
            return;
        }
        Optional<Principal> current = hub.principal(principal.session());
        if (current.isEmpty()) {
            bye("signed-out", 0);
            return;
        }
        principal = current.get();
        if (news) {
            if (hub.isCalm(looked)) {
                hub.pause(GATHERED);
            }
            sendNews();
        } else if (looked > last && !hub.now().isBefore(nextUpto)) {
            tell(looked, hub.now(), List.of());
        }
        sendTelemetry();
        if (!hub.now().isBefore(nextBeat)) {
            send(Frames.frame(new Push.Heartbeat(hub.now(), last)));
            nextBeat = hub.now().plus(HEARTBEAT);
        }
    }

    private Duration untilDue() {
        Instant due = isMoved() && nextTelemetry.isBefore(nextBeat) ? nextTelemetry : nextBeat;
        if (seats.isDue(sight) && seats.next().isBefore(due)) {
            due = seats.next();
        }
        if (looked > last && nextUpto.isBefore(due)) {
            due = nextUpto;
        }
        Duration left = Duration.between(hub.now(), due);
        return left.isNegative() ? Duration.ofMillis(1) : min(left.plusMillis(1), TELEMETRY);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private void sendNews() {
        List<Entry> entries = hub.feed().after(looked, LARGEST_DELTA);
        if (entries.isEmpty()) {
            return;
        }
        List<Sight.Seen> changes = new ArrayList<>();
        boolean same = sight.isOf(principal);
        if (same && asItCame && entries.stream().anyMatch(this::changesItsPerson)) {
            // its rights became what they are while it was away: what it knows is of those before
            resync("rights");
            return;
        }
        asItCame &= same;
        Sight next = same ? sight : new Sight(hub.access(), principal, topics, hub.telling());
        if (!next.isAsWideAs(sight)) {
            Optional<List<Sight.Seen>> moved = hub.moves().between(sight, next);
            if (moved.isEmpty()) {
                resync("rights");
                return;
            }
            changes.addAll(moved.get());
            seenTick = 0; // whoever stands still in the new areas is told once, too
            seenRound = 0;
        }
        sight = next;
        for (Entry e : entries) {
            changes.addAll(hub.moves().of(e, sight));
            if (sight.isUnmasked(e)) {
                hub.disclose(principal, e.change().id());
            }
        }
        looked = entries.getLast().revision();
        if (!changes.isEmpty() || !hub.now().isBefore(nextUpto)) {
            tell(looked, entries.getFirst().at(), changes);
        }
    }

    private boolean changesItsPerson(Entry entry) {
        return entry.change().kind().equals(Kinds.PERSON)
                && entry.change().id().equals(principal.person().id().value())
                && entry.before() != null;
    }

    private void tell(long upto, Instant at, List<Sight.Seen> changes) {
        send(Frames.delta(last, upto, at, changes));
        last = upto;
        nextUpto = hub.now().plus(UPTO);
        nextBeat = hub.now().plus(HEARTBEAT);
    }

    private boolean isMoved() {
        return sight.takes("telemetry") && hub.board().tick() > seenTick;
    }

    private boolean isRead() {
        return sight.takes(Kinds.READING) && hub.meters().ended() > seenRound;
    }

    /// Places, readings and seats: of each the newest alone.
    private void sendTelemetry() {
        if (isMoved() && !hub.now().isBefore(nextTelemetry)) {
            long tick = hub.board().tick();
            List<FieldUnit> moved = hub.board().after(seenTick, sight.reach("telemetry"));
            seenTick = tick;
            nextTelemetry = hub.now().plus(TELEMETRY);
            if (!moved.isEmpty()) {
                send(Frames.frame(new Push.Telemetry(moved)));
            }
        }
        if (isRead()) {
            long ended = hub.meters().ended();
            hub.meters().frames(seenRound, ended, sight.reach(Kinds.READING)).forEach(this::send);
            seenRound = ended;
        }
        if (seats.isDue(sight) && !hub.now().isBefore(seats.next())) {
            seats.frame(sight, hub.now()).ifPresent(this::send);
        }
    }

    private void send(String frame) {
        sendingSince = hub.now();
        outlet.send(frame);
        sendingSince = null;
    }

    private void resync(String reason) {
        send(Frames.frame(new Push.Resync(reason, hub.feed().revision())));
        bye("resync", 0);
    }

    private void bye(String reason, int retryAfter) {
        ended = true;
        send(Frames.frame(new Push.Bye(reason, retryAfter)));
        outlet.close(reason);
    }

    /// How long the frame under way has been waiting for the client to read.
    Duration blocked(Instant now) {
        Instant since = sendingSince;
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }

    /// Whether this is a terminal of the department that has been sent everything up to a revision.
    boolean has(DepartmentId department, long revision) {
        return last >= revision
                && !ended
                && sight.takes(Kinds.CASE)
                && hub.access().isTerminal(principal.post())
                && department.equals(principal.person().department());
    }

    /// The seat, where it is one of this post that sees what lies in the scope.
    Optional<SeatId> seat(PostCode post, Scope scope) {
        Sight seen = sight;
        boolean sits = !ended
                && principal.post().equals(post)
                && seen.takes(Kinds.CASE)
                && seen.reach(Kinds.CASE).sees(scope);
        return sits ? Optional.of(principal.actor().seat()) : Optional.empty();
    }

    /// The client closed, or the server stops.
    void end() {
        ended = true;
        hub.feed().wake();
    }

    /// Says goodbye as soon as what is under way has been read.
    void stop() {
        stopping = true;
        hub.feed().wake();
    }

    /// Breaks the connection under a `send` the client does not read.
    void cut() {
        ended = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        outlet.cut(); // the send may have ended just now: a line that only answers pings is left
    }
}
