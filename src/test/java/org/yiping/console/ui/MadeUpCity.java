package org.yiping.console.ui;

// long because one made-up city serves every preview

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.console.store.AssessmentLookup;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.DepartmentFigures;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.InspectionLookup;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.RecheckLookup;
import org.yiping.console.store.ReplayLookup;
import org.yiping.console.store.ReportLookup;
import org.yiping.console.store.StaffLookup;
import org.yiping.console.store.Subscription;
import org.yiping.console.store.Tables;
import org.yiping.domain.advice.Evidence;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StageCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.simulator.photo.PhotoBooth;

/// A small made-up city in memory, by seed: enough of everything that each window can be looked at.
public final class MadeUpCity implements Lookup {
    public final Tables tables;
    private final Random random;
    public boolean wall; // has told of itself
    private final Instant now;
    private final CityFolder folder;
    private final Catalogue catalogue;
    private final Extent extent;
    private final PhotoBooth booth = new PhotoBooth();
    private @org.jspecify.annotations.Nullable MadeUpRechecks rechecks;
    private final MadeUpCaptures captures = new MadeUpCaptures();
    private final List<Spot> spots = new ArrayList<>();
    private final List<DepartmentId> departmentIds = new ArrayList<>();
    private final Map<CaseId, List<FlowRecord>> records = new java.util.concurrent.ConcurrentHashMap<>();

    public MadeUpCity(CityFolder folder, Instant now, long seed, java.time.InstantSource clock) {
        this.folder = folder;
        this.catalogue = folder.catalogue();
        this.extent = folder.settings().box();
        this.now = now;
        this.random = new Random(seed);
        this.tables = new Tables(clock);
    }

    public void fill(String post, int cases) {
        Freshness live = new Freshness(true, now);
        tables.city.set(
                new CityFacts(
                        new CityFacts.Name("示范市", "990100", true, "虚构城市，街道取自 OSM", "Fictional city on OSM streets"),
                        java.time.ZoneId.of("Asia/Shanghai"),
                        extent,
                        List.of(new Layer("roads", 1, 10, folder.settings().attribution(), "WGS 84")),
                        new CityFacts.Promises(Map.of(
                                "link", Duration.ofSeconds(10),
                                "people", Duration.ofSeconds(60),
                                "kpis", Duration.ofSeconds(60),
                                "cameras", Duration.ofSeconds(3))),
                        new CityFacts.Rules(catalogue, Samples.WORKFLOW, "2026-3")
                                .with(folder.alarms())
                                .with(folder.video())),
                live);
        tables.me.set(Samples.me("p-0", post, "03", "林晓燕"), live);
        tables.link.set(new org.yiping.console.store.LinkState.Live(38, now), live);
        tables.revision(1_284_903);
        ground();
        folder.areas().forEach(x -> tables.areas.put(x.code(), x));
        departments();
        people();
        folder.cameras("http://127.0.0.1:9").forEach(c -> tables.cameras.put(c.id(), c));
        MadeUpSensors.put(tables, folder.sensors(), now);
        tables.components.set(MadeUpComponents.of(folder), live);
        folder.rules(Samples.WORKFLOW).forEach(r -> tables.rules.put(r.id(), r));
        captures.put(tables, folder.video(), now, 12);
        MadeUpCameras.put(tables, now);
        MadeUpCampaigns.put(tables, departmentIds.getFirst(), now);
        cases(cases);
        MadeUpReplay.debriefs(tables, now);
        MadeUpDay.figures(tables, now);
        tables.facts(live);
        tables.units.freshness(live);
        tables.kpis.freshness(live);
    }

    /// A place on some street.
    private record Spot(Position place, String street) {}

    private Spot anywhere() {
        return spots.get(random.nextInt(spots.size()));
    }

    private void ground() {
        for (String name : folder.layers()) {
            List<Feature> rows = folder.layer(name);
            tables.layers.put(name, new org.yiping.console.store.Bulk<>(name, 1, rows));
            if (name.equals("roads")) {
                rows.forEach(this::spots);
            }
        }
    }

    private void spots(Feature road) {
        if (road.shape() instanceof Shape.Line(List<Position> line)) {
            String street = road.name().isEmpty() ? "无名路" : road.name();
            line.stream().filter(extent::contains).forEach(p -> spots.add(new Spot(p, street)));
        }
    }

