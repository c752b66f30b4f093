package org.yiping.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Body of `POST /api/v1/commands/batch`: many commands, each with a key of its own (批量操作). Immutable; any thread.
public record CommandBatch(List<Item> commands) {
    public CommandBatch {
        commands = List.copyOf(commands);
    }

    /// `key` is what travels as `Idempotency-Key` where a command comes alone. `at` is when it was given: only a
    /// platform
    /// started for a replay takes that.
    public record Item(
            String key, CommandRequest command, @Nullable Instant at) {
        public Item(String key, CommandRequest command) {
            this(key, command, null);
        }
    }

    /// What one of them came to: `status` as it would have been alone, with the revision or the problem.
    public record Answer(
            String key,
            String target,
            int status,
            @Nullable Long revision,
            @Nullable Problem problem) {}
}
