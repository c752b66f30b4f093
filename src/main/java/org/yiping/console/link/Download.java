package org.yiping.console.link;

import java.util.List;

/// A bulk layer as fetched. Immutable; any thread.
public sealed interface Download<T> {
    /// The platform still has the revision this console has.
    record Unchanged<T>() implements Download<T> {}

    record Rows<T>(long revision, List<T> rows) implements Download<T> {
        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
