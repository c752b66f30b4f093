package org.yiping.server.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.yiping.text.Term;

/// Finds cases by the words of their description and address, also by a part of a word and by pinyin. Most cases are in
/// segments on disk, the newest some thousand in memory, read from the table when somebody asks: the writer knows
/// nothing of it. Any thread.
public final class CaseWords {
    /// So many cases make a segment.
    private static final int SEGMENT = 16_384;
    /// Rows of a segment that are written at once: nobody waits behind a whole segment.
    private static final int AT_ONCE = 400;

    private final Database database;
    private final int size;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final NavigableMap<Long, Worded> newest = new TreeMap<>();
    /// Places in `newestBorns`, by gram.
    private final Map<String, BitSet> newestGrams = new HashMap<>();
    private final List<Long> newestBorns = new ArrayList<>();
    private final List<Long> segments = new ArrayList<>();
    private long seen = -1;

    private record Worded(long revision, long born, String words) {}

    /// Takes candidates, latest born first in each call; false ends the search.
    interface Taker {
        boolean take(Connection c, List<Long> borns) throws SQLException;
    }

    public CaseWords(Database database) {
        this(database, SEGMENT);
    }

    /// With segments of another size.
    CaseWords(Database database, int segment) {
        this.database = database;
        this.size = segment;
    }

    /// Reads what was worded since it last looked, and writes segments where there is enough for one. Nothing is asked
    /// of anybody before the first time is done.
    public void catchUp() {
        lock.lock();
        try {
            database.with(c -> {
                if (seen < 0) {
                    segments.addAll(
                            Sql.list(c, "SELECT segment FROM gram_segments ORDER BY segment DESC", r -> r.getLong(1)));
                    stored.addAll(Sql.list(c, "SELECT gram FROM grams", r -> r.getString(1)));
                    seen = segments.isEmpty() ? 0 : segments.getFirst();
                }
                int more;
                do {
                    more = read(c);
                    while (newest.size() >= 2 * size) {
                        write(c);
                    }
                } while (more > 0);
                return null;
            });
        } finally {
            lock.unlock();
        }
    }

    private int read(Connection c) throws SQLException {
        List<Worded> rows = Sql.list(
                c,
                "SELECT revision, born, words FROM case_words WHERE revision > ? ORDER BY revision FETCH FIRST " + size
                        + " ROWS ONLY",
                r -> new Worded(r.getLong(1), r.getLong(2), r.getString(3)),
                seen);
        for (Worded row : rows) {
            newest.put(row.revision(), row);
            index(row);
            seen = row.revision();
        }
        return rows.size();
    }

    private void index(Worded row) {
        int place = newestBorns.size();
        newestBorns.add(row.born());
        for (String gram : Term.grams(row.words())) {
            newestGrams.computeIfAbsent(gram, g -> new BitSet()).set(place);
        }
    }

