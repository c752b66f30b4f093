package org.yiping.console.store;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.room.PastPage;

/// The past as the platform's journal has it, page by page. Any thread; answers come on the link's threads and never
/// exceptionally.
public interface ReplayLookup {
    /// How cases stood just before a moment, one of them or all that were under way; that somebody asked is noted.
    CompletableFuture<Found<PastPage>> state(@Nullable CaseId about, Instant at);

    /// A further page of that: `revision` as the first one named it, `after` its next.
    CompletableFuture<Found<PastPage>> state(long revision, long after);

    /// What changed after a revision and before a moment.
    CompletableFuture<Found<PastPage>> changes(@Nullable CaseId about, long after, Instant until);
}
