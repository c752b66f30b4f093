package org.yiping.console.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/// One H2 file with one connection. Work on it is serialised; any thread.
///
/// Two files instead of one, because they live differently: facts are many, rewritten all day and rebuilt
/// when lost; the outbox is small, forced to the disk command by command and must survive whatever
/// happens to the facts.
final class Database implements AutoCloseable {
    /// A commit writes at once (`WRITE_DELAY=0`) but does not force; see `sync`. The short retention lets
    /// H2 reuse space soon: with the default a busy day grows the file by gigabytes.
    private static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0" + ";CACHE_SIZE=8192;LOCK_TIMEOUT=10000";

    private final String url;
    private final String schema;
    private Connection connection;
    private boolean broken;

    private Database(String url, String schema, Connection connection) {
        this.url = url;
        this.schema = schema;
        this.connection = connection;
    }

    /// `file` without H2's suffix.
    static Database open(Path file, String schema, int retentionMillis) throws SQLException {
        return open("file:" + file.toAbsolutePath(), schema, retentionMillis);
    }

    /// `place` is H2's own word for it, so that a test can lay a counting file system under it.
    static Database open(String place, String schema, int retentionMillis) throws SQLException {
        String url = "jdbc:h2:" + place + SETTINGS + ";RETENTION_TIME=" + retentionMillis;
        return new Database(url, schema, connect(url, schema));
    }

    private static Connection connect(String url, String schema) throws SQLException {
        Connection connection = DriverManager.getConnection(url, "sa", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute(script(schema));
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    /// One transaction: committed when the work returns, undone when it throws. After a broken write (a
    /// full disk) H2 has closed the file; the next work opens it again.
    synchronized <R> R transaction(Work<R> work) throws SQLException {
        if (broken || connection.isClosed()) {
            discard(connection);
            connection = connect(url, schema);
            broken = false;
        }
        try {
            R result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
            } catch (SQLException _) {
                broken = true;
            }
            throw e;
        }
    }

    /// Forces everything committed so far to the disk: H2 does not at commit, whatever `WRITE_DELAY` says.
    synchronized void sync() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    interface Clearing {
        void run() throws IOException;
    }

    /// Begins with an empty file, when `clearing` has taken this one away.
    synchronized void renew(Clearing clearing) throws SQLException, IOException {
        discard(connection);
        broken = true; // should one of the next two fail, whoever comes later tries again
        clearing.run();
        connection = connect(url, schema);
        broken = false;
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // it was broken already
        }
    }

    private static String script(String name) {
        try (InputStream in = Objects.requireNonNull(Database.class.getResourceAsStream("/org/yiping/cache/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a resource of our own jar", e);
        }
    }

    @Override
    public synchronized void close() {
        discard(connection);
    }
}