    private void departments() {
        int i = 0;
        for (Department d : folder.departments()) {
            tables.departments.put(d.id(), d);
            departmentIds.add(d.id());
            Double rate = i == 6 ? null : 99.2 - i % 13;
            tables.departmentFigures.put(
                    d.id(), new DepartmentFigures(d.id(), 40 + i * 7, 6 + i % 9, 34 + i * 6, i % 5, rate));
            i++;
        }
    }

    private void people() {
        String[] family = {"王", "李", "张", "刘", "陈", "杨", "赵", "周"};
        String[] given = {"立新", "建国", "秀英", "敏", "晓燕", "志远", "岚", "涛"};
        Map<PersonId, Person> people = new HashMap<>();
        Map<String, FieldUnit> units = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            PersonId id = new PersonId("p-" + i);
            String name = family[i % 8] + given[i / 8 % 8];
            people.put(id, new Person(id, name, List.of(new PostCode("collector")), List.of(), null));
            units.put(
                    id.value(),
                    new FieldUnit(
                            id.value(),
                            i % 9 == 0 ? "vehicle" : "collector",
                            i % 9 == 0 ? "环卫车 " + i : name,
                            anywhere().place(),
                            random.nextInt(360),
                            now.minusSeconds(i == 9 ? 126 : random.nextInt(25))));
        }
        tables.people.apply(people, java.util.Set.of());
        tables.units.apply(units, java.util.Set.of());
    }

    private void cases(int count) {
        Map<CaseId, Case> all = new HashMap<>();
        List<CaseClass> classes = catalogue.classes();
        String[] states =
                ("to-accept verifying to-file to-dispatch to-dispatch to-dispatch to-handle handling handling "
                                + "to-check checking to-close closed closed closed closed rejected")
                        .split(" ");
        for (int i = 0; i < count; i++) {
            Case c = one(i, classes.get(random.nextInt(classes.size())), states[random.nextInt(states.length)]);
            all.put(c.id(), c);
        }
        tables.cases.apply(all, java.util.Set.of());
    }

    private Case one(int i, CaseClass type, String state) {
        boolean ended = state.equals("closed") || state.equals("rejected");
        Duration limit = Duration.ofMinutes(state.equals("handling") ? 120 : 15);
        Instant due = now.plusSeconds((long) (limit.toSeconds() * (random.nextDouble() * 1.15 - 0.12)));
        Instant start = due.minus(limit);
        Instant reported = start.minusSeconds(1200 + random.nextInt(900));
        org.yiping.domain.casework.ClockBasis basis =
                new org.yiping.domain.casework.ClockBasis(null, null, "2026.2", "2026-3");
        List<CaseClock> clocks = new ArrayList<>();
        Instant t = reported;
        for (String stage : List.of("create", "file")) {
            if (!state.equals("to-accept")) {
                clocks.add(new CaseClock(
                        new StageCode(stage),
                        t,
                        t.plusSeconds(720),
                        t.plusSeconds(900),
                        t.plusSeconds(200 + random.nextInt(300)),
                        basis));
                t = t.plusSeconds(600);
            }
        }
        CriterionId criterion = state.equals("to-accept")
                        || state.equals("to-file")
                        || type.criteria().isEmpty()
                ? null
                : type.criteria().getFirst().id();
        if (!ended && i % 29 != 0) {
            clocks.add(new CaseClock(
                    new StageCode(
                            switch (state) {
                                case "to-accept" -> "create";
                                case "verifying" -> "verify";
                                case "to-file" -> "file";
                                case "to-dispatch" -> "dispatch";
                                case "to-handle", "handling" -> "handle";
                                case "to-check" -> "feedback";
                                case "checking" -> "check";
                                default -> "close";
                            }),
                    start,
                    start.plus(limit.multipliedBy(8).dividedBy(10)),
                    due,
                    null,
                    basis));
        }
        Spot spot = anywhere();
        Position place = i % 31 == 0 ? null : spot.place();
        boolean dispatched = switch (state) {
            case "to-handle", "handling", "to-check", "checking", "to-close", "closed" -> true;
            default -> false;
        };
        @Nullable DepartmentId department = dispatched ? departmentIds.get(random.nextInt(departmentIds.size())) : null;
        CaseId id = new CaseId("c-" + i);
        boolean filed = criterion != null;
        Case c = new Case(
                id,
                new Case.CaseHead(
                        new org.yiping.domain.casework.CaseNumber(
                                type.code().value().replace("-", "") + "20261122" + String.format("%04d", i)),
                        Samples.WORKFLOW.version(),
                        MadeUpExhibits.with(photos(type, i, dispatched), i, now)),
                new Subject(
                        type.kind(),
                        type.code(),
                        criterion,
                        i % 37 == 0 ? Severity.CRITICAL : i % 7 == 0 ? Severity.URGENT : Severity.ORDINARY,
                        null,
                        "现场情况见照片，影响通行，请尽快处理。"),
                new Place(
                        place,
                        i % 31 == 0 ? "" : spot.street() + " " + (1 + random.nextInt(180)) + " 号附近",
                        cellAt(spot.place())),
                new Report(
                        new SourceCode(List.of("collector", "collector", "hotline", "video", "alarm", "app")
                                .get(i % 6)),
                        reported,
                        new PersonId("p-" + i % 100),
                        i % 6 == 2 ? new org.yiping.domain.casework.Caller("张**", "139****0217", true, true) : null,
                        null,
                        true),
                new org.yiping.domain.casework.Progress(
                        new StateCode(state),
                        department,
                        null,
                        clocks,
                        new org.yiping.domain.casework.Milestones(
                                filed ? reported.plusSeconds(200) : null,
                                filed ? reported.plusSeconds(500) : null,
                                dispatched ? reported.plusSeconds(800) : null,
                                null,
                                null,
                                ended ? now.minusSeconds(random.nextInt(9000)) : null),
                        i % 17 == 0 ? List.of("rework") : List.of()));
        records.put(id, history(c));
        return c;
    }

    /// Two photos of the trouble; the file's id says what the booth draws.
    private List<Attachment> photos(CaseClass type, int i, boolean dispatched) {
        List<Attachment> photos = new ArrayList<>();
        for (int k = 0; k < (i % 5 == 4 ? 0 : 2); k++) {
            photos.add(photo(type, "before", 2 * i + k));
        }
        if (dispatched && i % 3 == 0) {
            photos.add(photo(type, "after", 2 * i));
        }
        return photos;
    }

    private Attachment photo(CaseClass type, String phase, int variant) {
        String id = phase + ":" + type.code().value() + ":" + variant;
        return new Attachment(id, phase, "image/jpeg", now.minusSeconds(1800), true);
    }

    private @Nullable AreaCode cellAt(Position place) {
        return tables.areas
                .rows()
                .values()
                .filter(x -> x.level().equals("cell"))
                .min(Comparator.comparingDouble(x -> x.centre().distanceMetres(place)))
                .map(Area::code)
                .orElse(null);
    }

    private List<FlowRecord> history(Case c) {
        List<FlowRecord> all = new ArrayList<>();
        Instant t = c.report().reportedAt();
        String[][] steps = {
            {"report", "to-accept", "collector", "照片 2 张"},
            {"pass", "to-file", "acceptor", "照片可见，采信小类"},
            {"file", "to-dispatch", "duty-leader", "按条件立案，限期处置"},
        };
        String from = "to-accept";
        for (int i = 0; i < steps.length; i++) {
            String[] s = steps[i];
            all.add(new FlowRecord(
                    new RecordId(c.id().value() + "-" + i),
                    c.id(),
                    t.plusSeconds(i * 240L),
                    new Actor(new PersonId("p-" + (i + 3)), new PostCode(s[2]), new SeatId("01")),
                    new FlowRecord.Step(new ActionCode(s[0]), new StateCode(from), new StateCode(s[1])),
                    s[3]));
            from = s[1];
        }
        return all;
    }

    @Override
    public CompletableFuture<Found<org.yiping.domain.wall.WallTeam>> team(String of) {
        return MadeUpWall.team(wall, tables, now);
    }

    @Override
    public CompletableFuture<Found<org.yiping.domain.wall.WallPictures>> pictures(String of, long since) {
        return MadeUpWall.pictures(wall, now);
    }

    @Override
    public Subscription open(CaseId id) {
        tables.records.put(id, records.getOrDefault(id, List.of()));
        return () -> {};
    }

    @Override
    public CompletableFuture<Found<List<Offer>>> actions(CaseId id) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    /// The departments that name the class, each with one reason of every kind.
    @Override
    public CompletableFuture<Found<Recommendation>> recommendations(CaseId id) {
        Case c = tables.cases.rows().find(id).orElseThrow();
        AreaCode area = c.place().area();
        List<Evidence> evidence = List.of(
                new Evidence("maintains", List.of("9901010305000127", "4"), 60),
                new Evidence("duty-grid", List.of(area == null ? "990101" : area.value()), 50),
                new Evidence("ruled-place", List.of("3", "4", "100"), 15),
                new Evidence("load", List.of("12"), -0.6));
        List<Recommendation.Proposal> items = tables.departments
                .rows()
                .values()
                .filter(d -> d.classes().contains(c.subject().classCode()))
                .sorted(java.util.Comparator.comparing(d -> d.id().value()))
                .limit(2)
                .map(d -> new Recommendation.Proposal(d.id(), 100, evidence))
                .toList();
        List<Evidence> notes = items.isEmpty() ? List.of(Evidence.note("no-owner")) : List.of();
        return CompletableFuture.completedFuture(new Found.Got<>(new Recommendation("advice-1", items, notes)));
    }

    @Override
    public Optional<AssessmentLookup> assessments() {
        return Optional.of(new MadeUpAssessments(tables, now));
    }

    @Override
    public Optional<InspectionLookup> inspections() {
        return Optional.of(new MadeUpInspections(tables, now));
    }

    @Override
    public Optional<ReportLookup> reports() {
        return Optional.of(new MadeUpReports(now));
    }

    @Override
    public Optional<FigureLookup> figures() {
        return Optional.of(new MadeUpBoards(tables, now));
    }

    @Override
    public Optional<RecheckLookup> rechecks() {
        if (rechecks == null) {
            rechecks = new MadeUpRechecks(tables, now).withOne();
        }
        return Optional.of(rechecks);
    }

    @Override
    public Optional<ReplayLookup> replay() {
        return Optional.of(new MadeUpReplay(tables, now, id -> records.getOrDefault(id, List.of())));
    }

    @Override
    public Optional<StaffLookup> staff() {
        return Optional.of(new MadeUpStaff(tables, now));
    }

    /// The two nearest of the class, however far.
    @Override
    public CompletableFuture<Found<List<Twin>>> duplicates(CaseId id) {
        Case c = tables.cases.rows().find(id).orElseThrow();
        Position at = c.place().position();
        return CompletableFuture.completedFuture(new Found.Got<>(
                at == null
                        ? List.of()
                        : MadeUpTwins.nearest(tables, now, c.subject().classCode(), at, c)));
    }

    @Override
    public CompletableFuture<Found<List<Case>>> casesOf(String phone, int most) {
        var sevenths = tables.cases.rows().values().filter(c -> c.id().value().endsWith("7"));
        var ordered = sevenths.sorted(Comparator.comparing(c -> c.id().value()));
        return CompletableFuture.completedFuture(
                new Found.Got<>(ordered.limit(most / 10).toList()));
    }

    @Override
    public CompletableFuture<Found<List<Twin>>> duplicates(ClassCode classCode, Position place) {
        return CompletableFuture.completedFuture(
                new Found.Got<>(MadeUpTwins.nearest(tables, now, classCode, place, null)));
    }

    @Override
    public CompletableFuture<Found<List<Case>>> casesBehind(KpiCode code) {
        Workflow w = Samples.WORKFLOW;
        return CompletableFuture.completedFuture(new Found.Got<>(tables.cases
                .rows()
                .values()
                .filter(c -> c.light(now, w) == org.yiping.domain.casework.Light.RED)
                .toList()));
    }

    @Override
    public CompletableFuture<Found<List<Kpi>>> figures(CampaignId id) {
        return CompletableFuture.completedFuture(new Found.Got<>(MadeUpCampaigns.figures(now)));
    }

    @Override
    public java.util.Optional<org.yiping.console.store.CameraUse> cameras() {
        return java.util.Optional.of(new MadeUpCameras(captures, tables));
    }

    @Override
    public CompletableFuture<Found<List<CameraStream>>> streams(CameraId id) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<byte[]>> file(String fileId) {
        String[] parts = fileId.split(":");
        byte[] picture = booth.photo(parts[1], Integer.parseInt(parts[2]), parts[0].equals("after"));
        return CompletableFuture.completedFuture(new Found.Got<>(picture));
    }
}
