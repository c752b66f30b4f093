package org.yiping.console.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.DutyGrid;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.wall.WallPictures;
import org.yiping.domain.wall.WallTeam;

/// What windows ask the platform for on demand, because no store holds it. Any thread; answers come on
/// the link's threads and never exceptionally: not being reached is an answer.
public interface Lookup {
    /// Loads this case's flow records into `Stores.records()` and keeps them current until the
    /// subscription is closed.
    Subscription open(CaseId id);

    /// What this post may do with the case now, and why not, as the server sees it.
    CompletableFuture<Found<List<Offer>>> actions(CaseId id);

    /// The departments the platform proposes for a case.
    CompletableFuture<Found<Recommendation>> recommendations(CaseId id);

    /// Cases that may be the same thing as this one.
    CompletableFuture<Found<List<Twin>>> duplicates(CaseId id);

    /// The same for a report that is still being taken in.
    CompletableFuture<Found<List<Twin>>> duplicates(ClassCode classCode, Position place);

    /// Exactly the cases behind a figure.
    CompletableFuture<Found<List<Case>>> casesBehind(KpiCode code);

    /// What became of a special campaign's cases until now.
    CompletableFuture<Found<List<Kpi>>> figures(CampaignId id);

    /// The newest cases of who calls from this number, at most so many.
    default CompletableFuture<Found<List<Case>>> casesOf(String phone, int most) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    /// Which places these words may mean, the likeliest first; a phone number, where there is one, is a clue.
    default CompletableFuture<Found<List<PlaceCandidate>>> places(String words, String phone) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    /// Who answers for what in an area, by the city's duty grid; last the one for all other classes.
    default CompletableFuture<Found<List<DutyGrid.Duty>>> duties(AreaCode area) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    CompletableFuture<Found<List<CameraStream>>> streams(CameraId id);

    /// Cameras in use; empty where there is no platform that answers.
    default Optional<CameraUse> cameras() {
        return Optional.empty();
    }

    /// The computers of a wall and how they stand.
    default CompletableFuture<Found<WallTeam>> team(String wall) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    /// The newest pictures of a wall's windows, with those that came since a revision. Whoever asks looks: the wall
    /// goes on sending them for half a minute.
    default CompletableFuture<Found<WallPictures>> pictures(String wall, long since) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    /// Figures of periods; empty where there is no platform that answers.
    default Optional<FigureLookup> figures() {
        return Optional.empty();
    }

    /// Blind re-checks; empty where there is no platform that answers, or while strangers are in the hall.
    default Optional<RecheckLookup> rechecks() {
        return Optional.empty();
    }

    /// People's work in the field; empty where there is no platform that answers.
    default Optional<StaffLookup> staff() {
        return Optional.empty();
    }

    /// Inspections on the spot; empty where there is no platform that answers, or while strangers are in the hall.
    default Optional<InspectionLookup> inspections() {
        return Optional.empty();
    }

    /// Assessments and departments called to account; empty where there is no platform that answers, or while strangers
    /// are in the hall.
    default Optional<AssessmentLookup> assessments() {
        return Optional.empty();
    }

    /// Reports; empty where there is no platform that answers, and while strangers are in the hall.
    default Optional<ReportLookup> reports() {
        return Optional.empty();
    }

    /// The past; empty where there is no platform that answers, and while strangers are in the hall.
    default Optional<ReplayLookup> replay() {
        return Optional.empty();
    }

    /// The content of a photo; kept on disk once fetched.
    CompletableFuture<Found<byte[]>> file(String fileId);

    /// An answer on demand.
    sealed interface Found<T> {
        record Got<T>(T value) implements Found<T> {}

        /// `code` leads to the help text, `detail` is in the operator's language.
        record Refused<T>(String code, String detail) implements Found<T> {}

        record Unreachable<T>() implements Found<T> {}
    }

    /// A case of the same class near by: how far, how long before the other it was reported (negative: after), its
    /// first photo, and why nothing can be merged into it, where so.
    record Twin(
            Case value,
            double metres,
            Duration apart,
            @Nullable String photo,
            @Nullable String refusal) {}

    /// One button of the workflow; `refusal` is an open code, absent where allowed.
    record Offer(
            ActionCode action, boolean allowed, @Nullable String refusal, Workflow.Transition transition) {}
}
