package org.yiping.console.link;

// long because connecting, listening, pinging and waiting are one line of states

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Json;
import org.yiping.protocol.Problem;
import org.yiping.protocol.Push;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidTypeIdException;

/// The line of frames: connects, listens for silence, reconnects with backoff, for as long as the session
/// lives.
///
/// State is confined to the timer thread; only `Receiver` runs on the network's threads. A `WINDOW` of
/// frames is asked for at first and one more after each applied: the platform is held back, and yet a
/// batch can form.
final class PushLine implements AutoCloseable {
    static final int WINDOW = 256;
    private static final Logger LOG = LoggerFactory.getLogger(PushLine.class);
    private static final int UNANSWERED_PINGS = 3;
    private static final int FIRST_HEARTBEAT_SECONDS = 5;

    private final Dialer dialer;
    private final PushHandler handler;
    private final LinkEvents events;
    private final Backoff backoff;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final Duration pingEvery;
    private final ClockOffset offsets = new ClockOffset();
    private final AtomicInteger unapplied = new AtomicInteger();
    private final AtomicInteger generation = new AtomicInteger();
    private volatile Dialer.@Nullable Wire wire;
    private volatile Instant heard;
    private Instant since;
    private Instant pinged;
    private @Nullable ScheduledFuture<?> ticking;
    private String reason = "starting";
    private int heartbeatSeconds = FIRST_HEARTBEAT_SECONDS;
    private long roundTripMillis = -1;
    private int unanswered;
    /// Pings since anything was heard.
    private int deaf;
    private Instant lastPinged = Instant.MIN;
    private boolean answersPings;
    private boolean live;
    private boolean closed;

    PushLine(
            Dialer dialer,
            PushHandler handler,
            LinkEvents events,
            Backoff backoff,
            LinkTools tools,
            Duration pingEvery) {
        this.dialer = dialer;
        this.handler = handler;
        this.events = events;
        this.backoff = backoff;
        this.timer = tools.scheduler();
        this.clock = tools.clock();
        this.pingEvery = pingEvery;
        this.heard = clock.instant();
        this.since = heard;
        this.pinged = heard;
    }

    void start() {
        timer.execute(() -> {
            long every = pingEvery.toMillis();
            ticking = timer.scheduleAtFixedRate(this::tick, every, every, TimeUnit.MILLISECONDS);
            connect();
        });
    }

    /// Ends the line; no frame is handed on after it returned and the timer ran.
    @Override
    public void close() {
        timer.execute(() -> {
            closed = true;
            generation.incrementAndGet();
            if (ticking != null) {
                ticking.cancel(false);
            }
            abort();
            events.lost(clock.instant(), null, "closed");
        });
    }

    private void connect() {
        if (closed) {
            return;
        }
        int mine = generation.incrementAndGet();
        events.lost(since, null, reason);
        handler.resume()
                .whenComplete((answer, e) -> timer.execute(() -> {
                    if (mine == generation.get()) {
                        resumed(mine, e == null && answer != null ? answer : new Answer.Unreachable<>("cut"));
                    }
                }));
    }

    private void resumed(int mine, Answer<Long> answer) {
        switch (answer) {
            case Answer.Ok<Long>(Long after) -> dial(mine, after);
            case Answer.Refused<Long>(Problem problem) -> again(refusal(problem), Duration.ZERO);
            case Answer.Unreachable<Long>(String why) -> again(why, Duration.ZERO);
        }
    }

    private void dial(int mine, long after) {
        dialer.dial(after, new Receiver(mine))
                .whenComplete((answer, e) -> timer.execute(() -> {
                    if (mine != generation.get()) {
                        if (answer instanceof Answer.Ok<Dialer.Wire>(Dialer.Wire late)) {
                            late.abort();
                        }
                        return;
                    }
                    switch (e == null && answer != null ? answer : new Answer.Unreachable<Dialer.Wire>("cut")) {
                        case Answer.Ok<Dialer.Wire>(Dialer.Wire opened) -> {
                            wire = opened;
                            heard = clock.instant();
                            unapplied.set(0);
                            unanswered = 0;
                            opened.ask(WINDOW);
                            ping(opened);
                        }
                        case Answer.Refused<Dialer.Wire>(Problem problem) -> again(refusal(problem), Duration.ZERO);
                        case Answer.Unreachable<Dialer.Wire>(String why) -> again(why, Duration.ZERO);
                    }
                }));
    }

    private static String refusal(Problem problem) {
        return problem.status() == 401 || problem.status() == 403 ? "refused" : "unreachable";
    }

    private void drop(int mine, String why, Duration atLeast) {
        if (mine == generation.get() && !closed) {
            LOG.info("stream left: {}", why);
            again(why, atLeast);
        }
    }

