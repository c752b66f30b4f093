package org.yiping.console.cache;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.yiping.protocol.Json;
import tools.jackson.core.type.TypeReference;

/// Drafts on disk, of one user at one address: what was written before the platform has said its name is theirs too.
/// Blocks; any thread.
public final class DraftTable {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Database database;
    private final String owner;

    DraftTable(Database database, Owner owner) {
        this.database = database;
        this.owner = owner.key(owner.address());
    }

    /// The one changed last last.
    public SequencedMap<String, Map<String, String>> all() throws IOException {
        return run(connection -> {
            SequencedMap<String, Map<String, String>> drafts = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT name, fields FROM drafts WHERE owner = ? ORDER BY changed_at, name")) {
                select.setString(1, owner);
                try (ResultSet line = select.executeQuery()) {
                    while (line.next()) {
                        drafts.put(line.getString(1), Json.mapper().readValue(line.getString(2), FIELDS));
                    }
                }
            }
            return drafts;
        });
    }

    public void put(String name, Map<String, String> fields, Instant now) throws IOException {
        run(connection -> {
            try (PreparedStatement put = connection.prepareStatement(
                    "MERGE INTO drafts(owner, name, fields, changed_at) KEY(owner, name) VALUES (?, ?, ?, ?)")) {
                put.setString(1, owner);
                put.setString(2, name);
                put.setString(3, Json.mapper().writeValueAsString(fields));
                put.setLong(4, now.toEpochMilli());
                return put.executeUpdate();
            }
        });
    }

    public void remove(String name) throws IOException {
        run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM drafts WHERE owner = ? AND name = ?")) {
                delete.setString(1, owner);
                delete.setString(2, name);
                return delete.executeUpdate();
            }
        });
    }

    private <R> R run(Database.Work<R> work) throws IOException {
        try {
            return database.transaction(work);
        } catch (SQLException e) {
            throw new IOException("drafts: H2 " + e.getErrorCode(), e);
        }
    }
}
