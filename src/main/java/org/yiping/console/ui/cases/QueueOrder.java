package org.yiping.console.ui.cases;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;

/// How the queue is sorted: what is due first stands first, what has no clock last, the newest closed before older.
/// Stateless; any thread.
enum QueueOrder {
    DEADLINE,
    AREA,
    NEWEST;

    /// The street's part of the area code.
    private static final int STREET = 9;

    /// What the rows are compared by first; `due` is that of the running clock.
    long key(Case value, long due) {
        return switch (this) {
            case DEADLINE -> due;
            case AREA -> street(value.place().area());
            case NEWEST -> -value.report().reportedAt().toEpochMilli();
        };
    }

    /// What the rows of one key are compared by.
    Comparator<Case> ties() {
        Comparator<Case> id = Comparator.comparing(c -> c.id().value());
        Comparator<Case> reported = Comparator.comparing(c -> c.report().reportedAt());
        return switch (this) {
            case DEADLINE -> reported.thenComparing(id);
            case AREA -> Comparator.comparingLong(QueueOrder::due).thenComparing(id);
            case NEWEST -> reported.reversed().thenComparing(id);
        };
    }

    private static long due(Case value) {
        return value.runningClock().map(c -> c.dueAt().toEpochMilli()).orElse(Long.MAX_VALUE);
    }

    /// Characters side by side, so that numbers compare as the codes do; places without an area come last.
    private static long street(@Nullable AreaCode area) {
        if (area == null) {
            return Long.MAX_VALUE;
        }
        long key = 0;
        for (int i = 0; i < STREET; i++) {
            key = (key << 7) | (i < area.value().length() ? area.value().charAt(i) & 0x7f : 0);
        }
        return key;
    }
}
