package org.yiping.server.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.access.Sessions;
import org.yiping.server.data.Disclosures;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.seat.Seats;

/// Everybody who listens: clients come and go, entries go to all of them, and one that does not read is cut so that it
/// never slows the others. Any thread.
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    /// Older than this many revisions, a snapshot is cheaper than a replay.
    static final long LONGEST_REPLAY = 100_000;
    private static final Duration GOODBYE = Duration.ofMillis(500);
    /// A client that reads nothing for so long is cut.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Access access;
    private final Sessions sessions;
    private final Feed feed;
    private final Moves moves;
    private final Telemetry telemetry;
    private final Seats seats;
    private final Tools tools;
    private final Telling telling = new Telling();
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    /// What the hub works with: time, threads, and where disclosures are written.
    public record Tools(
            InstantSource clock, Executor threads, ScheduledExecutorService ticker, Disclosures disclosures) {}

    /// Where the hub reads.
    public record Sources(JournalReader journal, Rows rows, long revision) {}

    /// What is told without standing in the journal.
    public record Telemetry(Board board, Meters meters) {}

    public Hub(Access access, Sessions sessions, Sources sources, Telemetry telemetry, Seats seats, Tools tools) {
        this.access = access;
        this.sessions = sessions;
        this.feed = new Feed(sources.journal(), sources.revision());
        this.moves = new Moves(sources.rows());
        this.telemetry = telemetry;
        this.seats = seats;
        this.tools = tools;
        var _ = tools.ticker().scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /// Entries as they were written, in order.
    public void publish(List<Entry> entries) {
        feed.add(entries);
    }

    /// Connects a client; the answer ends it when the connection closes. No topics means all.
    public Runnable connect(Principal principal, Outlet outlet, Set<String> topics, long after) {
        Client client = new Client(this, outlet, principal, topics, after);
        clients.add(client);
        tools.threads().execute(client);
        return client::end;
    }

    /// How many listen.
    public int clients() {
        return clients.size();
    }

    /// Whether a terminal of the department has been sent everything up to a revision.
    public boolean terminalHas(DepartmentId department, long revision) {
        return clients.stream().anyMatch(c -> c.has(department, revision));
    }

    /// The seats of a post that are on the line and see what lies in this scope.
    public List<SeatId> seats(PostCode post, Scope scope) {
        return clients.stream()
                .flatMap(c -> c.seat(post, scope).stream())
                .distinct()
                .toList();
    }

    private void tick() {
        Instant now = now();
        seats.beat();
        telemetry.meters().beat();
        for (Client client : clients) {
            if (client.blocked(now).compareTo(PATIENCE) > 0) {
                LOG.info("a client that does not read is cut");
                client.cut();
            }
        }
        if (!clients.isEmpty()) {
            feed.wake(); // telemetry and ended sessions are looked at once a second
        }
    }

    Access access() {
        return access;
    }

    Feed feed() {
        return feed;
    }

    Moves moves() {
        return moves;
    }

    Telling telling() {
        return telling;
    }

    Board board() {
        return telemetry.board();
    }

    Meters meters() {
        return telemetry.meters();
    }

    Seats seats() {
        return seats;
    }

    Instant now() {
        return tools.clock().instant();
    }

    Optional<Principal> principal(String session) {
        return sessions.current(session);
    }

    /// Whether a client is so close to the end that waiting a little gathers more into one frame.
    boolean isCalm(long revision) {
        return feed.revision() - revision < 200;
    }

    void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    void disclose(Principal who) {
        disclose(who, "*", 0);
    }

    /// Of one call.
    void disclose(Principal who, String call) {
        disclose(who, call, 1);
    }

    private void disclose(Principal who, String subject, int amount) {
        tools.disclosures().add(new Disclosures.Disclosure(now(), who.actor(), "GET /api/v1/stream", subject, amount));
    }

    void left(Client client) {
        clients.remove(client);
    }

    /// A connection that breaks is everyday: the client resumes from its revision.
    void lost(RuntimeException e) {
        LOG.debug("a client is gone", e);
    }

    /// Says goodbye to everybody and waits a moment for those who read.
    @Override
    public void close() {
        clients.forEach(Client::stop);
        Instant until = now().plus(GOODBYE);
        while (!clients.isEmpty() && now().isBefore(until)) {
            pause(Duration.ofMillis(5));
        }
        clients.forEach(Client::cut);
    }
}
