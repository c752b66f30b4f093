package org.yiping.console.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.FileShelf;
import org.yiping.console.cache.OutboxRow;
import org.yiping.console.cache.OutboxRow.Progress;
import org.yiping.console.cache.Stage;
import org.yiping.console.link.Link;
import org.yiping.console.outbox.Ledger.Entry;
import org.yiping.console.store.Single;
import org.yiping.console.store.Store;
import org.yiping.console.store.Stores;
import org.yiping.console.store.Subscription;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.CommandRequest;

/// The outbox on disk: queued durably, sent in order for each case and side by side across cases, each
/// applied once because every repetition carries the same key. All state is confined to the outbox's
/// thread; any thread may ask. Made on a worker: it reads the drafts.
public final class DurableOutbox implements Outbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DurableOutbox.class);
    private static final Duration SHORTEST_EXPIRY = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Courier courier;
    private final Cache cache;
    private final FileShelf files;
    private final Stores stores;
    private final OutboxTools tools;
    private final DraftBook drafts;
    private final List<Submitted> submitted = new ArrayList<>();
    private @Nullable Subscription following;

    private record Submitted(OutboxRow row, CompletableFuture<Delivery> queued) {}

    public DurableOutbox(Link link, Cache cache, Stores stores, OutboxTools tools) {
        ledger = new Ledger(cache.outbox());
        courier = new Courier(ledger, new Sender(link, cache.files()), stores, tools);
        files = cache.files();
        this.cache = cache;
        this.stores = stores;
        this.tools = tools;
        drafts = new DraftBook(cache.drafts(), tools);
        drafts.load();
        ledger.deliveries()
                .subscribe(ids -> ids.forEach(id -> ledger.deliveries()
                        .find(id)
                        .filter(d -> d.state() instanceof Delivery.State.Accepted)
                        .ifPresent(d -> drafts.accepted(d.command()))));
    }

    /// The platform let us in and says how it calls itself: what waits for it is shown and sent, what waits for another
    /// met at this address before is not. Answers whether the rows on the screens are another platform's.
    public CompletableFuture<Boolean> met(String platform) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        boolean another = cache.met(platform);
                        load();
                        return another;
                    } catch (IOException e) {
                        LOG.error("the platform's name is not kept; its commands go by its address", e);
                        return false;
                    }
                },
                tools.serial());
    }

    private void load() {
        try {
            ledger.load();
        } catch (IOException e) {
            LOG.error("the outbox is not readable; what is in it stays there", e);
        }
    }

    /// Reads what is on the disk and begins to send. Call after the stores were filled.
    public CompletableFuture<Void> start() {
        return CompletableFuture.runAsync(
                () -> {
                    load();
                    courier.settle(stores.revision(), Set.of());
                    following = stores.cases().subscribe(ids -> {
                        if (ids.isEmpty()) {
                            tools.serial().execute(() -> {
                                if (stores.cases().freshness().live()) {
                                    courier.back();
                                }
                            });
                        }
                    });
                    courier.pump();
                },
                tools.serial());
    }

    @Override
    public CompletableFuture<Delivery> submit(Command command) {
        OutboxRow row = new OutboxRow(
                command.head().id(),
                ledger.owner(),
                CommandCodec.encode(command),
                tools.clock().instant(),
                Progress.NEW);
        CompletableFuture<Delivery> queued = new CompletableFuture<>();
        boolean first;
        synchronized (submitted) {
            first = submitted.isEmpty();
            submitted.add(new Submitted(row, queued));
        }
        if (first) {
            tools.serial().execute(this::flush);
        }
        return queued;
    }

    /// All that came while the last fsync ran share the next one.
    private void flush() {
        List<Submitted> some;
        synchronized (submitted) {
            some = List.copyOf(submitted);
            submitted.clear();
        }
        try {
            ledger.add(some.stream().map(Submitted::row).toList());
        } catch (IOException e) {
            some.forEach(s -> s.queued().completeExceptionally(e));
            return;
        }
        for (Submitted s : some) {
            ledger.find(s.row().id()).ifPresent(entry -> s.queued().complete(ledger.delivery(entry)));
        }
        courier.pump();
    }

    @Override
    public CompletableFuture<String> attach(byte[] content, String mediaType) {
        if (!Pictures.fits(content, mediaType)) {
            return CompletableFuture.failedFuture(new IOException("not " + mediaType));
        }
        return ask(() -> {
            String id = Link.sha256(content);
            files.keep(id, content, mediaType);
            return id;
        });
    }

    @Override
    public Store<CommandId, Delivery> deliveries() {
        return ledger.deliveries();
    }

    @Override
    public Single<Waiting> waiting() {
        return ledger.waiting();
    }

    @Override
    public List<Delivery> pending(CaseId id) {
        if (deliveries().rows().size() == 0) {
            return List.of(); // asked for every visible row, every second
        }
        return deliveries()
                .rows()
                .values()
                .filter(d -> d.pending() && id.equals(d.caseId()))
                .sorted(Comparator.comparing(Delivery::queuedAt))
                .toList();
    }

    @Override
    public List<Delivery> needsDecision() {
        return deliveries()
                .rows()
                .values()
                .filter(d -> d.state() instanceof Delivery.State.Expired)
                .sorted(Comparator.comparing(Delivery::queuedAt))
                .toList();
    }

    @Override
    public CompletableFuture<Boolean> sendAnyway(CommandId id) {
        return ask(() -> {
            Entry entry = ledger.find(id).orElse(null);
            if (entry == null || entry.stage() != Stage.EXPIRED) {
                return false;
            }
            boolean revived = ledger.revive(entry, later(entry));
            courier.pump();
            return revived;
        });
    }

    /// The same key and a later expiry: should the first sending have arrived after all, nothing happens
    /// twice.
    private CommandRequest later(Entry entry) {
        CommandRequest request = entry.row().request();
        Instant expiresAt = request.expiresAt();
        Duration period = expiresAt == null
                ? SHORTEST_EXPIRY
                : Duration.between(entry.row().queuedAt(), expiresAt);
        Duration longEnough = period.compareTo(SHORTEST_EXPIRY) < 0 ? SHORTEST_EXPIRY : period;
        return new CommandRequest(
                request.type(),
                request.target(),
                request.basedOn(),
                stores.clock().instant().plus(longEnough),
                request.payload());
    }

    @Override
    public CompletableFuture<Boolean> discard(CommandId id) {
        return ask(() -> {
            Entry entry = ledger.find(id).orElse(null);
            if (entry == null || (entry.stage() != Stage.EXPIRED && entry.stage() != Stage.REJECTED)) {
                return false;
            }
            ledger.remove(List.of(id));
            courier.pump();
            return true;
        });
    }

    @Override
    public CompletableFuture<Boolean> withdraw(CommandId id) {
        return ask(() -> {
            Entry entry = ledger.find(id).orElse(null);
            if (entry == null
                    || entry.stage() != Stage.QUEUED
                    || entry.row().progress().attempts() > 0) {
                return false;
            }
            ledger.remove(List.of(id));
            courier.pump();
            return true;
        });
    }

    @Override
    public Drafts drafts() {
        return drafts;
    }

    /// The stores stand at `revision` and show what these commands did: their overlays go. Any thread.
    public void applied(long revision, Set<CommandId> commands) {
        tools.serial().execute(() -> {
            commands.forEach(id -> ledger.find(id).ifPresent(entry -> drafts.accepted(entry.command())));
            courier.settle(revision, commands);
            courier.pump();
        });
    }

    private interface Asking<R> {
        R run() throws IOException;
    }

    private <R> CompletableFuture<R> ask(Asking<R> asking) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        tools.serial().execute(() -> {
            try {
                answer.complete(asking.run());
            } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /// Sends nothing more. What is under way is answered or goes out again at the next start.
    @Override
    public void close() {
        tools.serial().execute(() -> {
            drafts.write();
            courier.close();
            if (following != null) {
                following.close();
            }
        });
    }
}
