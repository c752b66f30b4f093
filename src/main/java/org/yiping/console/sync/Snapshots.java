package org.yiping.console.sync;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Cursor;
import org.yiping.console.cache.Facts;
import org.yiping.console.cache.Row;
import org.yiping.console.link.Answer;
import org.yiping.console.link.Link;
import org.yiping.console.store.Damage;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Tables;
import org.yiping.protocol.SnapshotLine;

/// Fetches a snapshot and swaps it in whole: cache and cursor in one transaction, then each store at
/// once. A cut one changes nothing. Read on the link's worker, swapped on the writer's thread.
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private static final int TOGETHER = 500;
    /// So many bundles may wait to be decoded: what else a start needs a core for is not to come after all cases.
    private static final int AHEAD = 2;

    private final Link link;
    private final Facts facts;
    private final Tables tables;
    private final Shelves shelves;
    private final Resume resume;
    private final SyncTools tools;

    Snapshots(Link link, Facts facts, Tables tables, Shelves shelves, Resume resume, SyncTools tools) {
        this.link = link;
        this.facts = facts;
        this.tables = tables;
        this.shelves = shelves;
        this.resume = resume;
        this.tools = tools;
    }

    /// Answers the revision the stores stand at then.
    CompletionStage<Answer<Long>> fetch() {
        Reading reading = new Reading();
        return link.snapshot(shelves.kinds(), reading::add)
                .thenComposeAsync(
                        answer -> {
                            if (answer instanceof Answer.Ok<Long>(Long revision)) {
                                swap(reading, revision);
                            }
                            return CompletableFuture.completedFuture(answer);
                        },
                        tools.serial());
    }

    private void swap(Reading reading, long revision) {
        Instant now = tools.clock().instant();
        try {
            facts.replace(shelves.kinds(), reading::rows, new Cursor(revision, now));
            resume.cacheBehind(false);
        } catch (IOException e) {
            resume.cacheBehind(true);
            LOG.error("the snapshot is shown, but the cache did not take it", e);
        }
        reading.fills.values().forEach(Shelf<?, ?>.Fill::swap);
        tables.damage.set(Damage.NONE, new Freshness(true, now));
        tables.revision(revision);
        resume.startAt(revision);
    }

    /// Shows what the cache has; the cursor's revision is where to go on, unless a row was not understood. What is lost
    /// of a damaged cache is unknown.
    void fill(Cursor cursor) throws IOException {
        Map<String, Long> strange = new HashMap<>();
        List<Shelf<?, ?>> lost = new ArrayList<>();
        for (Shelf<?, ?> shelf : shelves.all()) {
            if (facts.isLost(shelf.kind())) {
                lost.add(shelf);
            } else {
                long rows = fill(shelf);
                if (rows > 0) {
                    strange.put(shelf.kind(), rows);
                }
            }
        }
        tables.revision(cursor.revision());
        tables.facts(new Freshness(false, cursor.asOf()));
        lost.forEach(Shelf::unknown);
        Damage damage = new Damage(lost.stream().map(Shelf::kind).collect(Collectors.toSet()), strange);
        tables.damage.set(damage, new Freshness(true, tools.clock().instant()));
        resume.startAt(cursor.revision());
        if (!damage.none()) {
            LOG.warn("the cache lacks {} and, of other kinds, so many rows: {}", damage.lost(), damage.unread());
        }
        if (!damage.none() || cursor.revision() == 0) {
            resume.snapshotNeeded();
        }
    }

    /// Decoding twenty thousand cases is most of a start: workers do it while the next rows are read.
    private long fill(Shelf<?, ?> shelf) throws IOException {
        Shelf<?, ?>.Fill fill = shelf.fill();
        Set<String> strange = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Void>> decoding = new ArrayList<>();
        Map<String, byte[]> some = new HashMap<>();
        facts.load(shelf.kind(), (id, body) -> {
            some.put(id, body);
            if (some.size() == TOGETHER) {
                Map<String, byte[]> rows = Map.copyOf(some);
                if (decoding.size() >= AHEAD) {
                    decoding.get(decoding.size() - AHEAD).join();
                }
                decoding.add(CompletableFuture.runAsync(() -> add(rows, fill, strange), tools.workers()));
                some.clear();
            }
        });
        add(some, fill, strange);
        decoding.forEach(CompletableFuture::join);
        if (!strange.isEmpty()) {
            facts.spare(shelf.kind(), (id, body) -> {
                if (strange.remove(id)) {
                    add(Map.of(id, body), fill, strange);
                }
            });
        }
        fill.swap();
        return strange.size();
    }

    private static void add(Map<String, byte[]> rows, Shelf<?, ?>.Fill fill, Set<String> strange) {
        rows.forEach((id, body) -> {
            try {
                fill.add(id, body);
            } catch (IOException _) {
                strange.add(id);
            }
        });
    }

    private final class Reading {
        private final Map<String, Shelf<?, ?>.Fill> fills = new HashMap<>();

        Reading() {
            shelves.all().forEach(s -> fills.put(s.kind(), s.fill()));
        }

        void add(SnapshotLine line) {
            Shelf<?, ?>.Fill fill = line.kind() == null ? null : fills.get(line.kind());
            if (fill != null && line.id() != null && line.row() != null) {
                fill.add(line.id(), line.row());
            }
        }

        /// As they stand in the cache, each made when it is written: all at once would be as much memory again.
        Iterator<Row> rows() {
            Iterator<? extends Shelf<?, ?>.Fill> shelves = fills.values().iterator();
            return new Iterator<>() { // no flat stream: such a one gathers a whole shelf before its first row
                private Iterator<Row> shelf = Collections.emptyIterator();

                @Override
                public boolean hasNext() {
                    while (!shelf.hasNext() && shelves.hasNext()) {
                        shelf = shelves.next().rows().iterator();
                    }
                    return shelf.hasNext();
                }

                @Override
                public Row next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return shelf.next();
                }
            };
        }
    }
}
