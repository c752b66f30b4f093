package org.yiping.server.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.Past;
import org.yiping.domain.identity.Actor;
import org.yiping.protocol.Kinds;

/// Entries on their way into the journal: sees its own rows before they are written. One thread.
public final class Batch {
    private final Connection connection;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Change> changed = new LinkedHashMap<>();
    private final Set<String> reworded = new HashSet<>();
    private final Map<String, Row> recent;
    private final Map<String, Optional<Row>> looked = new HashMap<>();
    private final Map<String, Long> counters = new HashMap<>();
    private final List<Remembered> remembered = new ArrayList<>();
    private final Map<String, List<String>> attached = new LinkedHashMap<>();
    private final long since;
    private long revision;
    private byte[] hash;
    private long commands;

    /// Where the journal stands when a batch begins.
    @SuppressWarnings("ArrayRecordComponent") // taken apart at once
    record Start(long revision, byte[] hash, long commands) {}

    /// `recent` are rows as they stand on disk, by kind and id.
    Batch(Connection connection, Start start, Map<String, Row> recent) {
        this.connection = connection;
        this.recent = recent;
        this.since = start.revision();
        this.revision = start.revision();
        this.hash = start.hash();
        this.commands = start.commands();
    }

    /// The row as it stands, with what this batch has done to it.
    public Optional<Row> find(String kind, String id) {
        String key = kind + "/" + id;
        Row own = rows.get(key);
        if (own == null) {
            own = recent.get(key);
        }
        if (own != null) {
            return Optional.of(own);
        }
        Optional<Row> known = looked.get(key);
        return known != null ? known : reading(() -> Rows.find(connection, kind, id));
    }

    /// Every row of a kind that is no case, in the order they came to be.
    public List<Row> all(String kind) {
        Map<String, Row> found = new LinkedHashMap<>();
        reading(() -> Rows.facts(connection, kind)).forEach(r -> found.put(r.id(), r));
        rows.values().stream().filter(r -> r.kind().equals(kind)).forEach(r -> found.put(r.id(), r));
        return List.copyOf(found.values());
    }

    /// Looks many cases up at once, so that `find` need not ask for each: what an import of thousands does.
    public void look(Collection<String> cases) {
        cases.forEach(id -> looked.put(Kinds.CASE + "/" + id, Optional.empty()));
        for (Row row : reading(() -> Rows.cases(connection, cases))) {
            looked.put(Kinds.CASE + "/" + row.id(), Optional.of(row));
        }
    }

    /// Whether a case's history on disk has this very entry.
    public boolean isInHistory(Row subject, Change entry) {
        return reading(() -> Rows.history(connection, subject.place().trail())).stream()
                .map(Entry::change)
                .anyMatch(c -> c.kind().equals(entry.kind())
                        && c.id().equals(entry.id())
                        && c.content().equals(entry.content()));
    }

    /// What a row said at a revision; empty where it was not there yet.
    public Optional<String> contentAt(Row row, long at) {
        long next = row.revision();
        while (next > at) {
            long here = next;
            Optional<Entry> entry = here > since
                    ? Optional.of(entries.get((int) (here - since - 1)))
                    : reading(() -> JournalReader.at(connection, here));
            next = entry.map(e -> e.links().previous()).orElse(0L);
        }
        long found = next;
        if (found == 0) {
            return Optional.empty();
        }
        return found > since
                ? Optional.of(entries.get((int) (found - since - 1)).change().content())
                : reading(() -> JournalReader.at(connection, found))
                        .map(e -> e.change().content());
    }

    /// Who handled cases before, as it is on disk.
    public Past past() {
        return new SqlPast(connection);
    }

