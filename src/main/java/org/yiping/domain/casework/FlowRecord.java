package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;

/// One entry of a case's flow (流程记录): append-only, never changed (domain.md 2.5 guards). Immutable; any thread.
///
/// `note` is the reason or opinion in the actor's words; `given` the other fields the step asked for, absent
/// where it asked for none; `overruled` what the platform had recommended where another department was chosen.
public record FlowRecord(
        RecordId id,
        CaseId caseId,
        Instant at,
        Actor actor,
        Step step,
        String note,
        Command.@Nullable Fields given,
        @Nullable Overruled overruled) {
    public FlowRecord(
            RecordId id,
            CaseId caseId,
            Instant at,
            Actor actor,
            Step step,
            String note,
            Command.@Nullable Fields given) {
        this(id, caseId, at, actor, step, note, given, null);
    }

    public FlowRecord(RecordId id, CaseId caseId, Instant at, Actor actor, Step step, String note) {
        this(id, caseId, at, actor, step, note, null, null);
    }

    public FlowRecord withOverruled(DepartmentId recommended, DepartmentId chosen, String version) {
        return new FlowRecord(id, caseId, at, actor, step, note, given, new Overruled(recommended, chosen, version));
    }

    /// A recommendation that was not followed (未采纳建议), and by which version of the city's rules it was made.
    public record Overruled(DepartmentId recommended, DepartmentId chosen, String adviceVersion) {}

    /// What was done and where it led. `from` equals `to` where the state did not change.
    public record Step(ActionCode action, StateCode from, StateCode to) {}
}
