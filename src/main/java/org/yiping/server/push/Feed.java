package org.yiping.server.push;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;

/// The newest journal entries in memory, the older ones from disk: clients read at their own pace from wherever they
/// are, so that no client has a queue of its own and a slow one costs nobody anything. Any thread.
final class Feed {
    /// About twenty megabytes at most.
    private static final int KEPT = 8192;

    private final JournalReader journal;
    private final Entry[] ring = new Entry[KEPT];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long first;
    private long last;

    Feed(JournalReader journal, long revision) {
        this.journal = journal;
        this.first = revision + 1;
        this.last = revision;
    }

    /// Entries in order, as the ledger has just written them.
    void add(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            if (entries.getFirst().revision() != last + 1) {
                first = entries.getFirst().revision(); // a batch went missing here: it is read from disk
            }
            for (Entry e : entries) {
                ring[(int) (e.revision() % KEPT)] = e;
            }
            last = entries.getLast().revision();
            first = Math.max(first, last - KEPT + 1);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long revision() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is something after `revision`, or for so long, or until woken; says whether there is.
    @SuppressWarnings("WaitNotInLoop") // waking early is harmless: the caller looks around and waits again
    boolean await(long revision, long millis) throws InterruptedException {
        lock.lock();
        try {
            if (last <= revision) {
                grown.await(millis, TimeUnit.MILLISECONDS);
            }
            return last > revision;
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Up to `limit` entries after a revision.
    List<Entry> after(long revision, int limit) {
        lock.lock();
        try {
            if (revision + 1 >= first) {
                List<Entry> result = new ArrayList<>();
                for (long r = revision + 1; r <= last && result.size() < limit; r++) {
                    result.add(ring[(int) (r % KEPT)]);
                }
                return result;
            }
        } finally {
            lock.unlock();
        }
        return journal.after(revision, limit);
    }
}
