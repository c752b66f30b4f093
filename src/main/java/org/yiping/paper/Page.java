package org.yiping.paper;

import java.util.List;

/// A page, A4 upright. Immutable; any thread.
public record Page(List<Item> items) {
    public static final double WIDTH = 595.28;
    public static final double HEIGHT = 841.89;

    public Page {
        items = List.copyOf(items);
    }
}
