package org.yiping.server.data;

/// A current row: `born` is the revision of its first entry and the cursor of lists, `trail` the last entry of its
/// history (0: none). Immutable; any thread.
public record Row(String kind, String id, String content, Scope scope, Place place) {
    public record Place(long born, long revision, long trail) {}

    public long revision() {
        return place.revision();
    }
}
