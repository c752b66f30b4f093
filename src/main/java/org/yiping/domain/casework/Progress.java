package org.yiping.domain.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.automation.Automatic;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;

/// How far a case is: its state, who has it, its clocks in the order they started, the posts it passed, and
/// what is unusual about it (`flags`, open codes: closed-before-opened, rework, supervised …). `detours` is
/// absent where it went straight; `changedAt` is the instant of its last step, before which no later one can
/// be; `automatic` is absent where no rule ever announced anything,
/// `receipts` where it was never dispatched, `assisting` where nobody was asked to help, `ticks` where no step of its
/// class was ticked off, `alarm` where it calls for nobody. Immutable; any thread.
public record Progress(
        StateCode state,
        @Nullable DepartmentId department,
        @Nullable PersonId handler,
        List<CaseClock> clocks,
        Milestones milestones,
        List<String> flags,
        @Nullable Detours detours,
        @Nullable Instant changedAt,
        @Nullable Automatic automatic,
        @Nullable List<Receipt> receipts,
        @Nullable List<Assistance> assisting,
        @Nullable List<Tick> ticks,
        @Nullable Alarm alarm) {
    public Progress {
        clocks = List.copyOf(clocks);
        flags = List.copyOf(flags);
        receipts = receipts == null ? null : List.copyOf(receipts);
        assisting = assisting == null ? null : List.copyOf(assisting);
        ticks = ticks == null ? null : List.copyOf(ticks);
    }

    /// A case that went straight so far.
    public Progress(
            StateCode state,
            @Nullable DepartmentId department,
            @Nullable PersonId handler,
            List<CaseClock> clocks,
            Milestones milestones,
            List<String> flags) {
        this(state, department, handler, clocks, milestones, flags, null, null, null, null, null, null, null);
    }

    /// The same case with other announcements: no step, so `changedAt` stays.
    public Progress with(@Nullable Automatic next) {
        return new Progress(
                state,
                department,
                handler,
                clocks,
                milestones,
                flags,
                detours,
                changedAt,
                next,
                receipts,
                assisting,
                ticks,
                alarm);
    }

    /// The same case with one receipt as it is now: no step either.
    public Progress with(Receipt next) {
        List<Receipt> all = dispatched().stream()
                .map(r -> r.department().equals(next.department()) ? next : r)
                .toList();
        return new Progress(
                state,
                department,
                handler,
                clocks,
                milestones,
                flags,
                detours,
                changedAt,
                automatic,
                all,
                assisting,
                ticks,
                alarm);
    }

    /// The same case with others who help, and how they were told.
    public Progress with(List<Assistance> helping, List<Receipt> told) {
        return new Progress(
                state,
                department,
                handler,
                clocks,
                milestones,
                flags,
                detours,
                changedAt,
                automatic,
                told,
                helping,
                ticks,
                alarm);
    }

    /// The same case calling for somebody, or no more: no step either.
    public Progress with(@Nullable Alarm next) {
        return new Progress(
                state,
                department,
                handler,
                clocks,
                milestones,
                flags,
                detours,
                changedAt,
                automatic,
                receipts,
                assisting,
                ticks,
                next);
    }

    /// The departments that help the one that has the case, in the order they were asked.
    public List<Assistance> assistants() {
        return assisting == null ? List.of() : assisting;
    }

    /// The same case with other steps ticked off: no step of its way.
    public Progress withTicks(List<Tick> next) {
        return new Progress(
                state,
                department,
                handler,
                clocks,
                milestones,
                flags,
                detours,
                changedAt,
                automatic,
                receipts,
                assisting,
                next.isEmpty() ? null : next,
                alarm);
    }

    /// The steps of its class that were ticked off, in the order in which that was done.
    public List<Tick> done() {
        return ticks == null ? List.of() : ticks;
    }

    /// Without what the platform notes beside people's steps.
    Progress asStepped() {
        return new Progress(
                state,
                department,
                handler,
                clocks,
                milestones,
                flags,
                detours,
                changedAt,
                null,
                null,
                assisting,
                ticks,
                null);
    }

    /// How the last dispatch reached each department it went to.
    public List<Receipt> dispatched() {
        return receipts == null ? List.of() : receipts;
    }

    public Optional<Receipt> receipt(DepartmentId of) {
        return dispatched().stream().filter(r -> r.department().equals(of)).findFirst();
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

    /// What calling back came to since the case was closed the last time: a case that is closed anew waits anew.
    /// Absent where nobody called.
    public @Nullable CallBack calledBack() {
        CallBack last = detours == null ? null : detours.callBack();
        Instant closed = milestones.closedAt();
        return last == null || (closed != null && last.at().isBefore(closed)) ? null : last;
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
