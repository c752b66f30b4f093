package org.yiping.console.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.DutyGrid;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorTrend;
import org.yiping.domain.staff.RollCallId;
import org.yiping.domain.staff.RollCallSheet;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffRules;
import org.yiping.domain.staff.StaffTrack;
import org.yiping.domain.wall.WallPictures;
import org.yiping.domain.wall.WallTeam;

/// What is asked for on demand, as strangers may see it while the veil is drawn. Any thread.
///
/// Roads that typed words may mean stay readable: they are the city's, and one has to choose among them.
public final class VeiledLookup implements Lookup {
    private final Lookup bare;
    private final Veil veil;

    public VeiledLookup(Lookup bare, Stores stores) {
        this.bare = bare;
        this.veil = stores.veil();
    }

    @Override
    public Subscription open(CaseId id) {
        return bare.open(id);
    }

    @Override
    public CompletableFuture<Found<List<Offer>>> actions(CaseId id) {
        return bare.actions(id);
    }

    @Override
    public CompletableFuture<Found<Recommendation>> recommendations(CaseId id) {
        return bare.recommendations(id);
    }

    @Override
    public CompletableFuture<Found<List<Twin>>> duplicates(CaseId id) {
        return bare.duplicates(id).thenApply(f -> hidden(f, VeiledLookup::twins));
    }

    @Override
    public CompletableFuture<Found<List<Twin>>> duplicates(ClassCode classCode, Position place) {
        return bare.duplicates(classCode, place).thenApply(f -> hidden(f, VeiledLookup::twins));
    }

    @Override
    public CompletableFuture<Found<List<Case>>> casesBehind(KpiCode code) {
        return bare.casesBehind(code).thenApply(f -> hidden(f, VeiledLookup::cases));
    }

    @Override
    public CompletableFuture<Found<List<Kpi>>> figures(CampaignId id) {
        return bare.figures(id);
    }

    @Override
    public CompletableFuture<Found<List<Case>>> casesOf(String phone, int most) {
        return bare.casesOf(phone, most).thenApply(f -> hidden(f, VeiledLookup::cases));
    }

    @Override
    public CompletableFuture<Found<List<PlaceCandidate>>> places(String words, String phone) {
        return bare.places(words, phone);
    }

    @Override
    public CompletableFuture<Found<List<DutyGrid.Duty>>> duties(AreaCode area) {
        return bare.duties(area);
    }

    @Override
    public CompletableFuture<Found<List<CameraStream>>> streams(CameraId id) {
        return bare.streams(id);
    }

    @Override
    public CompletableFuture<Found<WallTeam>> team(String wall) {
        return bare.team(wall);
    }

    /// What the wall showed before the veil was drawn is not shown by it after; nobody asks meanwhile.
    @Override
    public CompletableFuture<Found<WallPictures>> pictures(String wall, long since) {
        return veil.on()
                ? CompletableFuture.completedFuture(new Found.Refused<>("DAY-4030", Hidden.MARK))
                : bare.pictures(wall, since);
    }

    /// A live picture stays on an open day (what is played is chosen for it); what a recogniser picked
    /// out is hidden with its row in the store.
    @Override
    public Optional<CameraUse> cameras() {
        return bare.cameras();
    }

    /// What inspectors wrote and photographed is nobody's who visits.
    @Override
    public Optional<InspectionLookup> inspections() {
        return veil.on() ? Optional.empty() : bare.inspections();
    }

    /// Who was graded how, and who was called to account, is nobody's who visits.
    @Override
    public Optional<AssessmentLookup> assessments() {
        return veil.on() ? Optional.empty() : bare.assessments();
    }

