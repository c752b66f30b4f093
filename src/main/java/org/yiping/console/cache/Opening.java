package org.yiping.console.cache;

import java.util.List;

/// What became of opening a cache. Immutable; any thread.
public sealed interface Opening {
    record Ready(Cache cache, List<Note> notes) implements Opening {
        public Ready {
            notes = List.copyOf(notes);
        }
    }

    /// The folder cannot be used. `reason` is an open code: not-writable, too-many-seats, unreadable.
    record Failed(String reason, String detail) implements Opening {}
}
