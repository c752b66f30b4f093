package org.yiping.console.cache;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Problem;

/// A command's row. `owner` is whose command it is, `queuedAt` by this console's clock. Immutable; any
/// thread.
public record OutboxRow(CommandId id, String owner, CommandRequest request, Instant queuedAt, Progress progress) {
    /// `revision` where accepted, `refusal` where rejected.
    public record Progress(
            Stage stage,
            int attempts,
            @Nullable Long revision,
            @Nullable Problem refusal) {
        public static final Progress NEW = new Progress(Stage.QUEUED, 0, null, null);

        public Progress to(Stage next) {
            return new Progress(next, attempts, revision, refusal);
        }
    }
}
