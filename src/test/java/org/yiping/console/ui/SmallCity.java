package org.yiping.console.ui;

// long because one made-up city answers everything a desk asks

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.DepartmentFigures;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Subscription;
import org.yiping.console.store.Tables;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.ClockBasis;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Review;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StageCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.fake.MemoryOutbox;

/// A seat in a small made-up city, for tests of what windows say: all on the caller's thread, at a fixed moment.
public final class SmallCity implements Lookup {
    public static final Instant NOW = Instant.parse("2026-11-24T02:42:18Z");
    private static final String[][] CLASSES = {
        {"E-0110", "event", "暴露垃圾"},
        {"E-0301", "event", "道路积水"},
        {"E-0305", "event", "非机动车乱停放"},
        {"C-0102", "component", "污水井盖"},
        {"E-0401", "event", "店外经营"},
        {"C-0501", "component", "行道树"},
        {"S-0101", "service", "公共座椅增设"},
    };
    private static final String[] DEPARTMENTS = {
        "排水设施管理处", "园林绿化管理所", "晨光街道城市管理办公室", "市政设施养护所", "玉兰街道城市管理办公室", "环卫服务中心", "共享单车企业（三家）", "违建治理中心"
    };

    public final Tables tables = new Tables(InstantSource.fixed(NOW));
    public final MemoryOutbox outbox = new MemoryOutbox(NOW);
    public final Set<CaseId> opened = new HashSet<>();
    public final Desk desk = new Desk(tables.stores(), this, new Selection(), outbox);
    public final Hall hall;
    public final Ticker ticker;

    public SmallCity(Fx fx, String language) {
        Messages messages = new Messages(Locale.forLanguageTag(language));
        ticker = new Ticker(fx, InstantSource.fixed(NOW));
        hall = new Hall(
                fx,
                ticker,
                messages,
                new Themes(Theme.OFFICE, 100),
                new Notices(fx),
                new Background(Runnable::run, fx),
                InstantSource.fixed(NOW),
                new PaintProbe(InstantSource.fixed(NOW), Frames.direct()),
                Runnable::run,
                Remembered.nowhere(fx),
                Sounds.silent());
    }

    /// The rules and who is signed in; no case yet.
    public SmallCity rules(String post) {
        Freshness live = new Freshness(true, NOW);
        List<CaseClass> classes = new ArrayList<>();
        for (String[] c : CLASSES) {
            classes.add(new CaseClass(new ClassCode(c[0]), new KindCode(c[1]), "", c[2], "", List.of()));
        }
        tables.city.set(
                new CityFacts(
                        new CityFacts.Name("澜溪市", "990100", true, "虚构城市，数据均为模拟", "Fictional city on OSM streets"),
                        ZoneId.of("Asia/Shanghai"),
                        new Extent(104, 30, 105, 31),
                        List.of(),
                        new CityFacts.Promises(Map.of("kpis", Duration.ofSeconds(60))),
                        new CityFacts.Rules(new Catalogue("2026.2", classes), Samples.WORKFLOW, "2026-3")),
                live);
        tables.me.set(Samples.me("p-1", post, "01", "沈岚"), live);
        tables.link.set(new LinkState.Live(38, NOW), live);
        tables.revision(1_284_903);
        tables.facts(live);
        return this;
    }

    /// Departments with their figures, people, cases in every state, records, reviews and figures of the day.
    public SmallCity filled(int cases) {
        Freshness live = new Freshness(true, NOW);
        for (int i = 0; i < DEPARTMENTS.length; i++) {
            DepartmentId id = new DepartmentId("d-" + i);
            tables.departments.put(id, new Department(id, DEPARTMENTS[i], List.of(), List.of()));
            if (i < DEPARTMENTS.length - 1) {
                Double rate = i == 6 ? null : 99.4 - 1.3 * i;
                tables.departmentFigures.put(id, new DepartmentFigures(id, 96 + 41 * i, 9 + i, 88 + 39 * i, i, rate));
            }
        }
        tables.departmentFigures.freshness(live);
        person("p-1", "沈岚");
        person("p-2", "王立新");
        person("p-3", "何志远");
        Random random = new Random(7);
        Map<CaseId, Case> all = new HashMap<>();
        String[] states = {"to-accept", "to-file", "to-dispatch", "handling", "handling", "to-check", "closed", "closed"
        };
        long[] minutesLeft = {-131, -36, 144, 171};
        for (int i = 0; i < cases; i++) {
            String state = i < minutesLeft.length ? "handling" : states[random.nextInt(states.length)];
            Duration left = i < minutesLeft.length
                    ? Duration.ofSeconds(minutesLeft[i])
                    : Duration.ofSeconds(600 + random.nextInt(30_000));
            Case c = one(i, i < 4 ? i + 1 : i % CLASSES.length, state, left);
            all.put(c.id(), c);
            reviewed(c, i);
        }
        tables.cases.apply(all, Set.of());
        figure("filed", 286.0, null, null);
        figure("closed", 271.0, null, null);
        figure("on-time-rate", 97.4, 264L, 271L);
        tables.kpis.freshness(live);
        tables.units.put(
                "v-1", new FieldUnit("v-1", "vehicle", "环卫车 07", new Position(104.5, 30.5), 0, NOW.minusSeconds(126)));
        tables.facts(live);
        return this;
    }

