package org.yiping.domain.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.Actor;

/// One walk of a plan (巡逻班次): which cameras it has, as they were when it was begun, and what was seen at each. It is
/// there from its first look on. Several people may walk it together. Immutable; any thread.
public record PatrolRound(
        PatrolRoundId id, PatrolPlanId plan, String name, Instant slot, List<CameraId> cameras, List<Look> looks) {
    /// What a look came to, an open code. What could not be seen is never in order.
    public static final String IN_ORDER = "in-order";

    public static final String UNSEEN = "unseen";
    public static final String NOTED = "noted";
    public static final String CASE = "case";
    public static final List<String> OUTCOMES = List.of(IN_ORDER, UNSEEN, NOTED, CASE);

    /// `by` is who looked, `at` when that was at the seat.
    public record Look(Actor by, Seen seen) {}

    /// `classCode` and `note` say what was found; `caseId` is the case made of it, `picture` what was to be seen then.
    public record Seen(
            CameraId camera,
            String outcome,
            Instant at,
            @Nullable ClassCode classCode,
            String note,
            @Nullable CaseId caseId,
            @Nullable Picture picture) {
        public Seen(
                CameraId camera,
                String outcome,
                Instant at,
                @Nullable ClassCode classCode,
                String note,
                @Nullable CaseId caseId) {
            this(camera, outcome, at, classCode, note, caseId, null);
        }

        public Seen with(@Nullable Picture shown) {
            return new Seen(camera, outcome, at, classCode, note, caseId, shown);
        }

        public boolean found() {
            return outcome.equals(NOTED) || outcome.equals(CASE);
        }
    }

    /// A picture kept with a finding, as evidence: `fileId` is its SHA-256, `footage` says when, of which camera and by
    /// whom it was taken.
    public record Picture(String fileId, Footage footage) {}

    public PatrolRound {
        cameras = List.copyOf(cameras);
        looks = List.copyOf(looks);
    }

    public static PatrolRound begin(PatrolPlan plan, Instant slot) {
        return new PatrolRound(
                PatrolRoundId.of(plan.id(), slot),
                plan.id(),
                plan.task().name(),
                slot,
                plan.task().cameras(),
                List.of());
    }

    public PatrolRound with(Look look) {
        List<Look> all = new ArrayList<>(looks);
        all.add(look);
        return new PatrolRound(id, plan, name, slot, cameras, all);
    }

    /// What came of a camera: a finding before all else, then the latest look; empty where nobody looked yet.
    public Optional<Look> at(CameraId camera) {
        List<Look> there =
                looks.stream().filter(l -> l.seen().camera().equals(camera)).toList();
        return there.stream()
                .filter(l -> l.seen().found())
                .reduce((_, later) -> later)
                .or(() -> there.isEmpty() ? Optional.empty() : Optional.of(there.getLast()));
    }

    /// Whether a look says something new: the first at its camera, one that makes good what was not seen, or a finding.
    public boolean takes(Seen seen) {
        return seen.found()
                || at(seen.camera())
                        .map(l -> l.seen().outcome().equals(UNSEEN)
                                && !seen.outcome().equals(UNSEEN))
                        .orElse(true);
    }

    /// How many cameras somebody looked at or could not see.
    public int ticked() {
        return (int) cameras.stream().filter(c -> at(c).isPresent()).count();
    }

    public int count(String outcome) {
        return (int) cameras.stream()
                .filter(c ->
                        at(c).filter(l -> l.seen().outcome().equals(outcome)).isPresent())
                .count();
    }

    public List<Look> findings() {
        return looks.stream().filter(l -> l.seen().found()).toList();
    }

    public boolean isDone() {
        return ticked() == cameras.size();
    }

    /// The next camera nobody looked at, from this place in the list on and then from its beginning.
    public Optional<CameraId> next(int from) {
        return IntStream.range(0, cameras.size())
                .mapToObj(i -> cameras.get((from + i) % cameras.size()))
                .filter(c -> at(c).isEmpty())
                .findFirst();
    }
}
