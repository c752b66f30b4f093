package org.yiping.server.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What sources were asked and have not done yet: asked after until it is done, has failed, or is too late. Each
/// ticket is told of once, and who asked may look at it by a name of its own until some minutes after it ended. Any
/// thread; `beat` is called once a second and waits for nobody.
public final class Tickets {
    /// What takes longer will not be done any more.
    public static final Duration PATIENCE = Duration.ofMinutes(1);
    /// So long what became of it can be looked at.
    static final Duration KEPT = Duration.ofMinutes(2);

    static final String LATE = "late";

    private final InstantSource clock;
    private final Executor threads;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(VideoSource.Told told, Instant until) {}

    /// One that is waited for; `busy` while somebody asks, so that a silent source is asked once at a time.
    private record Waiting(
            @Nullable VideoSource source,
            String ticket,
            String use,
            Instant until,
            Consumer<VideoSource.Told> then,
            AtomicBoolean busy) {}

    public Tickets(InstantSource clock, Executor threads) {
        this.clock = clock;
        this.threads = threads;
    }

    /// `then` is called once, on a thread of the executor. The answer is a name nobody guesses, for `became`.
    public String follow(VideoSource source, String ticket, Consumer<VideoSource.Told> then) {
        return follow(source, ticket, PATIENCE, then);
    }

    /// Where less patience is due.
    String follow(VideoSource source, String ticket, Duration patience, Consumer<VideoSource.Told> then) {
        String use = UUID.randomUUID().toString();
        Instant until = clock.instant().plus(patience);
        known.put(use, new Known(VideoSource.Told.pending(ticket), until.plus(KEPT)));
        waiting.add(new Waiting(source, ticket, use, until, then, new AtomicBoolean()));
        return use;
    }

    /// What became of it so far; nothing of what nobody asked for, and of what ended minutes ago.
    public Optional<VideoSource.Told> became(String use) {
        return Optional.ofNullable(known.get(use)).map(Known::told);
    }

    /// Of one whose ticket was lost when the platform stopped: it ends as too late.
    public void lost(Instant asked, Consumer<VideoSource.Told> then) {
        waiting.add(new Waiting(null, "", "", asked.plus(PATIENCE), then, new AtomicBoolean()));
    }

    /// Asks after what is open.
    public void beat() {
        known.values().removeIf(k -> !clock.instant().isBefore(k.until()));
        for (Waiting one : waiting) {
            VideoSource source = one.source();
            if (!clock.instant().isBefore(one.until())) {
                threads.execute(() -> end(one, VideoSource.Told.failed(LATE)));
            } else if (source != null && one.busy().compareAndSet(false, true)) {
                threads.execute(() -> ask(one, source));
            }
        }
    }

    private void ask(Waiting one, VideoSource source) {
        try {
            VideoSource.Told told = source.ask(one.ticket());
            if (!told.state().equals(VideoSource.Told.PENDING)) {
                end(one, told);
            }
        } catch (VideoFault e) {
            if (!e.code().equals("silent")) { // silence may end
                end(one, VideoSource.Told.failed(e.code()));
            }
        } finally {
            one.busy().set(false);
        }
    }

    private void end(Waiting one, VideoSource.Told told) {
        if (waiting.remove(one)) {
            known.computeIfPresent(one.use(), (_, k) -> new Known(told, k.until()));
            one.then().accept(told);
        }
    }
}
