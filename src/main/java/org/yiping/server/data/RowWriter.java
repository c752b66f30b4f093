package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the rows a batch has touched, each once however often it was touched. Stateless; one thread a connection.
final class RowWriter {
    private static final String INSERT_CASE = "INSERT INTO cases (revision, trail, state, ending, department, area,"
            + " source, reported_ms, filed_ms, dispatched_ms, closed_ms, yellow_ms, due_ms, on_time, assisting, class_code,"
            + " component, longitude, latitude, tile, caller, flags, number, born, id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_CASE = "UPDATE cases SET revision = ?, trail = ?, state = ?, ending = ?,"
            + " department = ?, area = ?, source = ?, reported_ms = ?, filed_ms = ?, dispatched_ms = ?, closed_ms = ?,"
            + " yellow_ms = ?, due_ms = ?, on_time = ?, assisting = ?, class_code = ?, component = ?, longitude = ?,"
            + " latitude = ?, tile = ?, caller = ?, flags = ?, number = ? WHERE born = ? AND id = ?";
    private static final String INSERT_FACT =
            "INSERT INTO facts (revision, area, department, born, kind, id) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_FACT =
            "UPDATE facts SET revision = ?, area = ?, department = ? WHERE born = ? AND kind = ? AND id = ?";
    private static final String INSERT_WORDS = "INSERT INTO case_words (revision, words, born) VALUES (?, ?, ?)";
    private static final String UPDATE_WORDS = "UPDATE case_words SET revision = ?, words = ? WHERE born = ?";
    private static final String UPDATE_TRAIL = "UPDATE cases SET trail = ? WHERE born = ?";

    private RowWriter() {}

    /// `changed` holds the last change of each row by `kind/id`; a case only its history has grown is not in it. Rows
    /// born after revision `since` are new; cases in `reworded` are found by other words from now on.
    static void write(Connection c, long since, Collection<Row> rows, Map<String, Change> changed, Set<String> reworded)
            throws SQLException {
        try (Statements statements = new Statements(c)) {
            for (Row row : rows) {
                Row.Place p = row.place();
                Change change = changed.get(row.kind() + "/" + row.id());
                if (change == null) {
                    statements.add(UPDATE_TRAIL, p.trail(), p.born());
                } else if (change.facts() != null) {
                    boolean fresh = p.born() > since;
                    statements.add(fresh ? INSERT_CASE : UPDATE_CASE, columns(row, change.facts()));
                    if (fresh || reworded.contains(row.id())) {
                        statements.add(
                                fresh ? INSERT_WORDS : UPDATE_WORDS,
                                p.revision(),
                                change.facts().words(),
                                p.born());
                    }
                } else {
                    statements.add(
                            p.born() > since ? INSERT_FACT : UPDATE_FACT,
                            p.revision(),
                            change.scope().area(),
                            change.scope().department(),
                            p.born(),
                            row.kind(),
                            row.id());
                }
            }
            statements.run();
        }
    }

    /// Brings every column of a case in step with its facts.
    static void rewrite(Statements statements, Row row, CaseFacts facts) throws SQLException {
        statements.add(UPDATE_CASE, columns(row, facts));
        statements.add("DELETE FROM case_words WHERE born = ?", row.place().born());
        statements.add(INSERT_WORDS, row.revision(), facts.words(), row.place().born());
    }

    private static @Nullable Object[] columns(Row row, CaseFacts facts) {
        Row.Place p = row.place();
        List<@Nullable Object> args = new ArrayList<>();
        args.add(p.revision());
        args.add(p.trail());
        args.addAll(Arrays.asList(facts.columns()));
        args.add(p.born());
        args.add(row.id());
        return args.toArray();
    }
}
