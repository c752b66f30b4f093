package org.yiping.server.data;

import java.util.Optional;

/// Small documents by name: the city's settings, catalogue, workflow. Any thread.
public final class Meta {
    private final Database database;

    public Meta(Database database) {
        this.database = database;
    }

    public Optional<String> get(String name) {
        return database.with(c -> Sql.one(c, "SELECT content FROM meta WHERE name = ?", row -> row.getString(1), name));
    }

    public void set(String name, String content) {
        database.transact(c -> {
            if (Sql.update(c, "UPDATE meta SET content = ? WHERE name = ?", content, name) == 0) {
                Sql.update(c, "INSERT INTO meta (name, content) VALUES (?, ?)", name, content);
            }
            return null;
        });
    }
}