    private interface Reading<T> {
        T now() throws SQLException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.now();
        } catch (SQLException e) {
            throw new StorageException("storage failed: " + e.getSQLState(), e);
        }
    }

    /// Adds an entry and returns it with its revision.
    public Entry put(Origin origin, Instant at, Change change) {
        boolean history = change.caseId() != null;
        Row before = history ? null : find(change.kind(), change.id()).orElse(null);
        long previous = before == null ? 0 : before.revision();
        revision++;
        hash = Entry.hash(hash, revision, at, origin, change, previous);
        long trail = 0;
        if (history) {
            trail = extendTrail(change);
            if (change.kind().equals(Kinds.REVIEW)) { // few, and listed across cases: a row of its own as well
                Row.Place place = new Row.Place(revision, revision, 0);
                hold(new Row(change.kind(), change.id(), change.content(), change.scope(), place), change);
            }
        } else {
            if (before != null && change.facts() != null && !change.facts().wordedAlike(before.content())) {
                reworded.add(change.id());
            }
            Row.Place place = before == null
                    ? new Row.Place(revision, revision, 0)
                    : new Row.Place(
                            before.place().born(), revision, before.place().trail());
            hold(new Row(change.kind(), change.id(), change.content(), change.scope(), place), change);
        }
        Entry entry = new Entry(
                revision,
                at,
                origin,
                change,
                new Entry.Links(previous, trail, hash),
                before == null ? null : before.scope());
        entries.add(entry);
        return entry;
    }

    private void hold(Row row, @Nullable Change change) {
        String key = row.kind() + "/" + row.id();
        rows.put(key, row);
        if (change != null) {
            changed.put(key, change);
        }
    }

    private long extendTrail(Change change) {
        String caseId = String.valueOf(change.caseId());
        Row subject = find(Kinds.CASE, caseId)
                .orElseThrow(() -> new IllegalArgumentException("history of a case that is not there"));
        Row.Place p = subject.place();
        Row.Place next = new Row.Place(p.born(), p.revision(), revision);
        hold(new Row(subject.kind(), subject.id(), subject.content(), subject.scope(), next), null);
        return p.trail();
    }

    /// The number a named sequence would give next, from 1; `take` takes it.
    public long peek(String name) {
        Long last = counters.get(name);
        if (last != null) {
            return last + 1;
        }
        return 1
                + reading(() -> Sql.one(
                                connection, "SELECT amount FROM counters WHERE name = ?", r -> r.getLong(1), name))
                        .orElse(0L);
    }

    public long take(String name) {
        long next = peek(name);
        counters.put(name, next);
        return next;
    }

    public void remember(Remembered answer) {
        remembered.add(answer);
    }

    /// From now on these files are seen by who sees the case.
    public void attach(List<String> files, String caseId) {
        if (!files.isEmpty()) {
            attached.computeIfAbsent(caseId, id -> new ArrayList<>()).addAll(files);
        }
    }

    void flush() throws SQLException {
        flushJournal();
        FileTable.attach(connection, attached);
        RowWriter.write(connection, since, rows.values(), changed, reworded);
        for (Map.Entry<String, Long> e : counters.entrySet()) {
            if (Sql.update(connection, "UPDATE counters SET amount = ? WHERE name = ?", e.getValue(), e.getKey())
                    == 0) {
                Sql.update(connection, "INSERT INTO counters (name, amount) VALUES (?, ?)", e.getKey(), e.getValue());
            }
        }
        CommandTable.write(connection, remembered, commands + 1);
        commands += remembered.size();
    }

    private void flushJournal() throws SQLException {
        try (PreparedStatement s =
                connection.prepareStatement("INSERT INTO journal (revision, at_ms, person, post, seat,"
                        + " command_id, kind, id, content, reason, catalogue_version, area, department, previous, trail, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry e : entries) {
                Actor actor = e.origin().actor();
                Sql.set(
                        s,
                        e.revision(),
                        e.at().toEpochMilli(),
                        actor == null ? null : actor.person().value(),
                        actor == null ? null : actor.post().value(),
                        actor == null ? null : actor.seat().value(),
                        e.origin().commandId(),
                        e.change().kind(),
                        e.change().id(),
                        e.change().content(),
                        e.origin().reason(),
                        e.origin().catalogueVersion(),
                        e.change().scope().area(),
                        e.change().scope().department(),
                        e.links().previous(),
                        e.links().trail(),
                        e.links().hash());
                s.addBatch();
            }
            s.executeBatch();
        }
    }

    Map<String, Row> rows() {
        return rows;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    long revision() {
        return revision;
    }

    byte[] hash() {
        return hash;
    }

    long commands() {
        return commands;
    }
}
