package org.yiping.server.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.server.data.Scope;

/// Boards of everybody's work. One is made beside whoever asks, one at a time, and all who ask within `FRESH` get the
/// same. Who asks while it is made waits for a moment, then gets the last one there is, or is told how far it has come:
/// a city with ten thousand people takes seconds, of a month it never looked at. Any thread.
final class StaffBoards implements AutoCloseable {
    private static final Duration FRESH = Duration.ofSeconds(20);
    /// A board that took long is told for so many times as long as it took.
    private static final int HOLDS = 10;

    private static final int KEPT = 12;

    private final Making making;
    private final Executor executor;
    private final InstantSource clock;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, Kept> boards = new HashMap<>();
    private final Map<Key, Job> jobs = new HashMap<>();
    private volatile boolean closed;

    record Key(String period, @Nullable LocalDate day) {}

    /// Everybody's, and where each of them is to be seen.
    record Board(StaffBoard board, Map<String, Scope> scopes) {}

    private record Kept(Board board, Duration holds) {}

    interface Making {
        Board make(Key key, Progress progress);
    }

    /// How many people have been judged of how many. Any thread.
    static final class Progress {
        private final AtomicInteger done = new AtomicInteger();
        private volatile int all;

        void of(int people) {
            all = people;
        }

        void next() {
            done.incrementAndGet();
        }

        private StaffDesk.NotYet notYet() {
            return new StaffDesk.NotYet(done.get(), all);
        }
    }

    private record Job(Progress progress, CompletableFuture<Board> made) {}

    /// `executor` does one thing after another; whoever asks waits no longer than `patience`.
    StaffBoards(Making making, Executor executor, InstantSource clock, Duration patience) {
        this.making = making;
        this.executor = executor;
        this.clock = clock;
        this.patience = patience;
    }

    /// Throws what the making throws, and `StaffDesk.NotYet`.
    Board to(Key key) {
        @Nullable Board last;
        Job job;
        lock.lock();
        try {
            Kept kept = boards.get(key);
            if (kept != null && isFresh(kept)) {
                return kept.board();
            }
            last = kept == null ? null : kept.board();
            job = jobs.get(key);
            if (job == null) {
                job = begin(key);
            }
        } finally {
            lock.unlock();
        }
        Board made = await(job);
        if (made != null) {
            return made;
        }
        if (last == null) {
            throw job.progress().notYet();
        }
        return last;
    }

    private boolean isFresh(Kept kept) {
        Duration age = Duration.between(kept.board().board().at(), clock.instant());
        return !age.isNegative() && (age.compareTo(FRESH) < 0 || age.compareTo(kept.holds()) < 0);
    }

    /// Under the lock. It is among the jobs before it can end.
    private Job begin(Key key) {
        Job job = new Job(new Progress(), new CompletableFuture<>());
        jobs.put(key, job);
        try {
            executor.execute(() -> work(key, job));
        } catch (RuntimeException e) {
            jobs.remove(key);
            throw e;
        }
        return job;
    }

    private void work(Key key, Job job) {
        try {
            Board made = made(key, job.progress());
            job.made().complete(made);
        } catch (RuntimeException | Error e) { // whoever waits is told, whatever it was
            forget(key);
            job.made().completeExceptionally(e);
        }
    }

    private Board made(Key key, Progress progress) {
        goOn(progress);
        Instant begun = clock.instant();
        Board made = making.make(key, progress);
        keep(key, new Kept(made, Duration.between(begun, clock.instant()).multipliedBy(HOLDS)));
        return made;
    }

    /// Throws `StaffDesk.NotYet` where the platform stops: a board is whole or is none.
    void goOn(Progress progress) {
        if (closed) {
            throw progress.notYet();
        }
    }

    private void keep(Key key, Kept made) {
        lock.lock();
        try {
            if (boards.size() >= KEPT && !boards.containsKey(key)) {
                boards.clear();
            }
            boards.put(key, made);
            jobs.remove(key);
        } finally {
            lock.unlock();
        }
    }

    private void forget(Key key) {
        lock.lock();
        try {
            jobs.remove(key);
        } finally {
            lock.unlock();
        }
    }

    /// Null where it takes longer than whoever asks waits.
    private @Nullable Board await(Job job) {
        try {
            return job.made().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// Ends what is being made, between two people, and waits for that: the storage may go then.
    @Override
    public void close() {
        closed = true;
        List<Job> last;
        lock.lock();
        try {
            last = List.copyOf(jobs.values());
        } finally {
            lock.unlock();
        }
        last.forEach(j -> j.made().handle((_, _) -> true).join());
    }
}
