package org.yiping.domain.room;

import java.util.List;

/// A page of the past. `next` is where the following one begins, 0 on the last; `revision` is the journal's revision
/// that the question came down to. May be empty and still have a next one. Immutable; any thread.
public record PastPage(List<PastEntry> entries, long next, long revision) {
    public PastPage {
        entries = List.copyOf(entries);
    }
}
