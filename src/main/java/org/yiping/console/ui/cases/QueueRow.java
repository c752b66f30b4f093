package org.yiping.console.ui.cases;

import org.yiping.domain.casework.CaseId;

/// A row of the queue: a case, or the head of a group. Immutable; any thread.
public sealed interface QueueRow {
    record OfCase(CaseId id) implements QueueRow {}

    record Head(String group) implements QueueRow {}
}
