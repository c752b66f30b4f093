package org.yiping.console.sync;

import java.util.Set;
import org.yiping.domain.command.CommandId;

/// Who must know which commands' changes are in the stores: the outbox lifts its overlays by it. Called
/// on the writer's thread after each batch; must not block.
public interface Settled {
    /// The stores stand at `revision`; these commands' changes came with this batch.
    void applied(long revision, Set<CommandId> commands);
}
