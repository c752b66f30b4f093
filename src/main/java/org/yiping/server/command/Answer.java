package org.yiping.server.command;

import org.jspecify.annotations.Nullable;
import org.yiping.server.data.Row;

/// What becomes of a command. Immutable; any thread.
public sealed interface Answer {
    /// It is applied and on disk; its last change stands at `revision`.
    record Applied(long revision) implements Answer {}

    /// It is not applied and never will be under this key. `pointer` says where in the request; `current` is the row as
    /// it is now where the command was outdated.
    record Refused(
            int status,
            String code,
            String pointer,
            @Nullable Row current) implements Answer {}

    /// It is not applied; the same key may be sent again.
    record Postponed(int status, String code) implements Answer {}
}
