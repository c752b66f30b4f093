package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The journal as its one writer sees it: batches of entries, each batch wholly in or not at all, and on disk before
/// `write` returns. Batches are written one after another; any thread may call.
public final class Ledger {
    private static final byte[] GENESIS = new byte[32];

    /// What was written lately is asked for next, by the next step of the same case.
    private static final int RECENT_ROWS = 20_000;

    private final Database database;
    private final Map<String, Row> recent = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Row> eldest) {
            return size() > RECENT_ROWS;
        }
    };
    private final ReentrantLock writing = new ReentrantLock();
    private volatile long revision;
    private byte[] hash;
    private long commands;

    public Ledger(Database database) {
        this.database = database;
        this.hash = GENESIS;
        load();
    }

    /// What a batch does while it is open.
    public interface Writing {
        void in(Batch batch);
    }

    /// The last revision on disk.
    public long revision() {
        return revision;
    }

    /// The first entry's hash: what tells this journal from every other. Empty before the first entry.
    public Optional<String> genesis() {
        return database.with(c -> Sql.one(
                c,
                "SELECT hash FROM journal ORDER BY revision FETCH FIRST 1 ROW ONLY",
                r -> HexFormat.of().formatHex(r.getBytes(1))));
    }

    /// One batch: after return its entries are on disk. Throws `StorageException`, and then nothing of it is.
    public List<Entry> write(Writing work) {
        writing.lock();
        try {
            Batch batch = database.transact(c -> {
                Batch open = new Batch(c, new Batch.Start(revision, hash, commands), recent);
                work.in(open);
                open.flush();
                return open;
            });
            database.sync();
            recent.putAll(batch.rows());
            hash = batch.hash();
            commands = batch.commands();
            revision = batch.revision();
            return batch.entries();
        } catch (StorageException e) {
            reload(e);
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /// After a failure nobody knows whether the commit reached the disk: the tables do.
    private void reload(StorageException cause) {
        recent.clear();
        try {
            load();
        } catch (StorageException e) {
            cause.addSuppressed(e);
        }
    }

    private void load() {
        database.with(c -> {
            loadTail(c);
            commands = Sql.one(c, "SELECT MAX(seq) FROM commands", r -> r.getLong(1))
                    .orElse(0L);
            return null;
        });
    }

    private void loadTail(Connection c) throws SQLException {
        List<Tail> tail = Sql.list(
                c,
                "SELECT revision, hash FROM journal ORDER BY revision DESC FETCH FIRST 1 ROW ONLY",
                r -> new Tail(r.getLong(1), r.getBytes(2)));
        for (Tail t : tail) {
            revision = t.revision();
            hash = t.hash();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read once and taken apart
    private record Tail(long revision, byte[] hash) {}

    /// The first revision whose hash does not follow from the entries before it, 0 if the whole chain holds.
    public long firstBroken() {
        return database.with(c -> {
            byte[] before = GENESIS;
            long last = 0;
            while (true) {
                List<Entry> page = JournalReader.page(c, last, 1000);
                if (page.isEmpty()) {
                    return 0L;
                }
                for (Entry e : page) {
                    byte[] expected = Entry.hash(
                            before,
                            e.revision(),
                            e.at(),
                            e.origin(),
                            e.change(),
                            e.links().previous());
                    if (e.revision() != last + 1
                            || !Arrays.equals(expected, e.links().hash())) {
                        return e.revision();
                    }
                    before = expected;
                    last = e.revision();
                }
            }
        });
    }
}