    private void write(Connection c) throws SQLException {
        List<Worded> rows = newest.values().stream().limit(size).toList();
        long segment = rows.getLast().revision();
        long[] borns = rows.stream().mapToLong(Worded::born).sorted().distinct().toArray();
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < borns.length; i++) {
            places.put(borns[i], i);
        }
        Map<String, BitSet> grams = new TreeMap<>();
        for (Worded row : rows) {
            int place = places.getOrDefault(row.born(), 0);
            for (String gram : Term.grams(row.words())) {
                grams.computeIfAbsent(gram, g -> new BitSet(size)).set(place);
            }
        }
        Sql.update(c, "DELETE FROM gram_cases WHERE segment = ?", segment); // of a run that was cut off
        try (PreparedStatement s =
                c.prepareStatement("INSERT INTO gram_cases (segment, gram, places) VALUES (?, ?, ?)")) {
            int waiting = 0;
            for (Map.Entry<String, BitSet> e : grams.entrySet()) {
                Sql.set(
                        s,
                        segment,
                        e.getKey(),
                        Numbers.pack(e.getValue().stream().asLongStream().toArray()));
                s.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    s.executeBatch();
                }
            }
            s.executeBatch();
        }
        for (String gram : grams.keySet()) {
            if (!stored.contains(gram)) {
                Sql.update(c, "INSERT INTO grams (gram) VALUES (?)", gram);
                stored.add(gram);
            }
        }
        Sql.update(c, "INSERT INTO gram_segments (segment, cases) VALUES (?, ?)", segment, Numbers.pack(borns));
        segments.addFirst(segment);
        newest.headMap(segment, true).clear();
        newestGrams.clear();
        newestBorns.clear();
        newest.values().forEach(this::index);
    }

    /// Cases that may hold all terms, the newest words first; `Taker` looks at the words themselves.
    void candidates(Connection c, List<Term> terms, Taker taker) throws SQLException {
        List<List<List<Set<String>>>> ways;
        List<Long> fresh;
        List<Long> order;
        lock.lock();
        try {
            Set<String> known = new HashSet<>(stored);
            known.addAll(newestGrams.keySet());
            ways = terms.stream().map(t -> t.ways(known)).toList();
            BitSet places = all(ways, newestGrams);
            fresh = places.stream().mapToObj(newestBorns::get).toList().reversed();
            order = List.copyOf(segments);
        } finally {
            lock.unlock();
        }
        if (ways.stream().anyMatch(List::isEmpty) || !taker.take(c, fresh)) {
            return; // no text has ever had one of the words, or the page is full
        }
        Set<String> grams = ways.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        for (long segment : order) {
            List<Long> found = found(c, segment, ways, grams);
            if (!found.isEmpty() && !taker.take(c, found)) {
                return;
            }
        }
    }

    private static List<Long> found(
            Connection c, long segment, List<List<List<Set<String>>>> ways, Collection<String> grams)
            throws SQLException {
        BitSet all = all(ways, places(c, segment, List.copyOf(grams)));
        if (all.isEmpty()) {
            return List.of();
        }
        long[] borns = Sql.one(
                        c,
                        "SELECT cases FROM gram_segments WHERE segment = ?",
                        r -> Numbers.unpack(r.getBytes(1)),
                        segment)
                .orElseThrow();
        List<Long> found = new ArrayList<>();
        for (int i = all.length(); (i = all.previousSetBit(i - 1)) >= 0; ) {
            found.add(borns[i]);
        }
        return found;
    }

    /// Places that may have every term.
    private static BitSet all(List<List<List<Set<String>>>> ways, Map<String, BitSet> places) {
        BitSet all = null;
        for (List<List<Set<String>>> term : ways) {
            BitSet any = new BitSet();
            for (List<Set<String>> way : term) {
                any.or(both(way, places));
            }
            if (all == null) {
                all = any;
            } else {
                all.and(any);
            }
        }
        return all == null ? new BitSet() : all;
    }

    private static BitSet both(List<Set<String>> way, Map<String, BitSet> places) {
        BitSet result = null;
        for (Set<String> position : way) {
            BitSet any = new BitSet();
            for (String gram : position) {
                BitSet has = places.get(gram);
                if (has != null) {
                    any.or(has);
                }
            }
            if (result == null) {
                result = any;
            } else {
                result.and(any);
            }
        }
        return result == null ? new BitSet() : result;
    }

    private static Map<String, BitSet> places(Connection c, long segment, List<String> grams) throws SQLException {
        Map<String, BitSet> places = new HashMap<>();
        for (int from = 0; from < grams.size(); from += AT_ONCE) {
            List<String> some = grams.subList(from, Math.min(grams.size(), from + AT_ONCE));
            List<Object> args = new ArrayList<>(some);
            args.addFirst(segment);
            Sql.list(
                    c,
                    "SELECT gram, places FROM gram_cases WHERE segment = ? AND gram IN ("
                            + String.join(",", java.util.Collections.nCopies(some.size(), "?")) + ")",
                    r -> {
                        BitSet bits = new BitSet();
                        for (long place : Numbers.unpack(r.getBytes(2))) {
                            bits.set((int) place);
                        }
                        return places.put(r.getString(1), bits);
                    },
                    args.toArray());
        }
        return places;
    }
}