    /// Numbers stay; the cases behind them are hidden.
    @Override
    public Optional<FigureLookup> figures() {
        return bare.figures().map(f -> new FigureLookup() {
            @Override
            public CompletableFuture<Found<FigureBoard>> board(Frame frame) {
                return f.board(frame);
            }

            @Override
            public CompletableFuture<Found<HotPlaces>> places(Frame frame) {
                return f.places(frame);
            }

            @Override
            public CompletableFuture<Found<Behind>> behind(String counter, Frame frame, @Nullable String after) {
                return f.behind(counter, frame, after)
                        .thenApply(found -> hidden(
                                found, b -> new Behind(b.at(), b.total(), VeiledLookup.cases(b.cases()), b.next())));
            }

            // How one person works is nothing for strangers.
            @Override
            public CompletableFuture<Found<List<FigureBoard.Group>>> groups(
                    KpiCode code, Frame frame, Grouping by, String level) {
                return veil.on() && by == Grouping.PERSON
                        ? CompletableFuture.completedFuture(new Found.Refused<>("DAY-4030", Hidden.MARK))
                        : f.groups(code, frame, by, level);
            }

            @Override
            public CompletableFuture<Found<List<Case>>> cases(List<CaseId> ids) {
                return f.cases(ids).thenApply(found -> hidden(found, VeiledLookup::cases));
            }
        });
    }

    /// What is judged is nobody's who visits.
    @Override
    public Optional<RecheckLookup> rechecks() {
        return veil.on() ? Optional.empty() : bare.rechecks();
    }

    /// What happened to cases names people in every line.
    @Override
    public Optional<ReplayLookup> replay() {
        return veil.on() ? Optional.empty() : bare.replay();
    }

    /// Files name people and leave the hall: none are made or fetched on an open day.
    @Override
    public Optional<ReportLookup> reports() {
        return veil.on() ? Optional.empty() : bare.reports();
    }

    /// How people work is nothing for strangers; what sensors said is.
    @Override
    public Optional<StaffLookup> staff() {
        return bare.staff().map(s -> veil.on() ? new HiddenStaff(s) : s);
    }

    private record HiddenStaff(StaffLookup bare) implements StaffLookup {
        private static <T> CompletableFuture<Found<T>> hidden() {
            return CompletableFuture.completedFuture(new Found.Refused<>("DAY-4030", Hidden.MARK));
        }

        @Override
        public CompletableFuture<Found<StaffBoard>> board(String period, @Nullable LocalDate day) {
            return hidden();
        }

        /// Limits are of nobody.
        @Override
        public CompletableFuture<Found<List<StaffRules>>> rules() {
            return bare.rules();
        }

        @Override
        public CompletableFuture<Found<StaffTrack>> day(String unit, LocalDate day) {
            return hidden();
        }

        @Override
        public CompletableFuture<Found<List<RollCallSheet>>> rollCalls(int most) {
            return hidden();
        }

        @Override
        public CompletableFuture<Found<RollCallSheet>> rollCall(RollCallId id, int size, @Nullable AreaCode area) {
            return hidden();
        }

        @Override
        public CompletableFuture<Found<List<SensorTrend>>> trends(List<SensorId> sensors) {
            return bare.trends(sensors);
        }
    }

    /// A picture that may show people is not asked for.
    @Override
    public CompletableFuture<Found<byte[]>> file(String fileId) {
        return fileId.startsWith(Hidden.PICTURE)
                ? CompletableFuture.completedFuture(new Found.Refused<>("DAY-4030", Hidden.MARK))
                : bare.file(fileId);
    }

    /// Judged when the answer comes: a veil drawn meanwhile holds for it.
    private <T> Found<T> hidden(Found<T> found, UnaryOperator<T> hiding) {
        return veil.on() && found instanceof Found.Got<T>(T value) ? new Found.Got<>(hiding.apply(value)) : found;
    }

    private static List<Case> cases(List<Case> all) {
        return all.stream().map(Hidden::of).toList();
    }

    private static List<Twin> twins(List<Twin> all) {
        return all.stream()
                .map(t -> new Twin(Hidden.of(t.value()), t.metres(), t.apart(), photo(t), t.refusal()))
                .toList();
    }

    /// That of a simulated picture stays.
    private static @Nullable String photo(Twin twin) {
        String photo = twin.photo();
        boolean simulated = twin.value().head().photos().stream()
                .anyMatch(a -> a.simulated() && a.fileId().equals(photo));
        return photo == null || simulated ? photo : Hidden.PICTURE + photo;
    }
}
