package org.yiping.console.store;

import java.util.List;

/// A bulk layer as one immutable list with its revision, e.g. the features of `roads`. (Components are a table.)
/// Bulk rows are drawn and searched, never edited one by one, so they are no store of records. Immutable;
/// any thread.
public record Bulk<T>(String name, long revision, List<T> rows) {
    public Bulk {
        rows = List.copyOf(rows);
    }
}
