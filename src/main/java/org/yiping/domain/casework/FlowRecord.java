package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;

/// One entry of a case's flow (流程记录): append-only, never changed (domain.md 2.5 guards). Immutable; any thread.
///
/// `note` is the reason or opinion in the actor's words; `given` the other fields the step asked for, absent
/// where it asked for none.
public record FlowRecord(
        RecordId id, CaseId caseId, Instant at, Actor actor, Step step, String note, Command.@Nullable Fields given) {
    public FlowRecord(RecordId id, CaseId caseId, Instant at, Actor actor, Step step, String note) {
        this(id, caseId, at, actor, step, note, null);
    }

    /// What was done and where it led. `from` equals `to` where the state did not change.
    public record Step(ActionCode action, StateCode from, StateCode to) {}
}
