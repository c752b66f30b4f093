package org.yiping.server.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects executions by statement and runs each statement once for all of them. One thread.
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    void add(String sql, @Nullable Object... args) throws SQLException {
        PreparedStatement s = prepared.get(sql);
        if (s == null) {
            s = connection.prepareStatement(sql);
            prepared.put(sql, s);
        }
        Sql.set(s, args);
        s.addBatch();
    }

    void run() throws SQLException {
        for (PreparedStatement s : prepared.values()) {
            s.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement s : prepared.values()) {
            s.close();
        }
    }
}
