package org.yiping.console.ui.cases;

import java.time.Instant;
import java.util.Comparator;

/// How the queue is sorted: what is due first stands first, what has no clock last, the newest closed before older.
/// Stateless; any thread.
enum QueueOrder {
    DEADLINE(Comparator.comparing(Sight::dueAt).thenComparing(QueueOrder::reported)),
    AREA(Comparator.comparing(QueueOrder::area).thenComparing(Sight::dueAt)),
    NEWEST(Comparator.comparing(QueueOrder::reported).reversed());

    private final Comparator<Sight> order;

    QueueOrder(Comparator<Sight> order) {
        this.order = order.thenComparing(s -> s.value().id().value());
    }

    Comparator<Sight> order() {
        return order;
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