    public void figure(String code, @Nullable Double value, @Nullable Long numerator, @Nullable Long denominator) {
        KpiCode id = new KpiCode(code);
        tables.kpis.put(id, new Kpi(id, value, "cases", numerator, denominator, NOW.minusSeconds(20)));
    }

    public static Case one(int i, int type, String state, Duration left) {
        Instant due = NOW.plus(left);
        Instant start = due.minus(Duration.ofHours(2));
        boolean ended = state.equals("closed");
        CaseClock clock = new CaseClock(
                new StageCode("handle"),
                start,
                due.minus(Duration.ofMinutes(24)),
                due,
                ended ? NOW.minusSeconds(900) : null,
                new ClockBasis(null, null, "2026.2", "2026-3"));
        String[] c = CLASSES[type];
        Instant reported = start.minusSeconds(1500);
        return new Case(
                new CaseId("c-" + i),
                new Case.CaseHead(
                        new CaseNumber(c[0].replace("-", "") + "202611240" + (100 + i)),
                        Samples.WORKFLOW.version(),
                        List.of()),
                new Subject(
                        new KindCode(c[1]),
                        new ClassCode(c[0]),
                        null,
                        i % 9 == 3 ? Severity.URGENT : Severity.ORDINARY,
                        null,
                        "现场情况见照片，影响通行，请尽快处理。"),
                new Place(
                        new Position(104.2 + i % 13 * 0.05, 30.3 + i % 7 * 0.05),
                        List.of("省体育馆下穿隧道", "玉兰西路地铁站 C 口", "晨光街 18 号", "洗面桥横街").get(i % 4),
                        new AreaCode("99010100100101")),
                new Report(new SourceCode("collector"), reported, new PersonId("p-2"), null, null, true),
                new Progress(
                        new StateCode(state),
                        new DepartmentId("d-" + i % 8),
                        null,
                        List.of(clock),
                        new Milestones(
                                reported.plusSeconds(200),
                                reported.plusSeconds(500),
                                start,
                                null,
                                null,
                                ended ? NOW.minusSeconds(900) : null),
                        i % 11 == 5 ? List.of("rework") : List.of()));
    }

    private void reviewed(Case c, int i) {
        if (i % 5 == 2) {
            RecordId id = new RecordId("r-" + i);
            tables.reviews.put(
                    id,
                    new Review(
                            id,
                            c.id(),
                            NOW.minusSeconds(600),
                            new Actor(new PersonId("p-3"), new PostCode("supervisor"), new SeatId("02")),
                            i % 2 == 0 ? "sound" : "doubtful",
                            "处置后照片与位置相符"));
        }
    }

    private void person(String id, String name) {
        PersonId p = new PersonId(id);
        tables.people.put(p, new Person(p, name, List.of(), List.of(), null));
    }

    /// Records as the platform would send them.
    @Override
    public Subscription open(CaseId id) {
        opened.add(id);
        Case c = tables.cases.find(id).orElseThrow();
        String[][] steps = {
            {"report", "to-accept", "to-accept", "collector", "照片 2 张"},
            {"pass", "to-accept", "to-file", "acceptor", "照片可见，采信小类"},
            {"file", "to-file", "to-dispatch", "duty-leader", "按条件立案"},
            {"dispatch", "to-dispatch", "to-handle", "dispatcher", "责任网格内"},
        };
        List<FlowRecord> records = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            String[] s = steps[i];
            records.add(new FlowRecord(
                    new RecordId(id.value() + "-" + i),
                    id,
                    c.report().reportedAt().plusSeconds(i * 240L),
                    new Actor(new PersonId("p-2"), new PostCode(s[3]), new SeatId("01")),
                    new FlowRecord.Step(new ActionCode(s[0]), new StateCode(s[1]), new StateCode(s[2])),
                    s[4]));
        }
        tables.records.put(id, records);
        return () -> opened.remove(id);
    }

    @Override
    public CompletableFuture<Found<List<Offer>>> actions(CaseId id) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<Recommendation>> recommendations(CaseId id) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<List<Twin>>> duplicates(CaseId id) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<List<Twin>>> duplicates(ClassCode classCode, Position place) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
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
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }
}
