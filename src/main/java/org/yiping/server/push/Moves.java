package org.yiping.server.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Works out which cases leave or enter somebody's sight when their rights change while they are connected. Any thread.
final class Moves {
    /// Beyond these a snapshot is cheaper than a frame.
    private static final int MOST_ENTERING = 500;
    private static final int MOST_LEAVING = 20_000;

    private final Rows rows;

    Moves(Rows rows) {
        this.rows = rows;
    }

    /// Gone rows first, then new ones; empty where a snapshot is the better way.
    Optional<List<Sight.Seen>> between(Sight before, Sight after) {
        List<Sight.Seen> changes = new ArrayList<>();
        if (!after.takes(Kinds.CASE)) {
            return Optional.of(changes);
        }
        List<String> entering = new ArrayList<>();
        for (Row row : rows.scopes()) {
            boolean was = before.reach().sees(row.scope());
            boolean is = after.reach().sees(row.scope());
            if (was && !is) {
                changes.add(new Sight.Seen(Kinds.CASE, row.id(), null, null));
            } else if (is && !was) {
                entering.add(row.id());
            }
        }
        if (entering.size() > MOST_ENTERING || changes.size() > MOST_LEAVING) {
            return Optional.empty();
        }
        for (String id : entering) {
            rows.find(Kinds.CASE, id).ifPresent(row -> changes.add(after.put(id, row.content())));
        }
        return Optional.of(changes);
    }
}
