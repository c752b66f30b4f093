package org.yiping.server.data;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Layer;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Map layers and the components, each one gzip stream of NDJSON that is sent as it lies here. Any thread.
public final class LayerTable {
    /// By what people are judged: what another version takes the place of is kept, so that a past day can be judged
    /// again.
    private static final List<String> KEPT = List.of("cell", "community", "street", "district", "road", "roads");
    /// So long a city is put together before anybody is judged by it.
    private static final Duration NEW = Duration.ofDays(1);

    private static final int PIECE = 512 * 1024;

    private final Database database;

    public LayerTable(Database database) {
        this.database = database;
    }

    public List<Layer> all() {
        return database.with(c -> Sql.list(c, "SELECT * FROM layers ORDER BY name", LayerTable::read));
    }

    public Optional<Layer> find(String name) {
        return database.with(c -> Sql.one(c, "SELECT * FROM layers WHERE name = ?", LayerTable::read, name));
    }

    private static Layer read(ResultSet r) throws SQLException {
        return new Layer(
                r.getString("name"),
                r.getLong("revision"),
                r.getInt("features"),
                r.getString("attribution"),
                r.getString("datum"));
    }

    /// A version of a layer, as it stood from `since` on; `until` another took its place, absent of the one that
    /// stands.
    public record Edition(
            String name,
            long revision,
            Instant since,
            @Nullable Instant until) {
        public boolean stood(Instant at) {
            return !at.isBefore(since) && (until == null || at.isBefore(until));
        }
    }

    /// Every version of these layers that is kept, of each the oldest first. What a city brought on its first day was
    /// always so.
    public List<Edition> editions(Collection<String> names) {
        return database.with(c -> {
            List<Edition> all = Sql.list(
                    c,
                    "SELECT name, revision, since_ms, until_ms FROM past_layers WHERE piece = 0 ORDER BY until_ms",
                    r -> new Edition(
                            r.getString(1),
                            r.getLong(2),
                            Instant.ofEpochMilli(r.getLong(3)),
                            Instant.ofEpochMilli(r.getLong(4))));
            all.addAll(Sql.list(
                    c,
                    "SELECT name, revision, since_ms FROM layers",
                    r -> new Edition(r.getString(1), r.getLong(2), Instant.ofEpochMilli(r.getLong(3)), null)));
            all.removeIf(e -> !names.contains(e.name()));
            return all;
        });
    }

    /// Every row of a version, one after the other.
    public void rows(Edition edition, Consumer<JsonNode> taking) {
        Instant until = edition.until();
        rows(
                until == null
                        ? pieces(edition.name())
                        : database.with(c -> Sql.list(
                                c,
                                "SELECT content FROM past_layers WHERE name = ? AND until_ms = ? ORDER BY piece",
                                r -> r.getBytes(1),
                                edition.name(),
                                until.toEpochMilli())),
                taking);
    }

    /// Replaces a layer by `gzip` from an instant on.
    public void put(Layer layer, byte[] gzip, Instant at) {
        database.transact(c -> {
            long since = since(c, layer.name(), at);
            if (KEPT.contains(layer.name())) {
                // what stood for no time is not kept
                Sql.update(
                        c,
                        "INSERT INTO past_layers (name, until_ms, piece, revision, since_ms, content)"
                                + " SELECT p.name, CAST(? AS BIGINT), p.piece, l.revision, l.since_ms, p.content"
                                + " FROM layer_pieces p JOIN layers l ON l.name = p.name WHERE p.name = ?"
                                + " AND l.since_ms < ?",
                        since,
                        layer.name(),
                        since);
            }
            Sql.update(c, "DELETE FROM layer_pieces WHERE name = ?", layer.name());
            Sql.update(c, "DELETE FROM layers WHERE name = ?", layer.name());
            Sql.update(
                    c,
                    "INSERT INTO layers (name, revision, features, attribution, datum, since_ms)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    layer.name(),
                    layer.revision(),
                    layer.count(),
                    layer.attribution(),
                    layer.datum(),
                    since);
            for (int from = 0, piece = 0; from < gzip.length; from += PIECE, piece++) {
                byte[] part = java.util.Arrays.copyOfRange(gzip, from, Math.min(gzip.length, from + PIECE));
                Sql.update(
                        c,
                        "INSERT INTO layer_pieces (name, piece, content) VALUES (?, ?, ?)",
                        layer.name(),
                        piece,
                        part);
            }
            return null;
        });
        database.sync();
    }

    /// From when on a layer that is put now stands: from the beginning while the city is new.
    private static long since(Connection c, String name, Instant at) throws SQLException {
        long now = at.toEpochMilli();
        long founded = Sql.one(
                        c, "SELECT at_ms FROM journal ORDER BY revision FETCH FIRST 1 ROWS ONLY", r -> r.getLong(1))
                .orElse(now);
        long before = Sql.one(c, "SELECT since_ms FROM layers WHERE name = ?", r -> r.getLong(1), name)
                .orElse(0L);
        return now - founded < NEW.toMillis() ? before : Math.max(before, now);
    }

    /// Copies the gzip stream to `out`.
    public void copy(String name, OutputStream out) throws IOException {
        for (byte[] part : pieces(name)) {
            out.write(part);
        }
    }

    /// The gzip stream to read here.
    public InputStream open(String name) {
        return stream(pieces(name));
    }

    private static InputStream stream(List<byte[]> pieces) {
        List<InputStream> streams = new ArrayList<>();
        pieces.forEach(p -> streams.add(new ByteArrayInputStream(p)));
        return new java.io.SequenceInputStream(java.util.Collections.enumeration(streams));
    }

    /// Every row of a layer, one after the other; none where there is no such layer.
    public void rows(String name, Consumer<JsonNode> taking) {
        if (find(name).isPresent()) {
            rows(pieces(name), taking);
        }
    }

    private static void rows(List<byte[]> pieces, Consumer<JsonNode> taking) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(stream(pieces), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{\"row\":")) {
                    taking.accept(Json.mapper().readTree(line).path("row"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<byte[]> pieces(String name) {
        return database.with(c -> Sql.list(
                c, "SELECT content FROM layer_pieces WHERE name = ? ORDER BY piece", r -> r.getBytes(1), name));
    }
}
