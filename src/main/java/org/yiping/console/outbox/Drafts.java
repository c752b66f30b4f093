package org.yiping.console.outbox;

import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;

/// What somebody was writing and has not sent (草稿), on this console's disk and for this user alone: a crash costs the
/// last second. Nothing here blocks; any thread.
///
/// A draft is fields by their names, under a name of its own: it is a form half filled in, not a command.
public interface Drafts {
    /// Every draft by its name, the one changed last last; empty where the disk cannot be read.
    CompletableFuture<SequencedMap<String, Map<String, String>>> all();

    /// Keeps it as it is now.
    void keep(String name, Map<String, String> fields);

    void drop(String name);
}
