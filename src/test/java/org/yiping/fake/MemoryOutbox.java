package org.yiping.fake;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.outbox.Outbox;
import org.yiping.console.outbox.Waiting;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Single;
import org.yiping.console.store.SingleStore;
import org.yiping.console.store.Store;
import org.yiping.console.store.TableStore;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// An outbox without disk or network for tests of view models: it keeps what was submitted, and a test
/// moves it on by `deliveries`. Everything happens on the caller's thread.
public final class MemoryOutbox implements Outbox {
    public final List<Command> submitted = new CopyOnWriteArrayList<>();
    public final TableStore<CommandId, Delivery> table = new TableStore<>();
    public final List<byte[]> attached = new CopyOnWriteArrayList<>();
    public final SingleStore<Waiting> waiting = new SingleStore<>();
    private final Instant now;
    private final Drafts drafts = new Written();
    private boolean full;
    private CompletableFuture<Void> disk = CompletableFuture.completedFuture(null);

    public MemoryOutbox(Instant now) {
        this.now = now;
        waiting.set(Waiting.NOTHING, new Freshness(true, now));
    }

    /// The disk takes nothing more, until told otherwise.
    public void full(boolean now) {
        full = now;
    }

    /// What is submitted is not kept yet, until told otherwise.
    public void slow(boolean now) {
        if (now) {
            disk = new CompletableFuture<>();
        } else {
            disk.complete(null);
        }
    }

    /// Moves a command on, as the platform's answer would.
    public void state(CommandId id, Delivery.State state) {
        Delivery d = table.find(id).orElseThrow();
        table.put(id, new Delivery(d.command(), d.queuedAt(), d.attempts(), state));
        if (state instanceof Delivery.State.Accepted && d.command().about() != null) {
            drafts.keep(d.command().about(), Drafts.part(d.command()), "");
        }
    }

    @Override
    public CompletableFuture<Delivery> submit(Command command) {
        if (full) {
            return CompletableFuture.failedFuture(new IOException("no space left on device"));
        }
        return disk.thenApply(_ -> kept(command));
    }

    private Delivery kept(Command command) {
        submitted.add(command);
        Delivery delivery = new Delivery(command, now, 0, new Delivery.State.Queued());
        table.put(command.head().id(), delivery);
        return delivery;
    }

    @Override
    public CompletableFuture<String> attach(byte[] content, String mediaType) {
        attached.add(content);
        return CompletableFuture.completedFuture("file-" + content.length);
    }

    @Override
    public Store<CommandId, Delivery> deliveries() {
        return table;
    }

    @Override
    public Single<Waiting> waiting() {
        return waiting;
    }

    @Override
    public List<Delivery> pending(CaseId id) {
        return table.rows()
                .values()
                .filter(Delivery::pending)
                .filter(d -> id.equals(d.caseId()))
                .sorted(Comparator.comparing(Delivery::queuedAt))
                .toList();
    }

    @Override
    public List<Delivery> needsDecision() {
        return table.rows()
                .values()
                .filter(d -> d.state() instanceof Delivery.State.Expired)
                .toList();
    }

    @Override
    public CompletableFuture<Boolean> sendAnyway(CommandId id) {
        state(id, new Delivery.State.Queued());
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<Boolean> discard(CommandId id) {
        table.remove(id);
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<Boolean> withdraw(CommandId id) {
        boolean there = table.find(id).filter(Delivery::unsent).isPresent();
        if (there) {
            table.remove(id);
        }
        return CompletableFuture.completedFuture(there);
    }

    @Override
    public Drafts drafts() {
        return drafts;
    }

    /// In memory only.
    private final class Written implements Drafts {
        private final Map<String, Draft> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<Draft> find(CaseId about, String part) {
            return Optional.ofNullable(kept.get(about.value() + " " + part));
        }

        @Override
        public Optional<Begun> last(String part) {
            return kept.entrySet().stream()
                    .filter(e -> e.getKey().endsWith(" " + part))
                    .max(Comparator.comparing(e -> e.getValue().at()))
                    .map(e -> new Begun(
                            new CaseId(e.getKey().substring(0, e.getKey().length() - part.length() - 1)),
                            e.getValue()));
        }

        @Override
        public void keep(CaseId about, String part, String text) {
            if (text.isBlank()) {
                kept.remove(about.value() + " " + part);
            } else {
                kept.put(about.value() + " " + part, new Draft(text, now));
            }
        }
    }
}
