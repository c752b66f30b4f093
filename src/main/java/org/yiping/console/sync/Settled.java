package org.yiping.console.sync;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yiping.domain.command.CommandId;

/// Who must know what is in the stores: the outbox lifts its overlays by it, the paint probe starts to wait for the
/// screens. Called on the writer's thread after each batch; must not block.
public interface Settled {
    /// The stores stand at `revision`; these commands' changes came with this batch, in these commits. A snapshot, and
    /// what was committed before this console listened, comes without commits.
    void applied(long revision, Set<CommandId> commands, List<Commits> commits);

    /// Changes of one frame, and when the oldest of them was committed, in the platform's time.
    record Commits(Instant oldest, long changes) {}
}
