package org.yiping.domain.kpi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Bounce;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.StageCode;

/// Steps of a case that are no milestone, read from its clocks: a clock starts and stops with the step it is about.
/// Stateless; any thread.
final class Steps {
    static final StageCode VERIFY = new StageCode("verify");
    static final StageCode DISPATCH = new StageCode("dispatch");
    static final StageCode CHECK = new StageCode("check");
    static final StageCode CLOSE = new StageCode("close");

    private static final String WRONG = "wrong-dispatch";

    private Steps() {}

    /// The clock of a stage that was started last.
    static @Nullable CaseClock last(Case c, StageCode stage) {
        CaseClock found = null;
        for (CaseClock clock : c.progress().clocks()) {
            found = clock.stage().equals(stage) ? clock : found;
        }
        return found;
    }

    /// The clock of a stage that was started last of those that have stopped.
    static @Nullable CaseClock lastStopped(Case c, StageCode stage) {
        CaseClock found = null;
        for (CaseClock clock : c.progress().clocks()) {
            found = clock.stage().equals(stage) && clock.stoppedAt() != null ? clock : found;
        }
        return found;
    }

    /// The clock that stopped at an instant: of a stage, or of any but the one that began then.
    static @Nullable CaseClock endedAt(Case c, @Nullable StageCode stage, @Nullable Instant at) {
        for (CaseClock clock : c.progress().clocks()) {
            boolean of = stage == null
                    ? !clock.startedAt().equals(at)
                    : clock.stage().equals(stage);
            if (of && clock.stoppedAt() != null && clock.stoppedAt().equals(at)) {
                return clock;
            }
        }
        return null;
    }

    /// When it was dispatched first. One that came back has been dispatched before that, which its clock remembers;
    /// absent where it has not been, or not again since it was filed anew.
    static @Nullable Instant firstDispatch(Case c) {
        Instant last = c.progress().milestones().dispatchedAt();
        if (last == null || c.progress().bounces().isEmpty()) {
            return last;
        }
        Instant back = c.progress().bounces().getFirst().at();
        Instant first = null;
        for (CaseClock clock : c.progress().clocks()) {
            Instant at = clock.stoppedAt();
            if (clock.stage().equals(DISPATCH) && at != null && !at.isAfter(back)) {
                first = at;
            }
        }
        return first == null ? last : first;
    }

    /// Whether the first dispatch was taken back as a wrong one: what became of later ones is not its dispatcher's.
    static boolean misdirected(Case c) {
        Bounce first =
                c.progress().bounces().isEmpty() ? null : c.progress().bounces().getFirst();
        return first == null ? c.progress().count(WRONG) > 0 : WRONG.equals(first.kind());
    }
}
