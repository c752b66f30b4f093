package org.yiping.server.data;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.yiping.domain.geo.Layer;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Map layers and the components, each one gzip stream of NDJSON that is sent as it lies here. Any thread.
public final class LayerTable {
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

    /// Replaces a layer by `gzip`.
    public void put(Layer layer, byte[] gzip) {
        database.transact(c -> {
            Sql.update(c, "DELETE FROM layer_pieces WHERE name = ?", layer.name());
            Sql.update(c, "DELETE FROM layers WHERE name = ?", layer.name());
            Sql.update(
                    c,
                    "INSERT INTO layers (name, revision, features, attribution, datum) VALUES (?, ?, ?, ?, ?)",
                    layer.name(),
                    layer.revision(),
                    layer.count(),
                    layer.attribution(),
                    layer.datum());
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

    /// Copies the gzip stream to `out`.
    public void copy(String name, OutputStream out) throws IOException {
        for (byte[] part : pieces(name)) {
            out.write(part);
        }
    }

    /// The gzip stream to read here.
    public InputStream open(String name) {
        List<InputStream> streams = new ArrayList<>();
        pieces(name).forEach(p -> streams.add(new ByteArrayInputStream(p)));
        return new java.io.SequenceInputStream(java.util.Collections.enumeration(streams));
    }

    /// Every row of a layer, one after the other; none where there is no such layer.
    public void rows(String name, Consumer<JsonNode> taking) {
        if (find(name).isEmpty()) {
            return;
        }
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(open(name), 1 << 16), StandardCharsets.UTF_8))) {
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
