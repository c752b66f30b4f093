package org.yiping.console.cache;

import org.jspecify.annotations.Nullable;

/// A change of one row: put with its JSON, or gone without. Immutable as long as nobody writes into the
/// body; no record, because an array has no equality.
public final class Row {
    private final String kind;
    private final String id;
    private final byte @Nullable [] body;

    private Row(String kind, String id, byte @Nullable [] body) {
        this.kind = kind;
        this.id = id;
        this.body = body;
    }

    public static Row put(String kind, String id, byte[] body) {
        return new Row(kind, id, body);
    }

    public static Row gone(String kind, String id) {
        return new Row(kind, id, null);
    }

    public String kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    byte @Nullable [] body() {
        return body;
    }
}
