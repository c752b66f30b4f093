package org.yiping.server.kpi;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseJournal;
import org.yiping.server.data.CaseJournal.Line;
import org.yiping.server.data.Entry;
import tools.jackson.core.JacksonException;

/// Keeps the table of facts at the journal's end. There is one way in: reading the journal from where the table stands,
/// at a start after the checkpoint, while the platform runs whenever something was written, and for a recount from its
/// beginning. So what runs and what is counted anew cannot differ but by a fault, and nothing waits in memory.
///
/// Any thread; whoever writes the journal is never held up.
public final class FactKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FactKeeper.class);
    /// Revisions read at once, and put into the table while readers wait: about ten milliseconds.
    private static final int PAGE = 2_000;
    /// Entries after which the table is written down again.
    private static final long WORTH_WRITING = 200_000;

    /// What somebody who asks reads on the own thread.
    private static final long FEW = 20_000;
    /// How long somebody who asks waits for another who reads.
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final CaseJournal journal;
    private final Checkpoint checkpoint;
    private final Workflow workflow;
    private final Executor executor;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean due = new AtomicBoolean();
    private FactTable table;
    private volatile boolean ready;
    private volatile boolean closed;
    private volatile long counted;
    private volatile long written;
    /// The last entry of a case anybody told of.
    private volatile long told;

    /// A recount: whether it came to the same, of how many cases, up to which revision.
    public record Recount(boolean equal, int cases, long revision) {}

    FactKeeper(CaseJournal journal, Checkpoint checkpoint, Workflow workflow, Executor executor) {
        this.journal = journal;
        this.checkpoint = checkpoint;
        this.workflow = workflow;
        this.executor = executor;
        this.table = new FactTable(workflow);
    }

    /// Begins to read; until it has caught up once, nobody is answered.
    void start() {
        executor.execute(() -> {
            reading.lock();
            try {
                checkpoint.read().filter(t -> t.revision() <= journal.last()).ifPresent(this::takeOver);
                catchUp();
            } catch (RuntimeException e) {
                LOG.error("figures could not be counted; the next change tries again", e);
            } finally {
                reading.unlock();
            }
        });
    }

    private void takeOver(FactTable next) {
        lock.writeLock().lock();
        try {
            table = next;
            counted = next.revision();
            written = next.revision();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Something was written. Costs the writer a look.
    public void follow(List<Entry> entries) {
        long last = 0;
        for (Entry e : entries) {
            last = e.change().kind().equals(Kinds.CASE) ? e.revision() : last;
        }
        if (closed || last == 0) {
            return;
        }
        told = Math.max(told, last); // one writer tells
        if (due.compareAndSet(false, true)) {
            executor.execute(() -> {
                reading.lock();
                try {
                    due.set(false);
                    catchUp();
                } catch (RuntimeException e) {
                    LOG.error("figures stand still; the next change tries again", e);
                } finally {
                    reading.unlock();
                }
            });
        }
    }

    /// Under `reading`.
    private void catchUp() {
        if (closed) {
            return; // an interrupted read would close the storage under whoever still writes
        }
        long last = journal.last();
        while (table.revision() < last && !closed) {
            List<Line> lines = journal.after(table.revision(), PAGE);
            long upTo = Math.min(last, table.revision() + PAGE);
            List<@Nullable Case> cases = cases(lines);
            lock.writeLock().lock();
            try {
                put(table, lines, cases);
                table.reached(upTo);
                counted = table.revision();
            } finally {
                lock.writeLock().unlock();
            }
            last = Math.max(last, journal.last());
        }
        ready = ready || !closed;
        if (counted - written > WORTH_WRITING) {
            writeDown();
        }
    }

    private static void put(FactTable into, List<Line> lines, List<@Nullable Case> cases) {
        for (int i = 0; i < lines.size(); i++) {
            Case c = cases.get(i);
            if (c != null) {
                into.put(lines.get(i), c);
            }
        }
    }

    private static List<@Nullable Case> cases(List<Line> lines) {
        return lines.size() < 100
                ? lines.stream().<@Nullable Case>map(FactKeeper::read).toList()
                : lines.parallelStream().<@Nullable Case>map(FactKeeper::read).toList();
    }

    /// A row that cannot be read is left out, here and in every recount alike.
    private static @Nullable Case read(Line line) {
        try {
            return Json.mapper().readValue(line.content(), Case.class);
        } catch (JacksonException e) {
            LOG.error("journal entry {} is no case anybody could count: {}", line.revision(), e.getOriginalMessage());
            return null;
        }
    }

    /// Of the table as it stands, which does not change meanwhile: with everything that was written before this call,
    /// unless that is much or somebody else takes long to read it. Throws `NotYet` before it has caught up once.
    <T> T reading(Function<FactTable, T> question) {
        if (closed) {
            throw new NotYet();
        }
        long last = journal.last();
        if (counted < last && last - counted < FEW) {
            hurry(last);
        }
        if (!ready) {
            throw new NotYet();
        }
        lock.readLock().lock();
        try {
            return question.apply(table);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void hurry(long last) {
        try {
            if (reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    if (counted < last) {
                        catchUp();
                    }
                } finally {
                    reading.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The first reading of the journal is not through yet.
    public static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotYet() {
            super("figures are being counted", null, false, false);
        }
    }

    /// Up to which revision everything is counted.
    public long revision() {
        return counted;
    }

    /// Where the table will stand once everything is counted that was told of: an answer of an earlier revision may
    /// lack something.
    long current() {
        return Math.max(counted, told);
    }

    /// Counts everything anew from the journal, beside the table; where it comes to something else the new one takes
    /// over. Twice the memory while it runs. One at a time; changes wait for it, readers do not.
    public Recount recount() {
        reading.lock();
        try {
            catchUp();
            long upTo = table.revision();
            FactTable anew = new FactTable(workflow);
            for (long from = 0; from < upTo && !closed; from += PAGE) {
                int width = (int) Math.min(PAGE, upTo - from);
                List<Line> lines = journal.after(from, width);
                put(anew, lines, cases(lines));
            }
            anew.reached(upTo);
            boolean equal = anew.isSame(table);
            if (!equal && !closed) {
                LOG.error("figures differed from the journal at revision {} and were counted anew", upTo);
                takeOver(anew);
                written = 0;
            }
            return new Recount(equal, anew.size(), upTo);
        } finally {
            reading.unlock();
        }
    }

    /// Under `reading`, so that nobody writes into the table.
    private void writeDown() {
        try {
            checkpoint.write(table);
            written = table.revision();
        } catch (IOException e) {
            LOG.warn("figures could not be written down; the next start counts them from the journal", e);
        }
    }

    /// Waits for the page that is being read.
    @Override
    public void close() {
        closed = true;
        reading.lock();
        try {
            if (ready && counted > written) {
                writeDown();
            }
        } finally {
            reading.unlock();
        }
    }
}
