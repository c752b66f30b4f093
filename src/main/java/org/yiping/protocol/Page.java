package org.yiping.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A page of a list. `next` is the cursor of the following page, absent on the last. Immutable; any thread.
public record Page(List<JsonNode> items, @Nullable String next, long revision) {
    public Page {
        items = List.copyOf(items);
    }
}
