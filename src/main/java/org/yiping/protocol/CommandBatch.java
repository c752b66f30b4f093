package org.yiping.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Body of `POST /api/v1/commands/batch`: many commands, each with a key of its own (批量操作). Immutable; any thread.
public record CommandBatch(List<Item> commands) {
    public CommandBatch {
        commands = List.copyOf(commands);
    }

    /// `key` is what travels as `Idempotency-Key` where a command comes alone.
    public record Item(String key, CommandRequest command) {}

    /// What one of them came to: `status` as it would have been alone, with the revision or the problem.
    public record Answer(
            String key,
            String target,
            int status,
            @Nullable Long revision,
            @Nullable Problem problem) {}
}