    private void again(String why, Duration atLeast) {
        generation.incrementAndGet();
        abort();
        if (live) {
            since = clock.instant();
        }
        live = false;
        reason = why;
        Duration wait = backoff.next();
        wait = wait.compareTo(atLeast) < 0 ? atLeast : wait;
        events.lost(since, clock.instant().plus(wait), why);
        int mine = generation.get();
        var _ = timer.schedule(
                () -> {
                    if (mine == generation.get()) {
                        connect();
                    }
                },
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void abort() {
        Dialer.Wire last = wire;
        wire = null;
        if (last != null) {
            last.abort();
        }
    }

    private void tick() {
        Dialer.Wire open = wire;
        // Frames not yet applied are this console's slowness, not the platform's silence.
        if (open == null || unapplied.get() >= WINDOW) {
            return;
        }
        Instant now = clock.instant();
        if (heard.isAfter(now)) {
            heard = now; // a clock that was put back must not hide a silence until it has caught up
        }
        Duration silence = Duration.between(heard, now);
        if (silence.compareTo(Duration.ofSeconds(4L * heartbeatSeconds)) > 0) {
            drop(generation.get(), "silent", Duration.ZERO);
        } else if (silence.compareTo(Duration.ofSeconds(2L * heartbeatSeconds)) > 0) {
            events.late(heard);
            live = false;
        } else if (answersPings && unanswered >= UNANSWERED_PINGS && deaf >= UNANSWERED_PINGS) {
            // an answer may wait behind hundreds of frames, each of which says that the line lives
            drop(generation.get(), "silent", Duration.ZERO);
        } else {
            ping(open);
        }
    }

    /// Pings measure the round trip and notice a dead connection well before the heartbeats do: the JDK's
    /// client sometimes does not tell when the other side went right after a frame.
    private void ping(Dialer.Wire open) {
        Instant now = clock.instant();
        if (unanswered == 0) {
            pinged = now;
        }
        unanswered++;
        deaf = heard.isAfter(lastPinged) ? 1 : deaf + 1;
        lastPinged = now;
        open.ping();
    }

    private void told(Push frame, Instant at) {
        switch (frame) {
            case Push.Hello hello -> {
                heartbeatSeconds = Math.max(1, hello.heartbeatSeconds());
                events.offset(offsets.sample(hello.serverTime(), at, roundTripMillis));
            }
            case Push.Heartbeat beat -> {
                backoff.reset();
                events.offset(offsets.sample(beat.at(), at, roundTripMillis));
            }
            case Push.Delta _, Push.Telemetry _, Push.Readings _, Push.Seats _ -> backoff.reset();
            case Push.Resync _, Push.Bye _ -> {}
        }
        if (!live && !(frame instanceof Push.Resync || frame instanceof Push.Bye)) {
            live = true;
            since = at;
            events.live(roundTripMillis, since);
        }
    }

    /// One connection's frames.
    private final class Receiver implements Dialer.Listener {
        private final int mine;

        Receiver(int mine) {
            this.mine = mine;
        }

        @Override
        public void text(String text) {
            if (mine != generation.get()) {
                return;
            }
            Instant at = clock.instant();
            heard = at;
            Push frame;
            try {
                frame = Json.mapper().readValue(text, Push.class);
            } catch (InvalidTypeIdException _) {
                ask(); // a newer platform's frame
                return;
            } catch (JacksonException _) {
                leave("garbled", Duration.ZERO);
                return;
            }
            timer.execute(() -> {
                if (mine == generation.get()) {
                    told(frame, at);
                }
            });
            if (frame instanceof Push.Bye(String why, int retryAfter)) {
                LOG.info("the platform says bye: {}", why);
                leave("cut", Duration.ofSeconds(Math.clamp(retryAfter, 0, 300)));
                return;
            }
            unapplied.incrementAndGet();
            handler.frame(frame).whenComplete((verdict, e) -> {
                unapplied.decrementAndGet();
                if (verdict == Verdict.NEXT) {
                    ask();
                } else {
                    leave(e == null ? "gap" : "cut", Duration.ZERO);
                }
            });
        }

        private void ask() {
            Dialer.Wire open = wire;
            if (open != null && mine == generation.get()) {
                open.ask(1);
            }
        }

        private void leave(String why, Duration atLeast) {
            timer.execute(() -> drop(mine, why, atLeast));
        }

        @Override
        public void pong() {
            Instant at = clock.instant();
            timer.execute(() -> {
                if (mine == generation.get()) {
                    answersPings = true;
                    unanswered = 0;
                    roundTripMillis = Duration.between(pinged, at).toMillis();
                    if (live) {
                        events.live(roundTripMillis, since);
                    }
                }
            });
        }

        @Override
        public void closed(String why) {
            leave(why, Duration.ZERO);
        }
    }
}
