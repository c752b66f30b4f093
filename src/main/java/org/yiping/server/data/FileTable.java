package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of uploaded files; their content lies beside the database. Any thread.
public final class FileTable {
    private final Database database;

    public FileTable(Database database) {
        this.database = database;
    }

    /// A picture's facts, read from its own header. `id` is the SHA-256 of its content.
    public record Picture(String id, String mediaType, long size, int width, int height) {}

    public Optional<Picture> find(String id) {
        return database.with(c -> Sql.one(
                c,
                "SELECT * FROM files WHERE id = ?",
                r -> new Picture(
                        r.getString("id"),
                        r.getString("media_type"),
                        r.getLong("size"),
                        r.getInt("width"),
                        r.getInt("height")),
                id));
    }

    static void attach(Connection c, Map<String, List<String>> filesOfCases) throws SQLException {
        try (Statements s = new Statements(c)) {
            for (Map.Entry<String, List<String>> e : filesOfCases.entrySet()) {
                for (String file : e.getValue()) {
                    s.add("INSERT INTO file_cases (file, case_id) VALUES (?, ?)", file, e.getKey());
                }
            }
            s.run();
        }
    }

    /// Whether somebody sees a file: who uploaded it, and who sees one of the cases it belongs to.
    public boolean isSeen(String id, String person, Reach reach) {
        return database.with(c -> {
            if (Sql.one(c, "SELECT 1 FROM files WHERE id = ? AND person = ?", r -> 1, id, person)
                    .isPresent()) {
                return true;
            }
            List<@Nullable Object> args = new ArrayList<>();
            args.add(id);
            List<String> where = new ArrayList<>();
            where.add("born IN (SELECT k_born FROM case_keys"
                    + " WHERE k_id IN (SELECT case_id FROM file_cases WHERE file = ?))");
            reach.restrictCases(where, args);
            return Sql.one(
                            c,
                            "SELECT 1 FROM cases WHERE " + String.join(" AND ", where) + " FETCH FIRST 1 ROW ONLY",
                            r -> 1,
                            args.toArray())
                    .isPresent();
        });
    }

    /// Keeps the first word on a file; the same content uploaded again is the same file.
    public void add(Picture picture, String person, Instant at) {
        database.transact(c -> {
            if (Sql.one(c, "SELECT 1 FROM files WHERE id = ?", r -> 1, picture.id())
                    .isPresent()) {
                return null;
            }
            Sql.update(
                    c,
                    "INSERT INTO files (id, media_type, size, width, height, person, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    picture.id(),
                    picture.mediaType(),
                    picture.size(),
                    picture.width(),
                    picture.height(),
                    person,
                    at.toEpochMilli());
            return null;
        });
    }
}
