package org.yiping.server.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Works out which rows leave or enter somebody's sight: because a case went to another area or department, or because
/// their own rights changed while they are connected. A case takes its records and reviews along. Any thread.
final class Moves {
    /// Beyond these a snapshot is cheaper than a frame.
    private static final int MOST_ENTERING = 500;
    private static final int MOST_LEAVING = 5000;
    private static final List<String> KINDS = List.of(Kinds.PERSON, Kinds.CAMERA, Kinds.SENSOR, Kinds.CASE);

    private final Rows rows;

    Moves(Rows rows) {
        this.rows = rows;
    }

    /// An entry as somebody sees it, with what it brings into or takes out of their sight.
    List<Sight.Seen> of(Entry entry, Sight sight) {
        List<Sight.Seen> changes = new ArrayList<>();
        sight.see(entry).ifPresent(changes::add);
        if (entry.change().kind().equals(Kinds.CASE) && entry.before() != null) {
            boolean was = sight.reach(Kinds.CASE).sees(entry.before());
            boolean is = sight.reach(Kinds.CASE).sees(entry.change().scope());
            if (was != is) {
                rows.find(Kinds.CASE, entry.change().id()).ifPresent(row -> history(row, sight, is, changes));
            }
        }
        return changes;
    }

    /// What changed rights take and give: gone rows first, then new ones; empty where a snapshot is the better way.
    Optional<List<Sight.Seen>> between(Sight before, Sight after) {
        List<Row> leaving = new ArrayList<>();
        List<Row> entering = new ArrayList<>();
        for (String kind : KINDS) {
            if (after.takes(kind) || (kind.equals(Kinds.CASE) && after.takesHistory())) {
                sort(rows.scopes(kind), before, after, leaving, entering);
            }
        }
        if (entering.size() > MOST_ENTERING || leaving.size() > MOST_LEAVING) {
            return Optional.empty();
        }
        List<Sight.Seen> changes = new ArrayList<>();
        for (Row row : leaving) {
            if (after.takes(row.kind())) {
                changes.add(Sight.Seen.of(row.kind(), row.id(), null, null));
            }
            history(row, after, false, changes);
        }
        for (Row scope : entering) {
            rows.find(scope.kind(), scope.id()).ifPresent(row -> {
                if (after.takes(row.kind())) {
                    changes.add(after.put(row.kind(), row.id(), row.content()));
                }
                history(row, after, true, changes);
            });
        }
        return Optional.of(changes);
    }

    private static void sort(List<Row> rows, Sight before, Sight after, List<Row> leaving, List<Row> entering) {
        for (Row row : rows) {
            boolean was = before.reach(row.kind()).sees(row.scope());
            boolean is = after.reach(row.kind()).sees(row.scope());
            if (was && !is) {
                leaving.add(row);
            } else if (is && !was) {
                entering.add(row);
            }
        }
    }

    /// The records and reviews of a case, oldest first; of other rows nothing.
    private void history(Row row, Sight sight, boolean enters, List<Sight.Seen> changes) {
        if (!row.kind().equals(Kinds.CASE) || !sight.takesHistory()) {
            return;
        }
        for (Entry e : rows.history(row.place().trail()).reversed()) {
            String kind = e.change().kind();
            if (sight.takes(kind)) {
                changes.add(
                        enters
                                ? sight.put(kind, e.change().id(), e.change().content())
                                : Sight.Seen.of(kind, e.change().id(), null, null));
            }
        }
    }
}
