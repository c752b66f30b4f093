package org.yiping.server.data;

import java.time.Instant;
import java.util.Optional;

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
