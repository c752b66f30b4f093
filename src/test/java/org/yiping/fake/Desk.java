package org.yiping.fake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.Note;
import org.yiping.console.cache.Opening;
import org.yiping.console.cache.Owner;
import org.yiping.console.link.Link;
import org.yiping.console.link.LinkSettings;
import org.yiping.console.link.LinkTools;
import org.yiping.console.map.PointLayer;
import org.yiping.console.outbox.DurableOutbox;
import org.yiping.console.outbox.OutboxTools;
import org.yiping.console.outbox.Waiting;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.OwnNode;
import org.yiping.console.store.Stores;
import org.yiping.console.store.Tables;
import org.yiping.console.sync.Settled;
import org.yiping.console.sync.Sync;
import org.yiping.console.sync.SyncTools;
import org.yiping.protocol.SignIn;

/// A whole console without windows: cache, link, stores, sync, outbox, wired as a session does it, with
/// short retries. Opened and closed on one thread.
public final class Desk implements AutoCloseable {
    public final Cache cache;
    public final List<Note> notes;
    public final Tables tables;
    public final Stores stores;
    public final Link link;
    public final Sync sync;
    public final DurableOutbox outbox;
    private final SignIn.Request who;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService writer = serial();
    private final ScheduledExecutorService sender = serial();
    private final ScheduledExecutorService teller;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    public Desk(Path folder, int port, InstantSource clock) {
        this(folder, port, clock, Duration.ofSeconds(5));
    }

    public Desk(Path folder, int port, InstantSource clock, Duration patience) {
        this(folder, port, clock, patience, new SignIn.Request("u", "right", "dispatcher", "s1"));
    }

    /// The console of somebody known to a real platform.
    public Desk(Path folder, int port, InstantSource clock, Duration patience, SignIn.Request who) {
        this(folder, URI.create("http://127.0.0.1:" + port), clock, patience, who);
    }

    public Desk(Path folder, URI server, InstantSource clock, Duration patience, SignIn.Request who) {
        this(
                folder,
                server,
                clock,
                new LinkSettings.Patience(Duration.ofSeconds(2), patience, Duration.ofMillis(100)),
                who);
    }

    public Desk(Path folder, URI server, InstantSource clock, LinkSettings.Patience patience, SignIn.Request who) {
        this(folder, server, new Time(clock, clock, serial()), patience, who);
    }

    /// What a console's data are dated by, what its link measures silence by, and the thread on which a computer of a
    /// wall speaks: a test may let time pass that no wire has waited for.
    public record Time(InstantSource clock, InstantSource line, ScheduledExecutorService teller) {}

    public Desk(Path folder, int port, Time time, SignIn.Request who) {
        this(
                folder,
                URI.create("http://127.0.0.1:" + port),
                time,
                new LinkSettings.Patience(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMillis(100)),
                who);
    }

    private Desk(Path folder, URI server, Time time, LinkSettings.Patience patience, SignIn.Request who) {
        InstantSource clock = time.clock();
        this.who = who;
        teller = time.teller();
        Opening opening = Cache.open(folder, new Owner(server, who.user(), who.post()), clock);
        if (!(opening instanceof Opening.Ready(Cache ready, List<Note> said))) {
            throw new IllegalStateException(opening.toString());
        }
        cache = ready;
        notes = said;
        tables = new Tables(clock);
        stores = tables.stores();
        link = new Link(
                new LinkSettings(
                        server,
                        Locale.CHINESE,
                        patience,
                        new LinkSettings.Retry(Duration.ofMillis(5), Duration.ofMillis(40))),
                new LinkTools(time.line(), timer, workers, new Random(7)));
        AtomicReference<Settled> settled = new AtomicReference<>((_, _, _) -> {});
        sync = new Sync(
                link,
                cache,
                tables,
                (revision, commands, commits) -> settled.get().applied(revision, commands, commits),
                new SyncTools(writer, workers, clock, PointLayer::order));
        outbox = new DurableOutbox(
                link,
                cache,
                stores,
                new OutboxTools(sender, clock, new Random(8), Duration.ofMillis(5), Duration.ofMillis(40)));
        settled.set((revision, commands, _) -> outbox.applied(revision, commands));
    }

    private static ScheduledExecutorService serial() {
        return new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());
    }

    /// Returns when the writer has done what it began: a row is shown a moment before the revision it is of, and a
    /// wish made in between would be based on the one before and be refused.
    public void settle() {
        CompletableFuture.runAsync(() -> {}, writer).join();
    }

    /// As a computer of a wall.
    public Desk as(OwnNode own) {
        sync.tell(own, teller);
        return this;
    }

    /// Shows the cache, signs in, follows, sends.
    public Desk start() {
        return start(who);
    }

    public Desk start(SignIn.Request somebody) {
        fill();
        outbox.start().join();
        var _ = link.signIn(somebody, platform -> {
            if (outbox.met(platform).join()) {
                sync.startAnew();
            }
        });
        sync.start();
        return this;
    }

    /// Shows the cache and keeps the outbox without a link.
    public Desk offline() {
        fill();
        outbox.start().join();
        return this;
    }

    private void fill() {
        try {
            sync.open();
            sync.fillLayers();
            sync.fill();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean live() {
        return tables.link.known().orElse(null) instanceof LinkState.Live;
    }

    public Desk awaitRevision(long revision) {
        Await.until("revision " + revision, () -> tables.revision() == revision);
        return this;
    }

    public Desk awaitSettled() {
        Await.until("an empty outbox", () -> outbox.deliveries().rows().size() == 0);
        Await.until(
                "a count that says so", // it is told after the rows
                () -> outbox.waiting().known().map(Waiting::onTheirWay).orElse(0) == 0);
        return this;
    }

    /// As a session ends: what is being written is finished, nothing more is begun.
    @Override
    public void close() {
        outbox.close();
        link.close();
        sync.close();
        timer.shutdownNow();
        writer.shutdown();
        sender.shutdown();
        teller.shutdown();
        workers.shutdown();
        try {
            var _ = sender.awaitTermination(5, TimeUnit.SECONDS);
            var _ = writer.awaitTermination(5, TimeUnit.SECONDS);
            var _ = workers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        cache.close();
    }
}
