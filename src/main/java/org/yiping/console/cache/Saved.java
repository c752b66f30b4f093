package org.yiping.console.cache;

import java.util.List;

/// A bulk layer as it was saved. Immutable; any thread.
public record Saved<T>(long revision, List<T> rows) {
    public Saved {
        rows = List.copyOf(rows);
    }
}
