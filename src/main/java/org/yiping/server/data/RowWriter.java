package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final List<String> KEYS = List.of(
            "k_number",
            "k_class",
            "k_component",
            "k_department",
            "k_caller",
            "k_reported_ms",
            "k_longitude",
            "k_latitude",
            "k_tile");
    private static final String INSERT_KEYS = "INSERT INTO case_keys (" + String.join(", ", KEYS)
            + ", k_born, k_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /// Only where something differs: a row that is written as it was is put into every index anew.
    private static final String UPDATE_KEYS = KEYS.stream()
            .map(k -> k + " = ?")
            .collect(Collectors.joining(
                    ", ",
                    "UPDATE case_keys SET ",
                    KEYS.stream()
                            .map(k -> k + " IS DISTINCT FROM ?")
                            .collect(Collectors.joining(" OR ", " WHERE k_born = ? AND (", ")"))));
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
                    if (fresh) {
                        statements.add(INSERT_KEYS, keys(row, change.facts(), List.of(row.id())));
                    } else {
                        updateKeys(statements, row, change.facts());
                    }
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
        updateKeys(statements, row, facts);
        statements.add("DELETE FROM case_words WHERE born = ?", row.place().born());
        statements.add(INSERT_WORDS, row.revision(), facts.words(), row.place().born());
    }

    private static void updateKeys(Statements statements, Row row, CaseFacts facts) throws SQLException {
        statements.add(UPDATE_KEYS, keys(row, facts, Arrays.asList(facts.keys())));
    }

    private static @Nullable Object[] keys(Row row, CaseFacts facts, List<? extends @Nullable Object> after) {
        List<@Nullable Object> args = new ArrayList<>();
        args.addAll(Arrays.asList(facts.keys()));
        args.add(row.place().born());
        args.addAll(after);
        return args.toArray();
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
