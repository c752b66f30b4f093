package org.yiping.console.cache;

import java.time.Instant;

/// How far the platform's journal was followed, and when by this console's clock. Revision 0: never.
/// Immutable.
public record Cursor(long revision, Instant asOf) {
    public static final Cursor NONE = new Cursor(0, Instant.EPOCH);
}
