package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notices;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.fx.Remembered;
import org.yiping.console.fx.Sounds;
import org.yiping.console.fx.Themes;
import org.yiping.console.fx.Ticker;
import org.yiping.console.settings.Theme;
import org.yiping.console.store.AssessmentLookup;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.InspectionLookup;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.RecheckLookup;
import org.yiping.console.store.ReplayLookup;
import org.yiping.console.store.ReportLookup;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Subscription;
import org.yiping.console.store.Tables;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitUnit;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.fake.MemoryOutbox;

/// A seat without toolkit, disk or network: everything runs at once in the caller, time moves by hand.
public final class DeskFixture {
    public static final Instant START = Instant.parse("2026-11-24T02:42:18Z");

    public final Tables tables;
    public final MemoryOutbox outbox = new MemoryOutbox(START);
    public final Selection selection = new Selection();
    public final List<CaseId> opened = new ArrayList<>();
    public final Desk desk;
    public final Hall hall;
    private Instant now = START;
    /// What the platform answers; absent where it is not reached.
    public @Nullable Recommendation recommendation;

    public @Nullable List<Lookup.Twin> twins;
    /// What this number reported before, and what words may mean.
    public @Nullable List<Case> callers;

    public @Nullable List<PlaceCandidate> places;
    /// Cameras in use; absent where the platform answers for none.
    public @Nullable CameraUse cameras;
    /// Figures of periods; absent where the platform answers for none.
    public @Nullable FigureLookup figures;
    /// Blind re-checks; absent where the platform answers for none.
    public @Nullable RecheckLookup rechecks;
    /// Inspections; absent where the platform answers for none.
    public @Nullable InspectionLookup inspections;
    public @Nullable ReportLookup reports;
    public @Nullable AssessmentLookup assessments;
    public @Nullable ReplayLookup replay;
    /// The content of photos by their id.
    public final Map<String, byte[]> files = new HashMap<>();

    public DeskFixture(String post) {
        InstantSource clock = () -> now;
        tables = new Tables(clock);
        Fx fx = Fx.direct();
        hall = new Hall(
                fx,
                new Ticker(fx, clock),
                new Messages(Locale.SIMPLIFIED_CHINESE),
                new Themes(Theme.HALL, 100),
                new Notices(fx),
                new Background(Runnable::run, fx),
                clock,
                new PaintProbe(clock, Frames.direct()),
                Runnable::run,
                Remembered.nowhere(fx),
                Sounds.silent());
        desk = new Desk(tables.stores(), new Records(), selection, outbox);
        Freshness live = new Freshness(true, START);
        tables.city.set(city(), live);
        tables.me.set(Samples.me("me", post, "03", "林晓燕"), live);
        tables.facts(live);
    }

    /// Lets the time pass and ticks once.
    public void pass(Duration time) {
        now = now.plus(time);
        hall.ticker().tick();
    }

    public void put(Case... cases) {
        for (Case c : cases) {
            tables.cases.put(c.id(), c);
        }
    }

    /// The city has laid down how cases of the sample's class are worked on.
    public void procedure(SopStep... steps) {
        CityFacts was = tables.city.known().orElseThrow();
        List<CaseClass> classes = was.rules().catalogue().classes().stream()
                .map(c -> new CaseClass(
                        c.code(),
                        c.kind(),
                        c.major(),
                        c.name(),
                        c.nameEnglish(),
                        c.criteria(),
                        c.units(),
                        List.of(steps)))
                .toList();
        CityFacts.Rules rules = new CityFacts.Rules(
                new Catalogue(was.rules().catalogue().version(), classes),
                was.rules().workflow(),
                was.rules().calendarVersion());
        tables.city.set(
                new CityFacts(was.name(), was.zone(), was.extent(), was.layers(), was.promises(), rules),
                new Freshness(true, START));
    }

    private static CityFacts city() {
        CaseClass type = new CaseClass(
                new ClassCode("E-0110"),
                new KindCode("event"),
                "市容环境",
                "暴露垃圾",
                "exposed waste",
                List.of(new Criterion(
                        new CriterionId("E-0110-01"),
                        "有暴露垃圾",
                        new Limit(2, LimitUnit.UH),
                        "已清除",
                        false,
                        new Criterion.Wording("waste in the open", "cleared"))));
        return new CityFacts(
                new CityFacts.Name("示范市", "990100", true, "虚构城市", "Fictional city on OSM streets"),
                ZoneId.of("Asia/Shanghai"),
                new Extent(104, 30, 105, 31),
                List.of(),
                new CityFacts.Promises(Map.of("people", Duration.ofSeconds(60))),
                new CityFacts.Rules(new Catalogue("2026.2", List.of(type)), Samples.WORKFLOW, "2026-3"));
    }

    /// Remembers whose records are asked for; the platform is out of reach for everything else.
    private final class Records implements Lookup {
        @Override
        public Subscription open(CaseId id) {
            opened.add(id);
            return () -> opened.remove(id);
        }

        @Override
        public CompletableFuture<Found<List<Offer>>> actions(CaseId id) {
            return CompletableFuture.completedFuture(new Found.Unreachable<>());
        }

        @Override
        public CompletableFuture<Found<Recommendation>> recommendations(CaseId id) {
            return told(recommendation);
        }

        @Override
        public CompletableFuture<Found<List<Twin>>> duplicates(CaseId id) {
            return told(twins);
        }

        @Override
        public CompletableFuture<Found<List<Twin>>> duplicates(ClassCode classCode, Position place) {
            return told(twins);
        }

        @Override
        public CompletableFuture<Found<List<Case>>> casesOf(String phone, int most) {
            return told(callers);
        }

        @Override
        public CompletableFuture<Found<List<PlaceCandidate>>> places(String words, String phone) {
            return told(places);
        }

        @Override
        public Optional<CameraUse> cameras() {
            return Optional.ofNullable(cameras);
        }

        @Override
        public Optional<AssessmentLookup> assessments() {
            return Optional.ofNullable(assessments);
        }

        @Override
        public Optional<ReplayLookup> replay() {
            return desk.stores().veil().on() ? Optional.empty() : Optional.ofNullable(replay);
        }

        @Override
        public Optional<ReportLookup> reports() {
            return Optional.ofNullable(reports);
        }

        @Override
        public Optional<FigureLookup> figures() {
            return Optional.ofNullable(figures);
        }

        @Override
        public Optional<RecheckLookup> rechecks() {
            return Optional.ofNullable(rechecks);
        }

        @Override
        public Optional<InspectionLookup> inspections() {
            return Optional.ofNullable(inspections);
        }

        private <T> CompletableFuture<Found<T>> told(@Nullable T answer) {
            return CompletableFuture.completedFuture(
                    answer == null ? new Found.Unreachable<>() : new Found.Got<>(answer));
        }

        @Override
        public CompletableFuture<Found<List<Case>>> casesBehind(KpiCode code) {
            return CompletableFuture.completedFuture(new Found.Unreachable<>());
        }

        @Override
        public CompletableFuture<Found<List<Kpi>>> figures(CampaignId id) {
            return CompletableFuture.completedFuture(new Found.Unreachable<>());
        }

        @Override
        public CompletableFuture<Found<List<CameraStream>>> streams(CameraId id) {
            return CompletableFuture.completedFuture(new Found.Unreachable<>());
        }

        @Override
        public CompletableFuture<Found<byte[]>> file(String fileId) {
            return told(files.get(fileId));
        }
    }
}
