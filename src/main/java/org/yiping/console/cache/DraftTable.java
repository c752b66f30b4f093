package org.yiping.console.cache;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yiping.domain.casework.CaseId;

/// One person's drafts on disk, beside the commands they may become. Blocks; any thread.
///
/// Whatever post the person sits in: words are the person's. Written without an fsync: a killed console loses none of
/// them, a power cut the last seconds.
public final class DraftTable {
    private final Database database;
    private final String owner;

    DraftTable(Database database, Owner owner) {
        this.database = database;
        this.owner = owner.address() + " " + owner.user();
    }

    public List<DraftRow> all() throws IOException {
        return run(connection -> {
            List<DraftRow> rows = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT about, part, text, written_at FROM drafts WHERE owner = ?")) {
                select.setString(1, owner);
                try (ResultSet line = select.executeQuery()) {
                    while (line.next()) {
                        rows.add(new DraftRow(
                                new CaseId(line.getString(1)),
                                line.getString(2),
                                line.getString(3),
                                Instant.ofEpochMilli(line.getLong(4))));
                    }
                }
            }
            return rows;
        });
    }

    /// As they read now; those without a text go.
    public void write(Collection<DraftRow> rows) throws IOException {
        run(connection -> {
            try (PreparedStatement put = connection.prepareStatement(
                            "MERGE INTO drafts(owner, about, part, text, written_at) VALUES (?, ?, ?, ?, ?)");
                    PreparedStatement delete = connection.prepareStatement(
                            "DELETE FROM drafts WHERE owner = ? AND about = ? AND part = ?")) {
                for (DraftRow row : rows) {
                    PreparedStatement statement = row.text().isEmpty() ? delete : put;
                    statement.setString(1, owner);
                    statement.setString(2, row.about().value());
                    statement.setString(3, row.part());
                    if (!row.text().isEmpty()) {
                        statement.setString(4, row.text());
                        statement.setLong(5, row.at().toEpochMilli());
                    }
                    statement.executeUpdate();
                }
            }
            return rows.size();
        });
    }

    /// Takes over what was left there; of two drafts of the same thing the one that was touched last.
    void adopt(DraftTable left) throws IOException {
        List<DraftRow> theirs = left.all();
        List<DraftRow> mine = all();
        write(theirs.stream()
                .filter(t -> mine.stream().noneMatch(m -> same(m, t) && !m.at().isBefore(t.at())))
                .toList());
        left.write(theirs.stream()
                .map(t -> new DraftRow(t.about(), t.part(), "", t.at()))
                .toList());
    }

    private static boolean same(DraftRow a, DraftRow b) {
        return a.about().equals(b.about()) && a.part().equals(b.part());
    }

    private <R> R run(Database.Work<R> work) throws IOException {
        try {
            return database.transaction(work);
        } catch (SQLException e) {
            throw new IOException("the drafts' file: " + e.getErrorCode(), e);
        }
    }
}
