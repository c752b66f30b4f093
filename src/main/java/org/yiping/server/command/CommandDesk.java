package org.yiping.server.command;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.CommandTable;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Remembered;
import org.yiping.server.data.StorageException;

// long because the queue, its batches and their answers are one thing

/// The one writer: everything that changes the city queues here, is applied in order, and is answered after it is on
/// disk. Commands that wait together share one transaction and one sync; a refused one does not touch its neighbours,
/// because it is checked before it writes. Any thread may submit; one thread works.
public final class CommandDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
    private static final int LARGEST_BATCH = 256;
    private static final int QUEUE = 8192;
    private static final long NEEDED_BYTES = 64L << 20;
    /// Under load a batch waits this long for the next command, as long as commands keep coming.
    private static final long GATHER_MICROS = 1_500;

    private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Ledger ledger;
    private final CaseClerk clerk;
    private final Memory memory;
    private final Consumer<List<Entry>> published;
    private final InstantSource clock;
    private final LongSupplier freeBytes;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    /// Something to write and who waits for it.
    private sealed interface Work {}

    /// `at` is when the command was given where that is not now: in a replay.
    private record CommandWork(
            Principal who,
            Command command,
            String fingerprint,
            @Nullable Instant at,
            CompletableFuture<Answer> answer) implements Work {}

    /// Something the platform does by itself, judged where it is written: nothing can come between.
    @FunctionalInterface
    interface Deed {
        Answer in(Batch batch, Instant now);
    }

    private record DeedWork(Deed deed, CompletableFuture<Answer> answer) implements Work {}

    private record RowWork(Origin origin, List<Change> changes, CompletableFuture<Long> revision) implements Work {}

    private record Stop() implements Work {}

    /// The time, and how much room the disk has.
    public record Surroundings(InstantSource clock, LongSupplier freeBytes) {}

    /// Where answers go when their batch is on disk.
    private record Done(CompletableFuture<Answer> waiting, Answer answer) {}

    public CommandDesk(
            Ledger ledger,
            CaseClerk clerk,
            CommandTable commands,
            Consumer<List<Entry>> published,
            Surroundings surroundings) {
        this.ledger = ledger;
        this.clerk = clerk;
        this.clock = surroundings.clock();
        this.freeBytes = surroundings.freeBytes();
        this.memory = new Memory(commands, clock.instant());
        this.published = published;
    }

    /// Starts the writer on `executor`.
    public void start(Executor executor) {
        executor.execute(this::work);
    }

    /// Waits until the command is applied and on disk, or refused. `fingerprint` tells requests under one key apart.
    public Answer submit(Principal who, Command command, String fingerprint) {
        return send(who, command, fingerprint).join();
    }

    /// The same without waiting.
    public CompletableFuture<Answer> send(Principal who, Command command, String fingerprint) {
        return send(who, command, fingerprint, null);
    }

    /// The same, as if it were that time.
    public CompletableFuture<Answer> send(Principal who, Command command, String fingerprint, @Nullable Instant at) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        if (ended.isDone() || !queue.offer(new CommandWork(who, command, fingerprint, at, answer))) {
            answer.complete(new Answer.Postponed(503, "busy"));
        }
        return answer;
    }

    /// Waits until a deed of the platform is done and on disk, or refused. It has no key: what it does is judged by
    /// what it finds.
    Answer submit(Deed deed) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        if (ended.isDone() || !queue.offer(new DeedWork(deed, answer))) {
            return new Answer.Postponed(503, "busy");
        }
        return answer.join();
    }

    /// Writes rows that are not commands (an administrator's, an import's) in one batch and waits for the revision.
    public long write(Origin origin, List<Change> changes) {
        CompletableFuture<Long> revision = new CompletableFuture<>();
        try {
            queue.put(new RowWork(origin, List.copyOf(changes), revision));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("interrupted", e);
        }
        return revision.join();
    }

    /// Whether commands are taken.
    public boolean isOpen() {
        return !ended.isDone();
    }

    private void work() {
        try {
            while (true) {
                List<Work> batch = gather();
                boolean stop = batch.removeIf(Stop.class::isInstance);
                if (!batch.isEmpty()) {
                    apply(batch);
                }
                if (stop) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.complete(null);
        }
    }

    private List<Work> gather() throws InterruptedException {
        List<Work> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, LARGEST_BATCH - 1);
        boolean busy = batch.size() > 1;
        while (busy && batch.size() < LARGEST_BATCH) {
            Work next = queue.poll(GATHER_MICROS, TimeUnit.MICROSECONDS);
            if (next == null) {
                return batch;
            }
            batch.add(next);
            queue.drainTo(batch, LARGEST_BATCH - batch.size());
        }
        return batch;
    }

    /// Refused before the disk is full: a database that cannot write its last page has to be repaired, one that is not
    /// written to has not. Reading goes on.
    private void apply(List<Work> works) {
        if (freeBytes.getAsLong() < NEEDED_BYTES) {
            LOG.error("the disk is nearly full, {} changes are refused", works.size());
            fail(works, "disk", new StorageException("storage refused", new IOException("the disk is nearly full")));
            return;
        }
        List<Done> done = new ArrayList<>();
        List<Remembered> remembered = new ArrayList<>();
        try {
            List<Entry> entries = ledger.write(batch -> {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                for (Work work : works) {
                    switch (work) {
                        case CommandWork c -> done.add(new Done(c.answer(), answer(batch, c, now, remembered)));
                        case DeedWork d -> done.add(new Done(d.answer(), answer(batch, d.deed(), now)));
                        case RowWork r -> {
                            for (Change change : r.changes()) {
                                batch.put(r.origin(), now, change);
                            }
                        }
                        case Stop() -> {}
                    }
                }
            });
            memory.kept(remembered);
            published.accept(entries);
            long revision = ledger.revision();
            done.forEach(d -> d.waiting().complete(d.answer()));
            works.forEach(w -> {
                if (w instanceof RowWork r) {
                    r.revision().complete(revision);
                }
            });
        } catch (RuntimeException e) {
            LOG.error("a batch of {} was not written", works.size(), e);
            try {
                memory.forget();
            } catch (StorageException again) {
                LOG.error("the storage does not answer", again);
            }
            fail(works, "storage", e);
        }
    }

    private static void fail(List<Work> works, String code, RuntimeException e) {
        for (Work work : works) {
            switch (work) {
                case CommandWork c -> c.answer().complete(new Answer.Postponed(503, code));
                case DeedWork d -> d.answer().complete(new Answer.Postponed(503, code));
                case RowWork r -> r.revision().completeExceptionally(e);
                case Stop() -> {}
            }
        }
    }

    private Answer answer(Batch batch, CommandWork work, Instant now, List<Remembered> remembered) {
        String key = work.command().head().id().value();
        Optional<Remembered> before = memory.find(key);
        if (before.isPresent()) {
            return again(batch, before.get(), work);
        }
        Answer answer;
        try {
            answer = clerk.apply(batch, work.who(), work.command(), work.at() == null ? now : work.at());
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("command {} failed", key, e);
            return new Answer.Postponed(500, "internal");
        }
        Remembered.Verdict verdict = switch (answer) {
            case Answer.Applied a -> new Remembered.Verdict(200, a.revision(), null, null);
            case Answer.Refused r -> new Remembered.Verdict(r.status(), 0, r.code(), r.pointer());
            case Answer.Postponed p -> null;
        };
        if (verdict != null) {
            Remembered keep = new Remembered(key, now, work.fingerprint(), verdict);
            memory.add(keep);
            batch.remember(keep);
            remembered.add(keep);
        }
        return answer;
    }

    private static Answer answer(Batch batch, Deed deed, Instant now) {
        try {
            return deed.in(batch, now);
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("a deed of the platform failed", e);
            return new Answer.Postponed(500, "internal");
        }
    }

    private static Answer again(Batch batch, Remembered before, CommandWork work) {
        if (!before.fingerprint().equals(work.fingerprint())) {
            return new Answer.Refused(422, "key-reused", "", null);
        }
        Remembered.Verdict v = before.verdict();
        if (v.status() == 200) {
            return new Answer.Applied(v.revision());
        }
        CaseId about = work.command().about();
        return new Answer.Refused(
                v.status(),
                String.valueOf(v.code()),
                String.valueOf(v.pointer()),
                v.status() == 409 && about != null
                        ? batch.find(Kinds.CASE, about.value()).orElse(null)
                        : null);
    }

    /// Finishes what is queued and stops.
    @Override
    public void close() {
        if (!ended.isDone()) {
            queue.add(new Stop());
            ended.join();
        }
        List<Work> left = new ArrayList<>();
        queue.drainTo(left);
        for (Work work : left) {
            if (work instanceof CommandWork c) {
                c.answer().complete(new Answer.Postponed(503, "stopping"));
            } else if (work instanceof DeedWork d) {
                d.answer().complete(new Answer.Postponed(503, "stopping"));
            } else if (work instanceof RowWork r) {
                r.revision().completeExceptionally(new IllegalStateException("stopping"));
            }
        }
    }
}
