package org.yiping.domain.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;

/// How far a case is: its state, who has it, its clocks in the order they started, the posts it passed, and
/// what is unusual about it (`flags`, open codes: closed-before-opened, rework, supervised …). `detours` is
/// absent where it went straight; `changedAt` is the instant of its last step, before which no later one can
/// be. Immutable; any thread.
public record Progress(
        StateCode state,
        @Nullable DepartmentId department,
        @Nullable PersonId handler,
        List<CaseClock> clocks,
        Milestones milestones,
        List<String> flags,
        @Nullable Detours detours,
        @Nullable Instant changedAt) {
    public Progress {
        clocks = List.copyOf(clocks);
        flags = List.copyOf(flags);
    }

    /// A case that went straight so far.
    public Progress(
            StateCode state,
            @Nullable DepartmentId department,
            @Nullable PersonId handler,
            List<CaseClock> clocks,
            Milestones milestones,
            List<String> flags) {
        this(state, department, handler, clocks, milestones, flags, null, null);
    }

    /// How often something happened to the case, e.g. `extension`.
    public int count(String what) {
        return detours == null ? 0 : detours.counts().getOrDefault(what, 0);
    }

    /// What was asked for and is not yet answered, or is in force.
    public @Nullable Request request() {
        return detours == null ? null : detours.request();
    }

    public @Nullable Supervision supervision() {
        return detours == null ? null : detours.supervision();
    }

    /// Who gave the case back, in their order.
    public List<Bounce> bounces() {
        return detours == null || detours.bounces() == null ? List.of() : detours.bounces();
    }

    /// The case this one was merged into.
    public @Nullable CaseId mergedInto() {
        return detours == null ? null : detours.mergedInto();
    }
}
