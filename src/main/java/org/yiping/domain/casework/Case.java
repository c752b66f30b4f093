package org.yiping.domain.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A case (案件): what, where, from whom, how far. The fact every window shows.
///
/// Immutable; any thread. `photos` in the order they were added. The flow records (流程记录) are facts of their
/// own.
public record Case(CaseId id, CaseHead head, Subject subject, Place place, Report report, Progress progress) {

    /// The flag of a case that departments gave back too often (推诿): the duty leader rules whose it is.
    public static final String DOCKET = "docket";

    /// The number people use, the workflow version it was opened under, its photos, and the version of the catalogue
    /// that rules it: the one in force when it was filed (before that: reported). Absent where another platform set
    /// its limit.
    public record CaseHead(
            CaseNumber number,
            String workflowVersion,
            List<Attachment> photos,
            @Nullable String catalogueVersion) {
        public CaseHead {
            photos = List.copyOf(photos);
        }

        public CaseHead(CaseNumber number, String workflowVersion, List<Attachment> photos) {
            this(number, workflowVersion, photos, null);
        }

        public CaseHead with(List<Attachment> otherPhotos) {
            return new CaseHead(number, workflowVersion, otherPhotos, catalogueVersion);
        }

        CaseHead ruledBy(String version) {
            return new CaseHead(number, workflowVersion, photos, version);
        }
    }

    /// The clock that runs now, if one does.
    public Optional<CaseClock> runningClock() {
        // no stream: every list, map and count asks this of every case
        for (int i = progress.clocks().size() - 1; i >= 0; i--) {
            if (progress.clocks().get(i).running()) {
                return Optional.of(progress.clocks().get(i));
            }
        }
        return Optional.empty();
    }

    /// The light to draw at `now`. The workflow says which states are ends; see `Workflow`.
    public Light light(Instant now, Workflow workflow) {
        return switch (workflow.ending(progress.state())) {
            case CLOSED -> Light.CLOSED;
            case VOIDED -> Light.VOID;
            case PAUSED -> Light.PAUSED;
            case OPEN -> runningClock().map(c -> c.light(now)).orElse(Light.NONE);
        };
    }

    /// Whether a department ran over its handling limit, whatever was decided about it later.
    public boolean handlingOverran() {
        return progress.clocks().stream().anyMatch(c -> c.stage().equals(CaseClock.HANDLE) && c.overran());
    }

    /// Whether its own caller wants to be called back (应回访); who reported what was merged into it is not asked for.
    public boolean wantsCallBack() {
        Caller caller = report.caller();
        return caller != null && caller.callBack();
    }

    /// Whether its caller wants to be called back and was not reached yet. Whether that is due, the workflow says.
    public boolean awaitsCallBack() {
        CallBack call = progress.calledBack();
        return wantsCallBack() && (call == null || !call.reached());
    }

    /// The clock a suspension has paused.
    public Optional<CaseClock> pausedClock() {
        return progress.clocks().stream().filter(CaseClock::paused).findFirst();
    }

    /// The case as people's steps made it, without what the platform notes beside them.
    public Case asStepped() {
        return withProgress(progress.asStepped());
    }

    public Case withProgress(Progress next) {
        return new Case(id, head, subject, place, report, next);
    }
}
