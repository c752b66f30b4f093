package org.yiping.console.cache;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.console.cache.OutboxRow.Progress;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;
import org.yiping.protocol.Problem;

/// The outbox on disk. A row's stage moves by compare-and-set only. Blocks; any thread.
public final class OutboxTable {
    /// The first word of an owner.
    private static final String ADDRESS = "SUBSTRING(owner, 1, LOCATE(' ', owner) - 1)";

    private final Database database;
    private final OutboxLog log;
    private final Owner owner;
    private volatile String platform;

    OutboxTable(Database database, OutboxLog log, Owner owner) throws IOException {
        this.database = database;
        this.log = log;
        this.owner = owner;
        this.platform = run(this::recall);
    }

    private String recall(Connection connection) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("SELECT name FROM platforms WHERE address = ?")) {
            find.setString(1, owner.address());
            try (ResultSet line = find.executeQuery()) {
                return line.next() ? line.getString(1) : owner.address();
            }
        }
    }

    /// Whose commands are sent from here.
    public String owner() {
        return owner.key(platform);
    }

    /// The owner as long as the platform has not said how it calls itself.
    String addressOwner() {
        return owner.key(owner.address());
    }

    /// Whether nobody has said yet how the platform at this address calls itself.
    boolean isAddressOnly() {
        return platform.equals(owner.address());
    }

    /// The platform at this address says how it calls itself. Commands that were queued for the address alone are
    /// that platform's from now on; those of another platform met here before stay its own and wait for it. Whether
    /// this is news.
    boolean met(String name) throws IOException {
        if (name.equals(platform)) {
            return false;
        }
        run(connection -> {
            try (PreparedStatement put =
                    connection.prepareStatement("MERGE INTO platforms(address, name) VALUES (?, ?)")) {
                put.setString(1, owner.address());
                put.setString(2, name);
                return put.executeUpdate();
            }
        });
        platform = name;
        assign();
        return true;
    }

    /// Gives commands queued for an address to the platform that was met there. Also those that
    /// other seats left.
    void assign() throws IOException {
        int assigned = run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE outbox SET owner = (SELECT p.name FROM platforms p WHERE p.address = "
                            + ADDRESS + ") || SUBSTRING(owner, LOCATE(' ', owner))"
                            + " WHERE EXISTS (SELECT 1 FROM platforms p WHERE p.address = " + ADDRESS + ")")) {
                return update.executeUpdate();
            }
        });
        if (assigned > 0) {
            sync();
            restartLog();
        }
    }

    /// Adds commands and returns when they are on the disk: one transaction and one fsync for all that
    /// wait together. A command that is there already stays as it is.
    public void add(List<OutboxRow> rows) throws IOException {
        log.add(rows);
        run(connection -> insert(connection, rows));
        sync();
    }

    /// Puts back what the log had, which has it still.
    void restore(List<OutboxRow> rows) throws IOException {
        if (!rows.isEmpty()) {
            run(connection -> insert(connection, rows));
            sync();
        }
    }

    /// The log begins anew with what the database holds: it is the truth as long as it is readable.
    void restartLog() throws IOException {
        log.restart(all());
    }

    /// Every row in the order it was queued, other users' too.
    public List<OutboxRow> all() throws IOException {
        return run(connection -> {
            List<OutboxRow> rows = new ArrayList<>();
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT id, owner, request, queued_at, stage, attempts,"
                                    + " revision, refusal FROM outbox ORDER BY seq");
                    ResultSet line = select.executeQuery()) {
                while (line.next()) {
                    rows.add(row(line));
                }
            }
            return rows;
        });
    }

    /// What a crash left as SENDING is QUEUED again; safe, because the platform knows the key.
    public void requeue() throws IOException {
        run(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE outbox SET stage = 'QUEUED' WHERE stage = 'SENDING'")) {
                return update.executeUpdate();
            }
        });
    }

    /// Moves a command on if it still is at `from`.
    public boolean move(CommandId id, Stage from, Progress to) throws IOException {
        return run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE outbox SET stage = ?, attempts = ?,"
                    + " revision = ?, refusal = ? WHERE id = ? AND stage = ?")) {
                progress(update, 1, to);
                update.setString(5, id.value());
                update.setString(6, from.name());
                return update.executeUpdate() == 1;
            }
        });
    }

    /// Queues an expired command again with another request (a later expiry), if it still is expired.
    public boolean revive(CommandId id, CommandRequest request) throws IOException {
        boolean revived = run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE outbox SET stage = 'QUEUED', request = ? WHERE id = ? AND stage = 'EXPIRED'")) {
                update.setString(1, Json.mapper().writeValueAsString(request));
                update.setString(2, id.value());
                return update.executeUpdate() == 1;
            }
        });
        if (revived) {
            log.add(all().stream().filter(row -> row.id().equals(id)).toList());
        }
        sync();
        return revived;
    }

    public void remove(Collection<CommandId> ids) throws IOException {
        run(connection -> delete(connection, ids));
        log.remove(ids);
    }

    /// Forces what was committed to the disk.
    public void sync() throws IOException {
        try {
            database.sync();
        } catch (SQLException e) {
            throw new IOException("the outbox is not on the disk: " + e.getErrorCode(), e);
        }
    }

    private static int insert(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("SELECT 1 FROM outbox WHERE id = ?");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO outbox(id, owner, request,"
                        + " queued_at, stage, attempts, revision, refusal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (OutboxRow row : rows) {
                find.setString(1, row.id().value());
                try (ResultSet there = find.executeQuery()) {
                    if (there.next()) {
                        continue;
                    }
                }
                insert.setString(1, row.id().value());
                insert.setString(2, row.owner());
                insert.setString(3, Json.mapper().writeValueAsString(row.request()));
                insert.setLong(4, row.queuedAt().toEpochMilli());
                progress(insert, 5, row.progress());
                insert.executeUpdate();
            }
        }
        return rows.size();
    }

    private static void progress(PreparedStatement statement, int at, Progress progress) throws SQLException {
        statement.setString(at, progress.stage().name());
        statement.setInt(at + 1, progress.attempts());
        if (progress.revision() == null) {
            statement.setNull(at + 2, Types.BIGINT);
        } else {
            statement.setLong(at + 2, progress.revision());
        }
        if (progress.refusal() == null) {
            statement.setNull(at + 3, Types.VARCHAR);
        } else {
            statement.setString(at + 3, Json.mapper().writeValueAsString(progress.refusal()));
        }
    }

    private static int delete(Connection connection, Collection<CommandId> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ?")) {
            for (CommandId id : ids) {
                delete.setString(1, id.value());
                delete.executeUpdate();
            }
        }
        return ids.size();
    }

    private static OutboxRow row(ResultSet line) throws SQLException {
        long revision = line.getLong(7);
        @Nullable Long accepted = line.wasNull() ? null : revision;
        @Nullable String refusal = line.getString(8);
        return new OutboxRow(
                new CommandId(line.getString(1)),
                line.getString(2),
                Json.mapper().readValue(line.getString(3), CommandRequest.class),
                Instant.ofEpochMilli(line.getLong(4)),
                new Progress(
                        Stage.valueOf(line.getString(5)),
                        line.getInt(6),
                        accepted,
                        refusal == null ? null : Json.mapper().readValue(refusal, Problem.class)));
    }

    private <R> R run(Database.Work<R> work) throws IOException {
        try {
            return database.transaction(work);
        } catch (SQLException e) {
            throw new IOException("the outbox's file: " + e.getErrorCode(), e);
        }
    }
}
