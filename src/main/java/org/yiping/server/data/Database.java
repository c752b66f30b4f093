package org.yiping.server.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.LongAdder;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections to one city's storage: an H2 file of our own, or a PostgreSQL database. Any thread.
///
/// H2 runs with WRITE_DELAY=0, because with the default delay acknowledged commits were lost by a kill;
/// that alone writes but does not force to disk, so `sync` does, once for all the commits that wait
/// together. RETENTION_TIME is short, because by default every commit keeps its old pages for 45 s and
/// the file grows by gigabytes an hour. COMPRESS halves what a commit writes: measured with 20,000
/// cases, 2.1 KB a command instead of 4.4 in batches of 23.
public final class Database implements AutoCloseable {
    /// What H2 keeps a city in, in the data folder.
    static final String FILE = "yiping.mv.db";

    /// The newest script in `migrations`: when the storage stands there already, start-up spares itself the migrator.
    static final String NEWEST = "9";

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final String H2_OPTIONS =
            ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;CACHE_SIZE=196608;COMPRESS=TRUE";

    private final HikariDataSource pool;
    private final boolean h2;
    private final LongAdder syncs = new LongAdder();

    private Database(HikariDataSource pool, boolean h2) {
        this.pool = pool;
        this.h2 = h2;
    }

    /// Work on a connection that is given back afterwards.
    public interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /// The H2 storage there is in a folder. Throws where there is none: a wrong folder is not a city without cases.
    public static Database existing(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(FILE))) {
            throw new NoSuchFileException("no city's storage in " + folder.toAbsolutePath() + ": " + FILE
                    + " is not there. Is --data the server's own folder? PostgreSQL brings its own tools.");
        }
        return open(folder, null);
    }

    /// Opens the storage in `folder`, or at `url` where one is given, and brings its tables up to date.
    public static Database open(Path folder, @Nullable String url) {
        boolean h2 = url == null || url.startsWith("jdbc:h2:");
        String address =
                url != null ? url : "jdbc:h2:file:" + folder.toAbsolutePath().resolve("yiping") + H2_OPTIONS;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        if (h2) {
            config.setUsername("sa");
            config.setPassword("");
        }
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setPoolName("storage");
        Database database;
        try {
            database = new Database(new HikariDataSource(config), h2);
        } catch (RuntimeException e) {
            throw new StorageException("cannot open the storage at " + folder, e);
        }
        try {
            database.migrate();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private void migrate() {
        String found = version();
        if (NEWEST.equals(found)) {
            LOG.info("the storage is of version {}, as this program's", NEWEST);
        } else {
            LOG.info("the storage is of version {} and is brought to {}", found == null ? "none" : found, NEWEST);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:org/yiping/server/migrations")
                    .load()
                    .migrate();
        }
        new CaseIndexes(this).complete();
    }

    private @Nullable String version() {
        try (Connection c = pool.getConnection()) {
            String table = h2 ? "\"flyway_schema_history\"" : "flyway_schema_history";
            return Sql.one(
                            c,
                            "SELECT \"version\" FROM " + table + " WHERE \"success\" ORDER BY \"installed_rank\" DESC",
                            row -> row.getString(1))
                    .orElse(null);
        } catch (SQLException e) {
            return null; // no table yet: the migrator decides
        }
    }

    /// Work that only reads, or that commits statement by statement.
    public <T extends @Nullable Object> T with(Work<T> work) {
        try (Connection c = pool.getConnection()) {
            return work.on(c);
        } catch (SQLException e) {
            throw new StorageException("storage failed: " + e.getSQLState(), e);
        }
    }

    /// Work that happens wholly or not at all.
    public <T extends @Nullable Object> T transact(Work<T> work) {
        return with(c -> {
            c.setAutoCommit(false);
            try {
                T result = work.on(c);
                c.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(c, e);
                throw e;
            } finally {
                restore(c);
            }
        });
    }

    private static void rollback(Connection c, Exception cause) {
        try {
            c.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void restore(Connection c) throws SQLException {
        if (!c.isClosed()) {
            c.setAutoCommit(true);
        }
    }

    /// Forces everything committed so far to disk. PostgreSQL did that at commit.
    public void sync() {
        if (h2) {
            with(c -> {
                try (Statement s = c.createStatement()) {
                    return s.execute("CHECKPOINT SYNC");
                }
            });
        }
        syncs.increment();
    }

    /// How often `sync` was called since the start: tests count that no answer precedes one.
    public long syncs() {
        return syncs.sum();
    }

    public boolean isH2() {
        return h2;
    }

    /// Whether a query is answered now.
    public boolean answers() {
        try {
            return with(c -> Sql.one(c, "SELECT 1", row -> row.getInt(1)).isPresent());
        } catch (StorageException e) {
            return false;
        }
    }

    /// Closes the storage; an H2 file is left compact.
    @Override
    public void close() {
        if (h2 && !pool.isClosed()) {
            try (Connection c = pool.getConnection();
                    Statement s = c.createStatement()) {
                s.execute("SHUTDOWN");
            } catch (SQLException e) {
                // closing what is broken: nothing of value is lost, everything acknowledged was synced
            }
        }
        pool.close();
    }
}
