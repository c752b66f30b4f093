package org.yiping.console.ui.cases;

import java.time.Instant;
import java.util.Comparator;

/// How the queue is sorted: what is due first stands first, what has no clock last, the newest closed before older.
/// Stateless; any thread.
enum QueueOrder {
    DEADLINE,
    AREA,
    NEWEST;

    Comparator<Sight> order() {
        Comparator<Sight> first = switch (this) {
            case DEADLINE -> Comparator.comparing(Sight::dueAt).thenComparing(QueueOrder::reported);
            case AREA -> Comparator.comparing(QueueOrder::area).thenComparing(Sight::dueAt);
            case NEWEST -> Comparator.comparing(QueueOrder::reported).reversed();
        };
        return first.thenComparing(s -> s.value().id().value());
    }

    private static Instant reported(Sight s) {
        return s.value().report().reportedAt();
    }

    /// The street's part of the area code; places without an area come last.
    private static String area(Sight s) {
        var area = s.value().place().area();
        if (area == null) {
            return "\uFFFF";
        }
        String code = area.value();
        return code.length() > 9 ? code.substring(0, 9) : code;
    }
}
