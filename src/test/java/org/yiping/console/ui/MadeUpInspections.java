package org.yiping.console.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.console.store.InspectionLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Tables;
import org.yiping.domain.area.Area;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.InspectionDraw;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionProof;
import org.yiping.domain.inspection.InspectionReply;
import org.yiping.domain.inspection.InspectionScore;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.domain.inspection.SamplePoint;
import org.yiping.domain.inspection.Sampling;
import org.yiping.domain.kpi.Recheck;

/// One inspection of a made-up city's communities, half done, drawn as the platform draws.
public final class MadeUpInspections implements InspectionLookup {
    private static final Actor WHO = new Actor(new PersonId("p-0"), new PostCode("supervisor"), new SeatId("03"));
    private static final InspectionId ID = new InspectionId("inspect-2026-11");
    private static final String HASH = Recheck.sha256("an entry");

    private final List<SamplePoint> frame;
    private final InspectionPlan plan;
    private final Instant now;
    /// By place, as tests write them.
    public final Map<Integer, InspectionCard> cards = new TreeMap<>();
    /// Whether the platform answers.
    public boolean reached = true;
    /// Photos of cards by their file id.
    public final Map<String, byte[]> photos = new TreeMap<>();

    public boolean drawn = true;
    private int asked;

    public MadeUpInspections(Tables tables, Instant now) {
        this.now = now;
        frame = tables.areas
                .rows()
                .values()
                .filter(a -> a.level().equals("community"))
                .map(a -> new SamplePoint(
                        "community", district(tables, a).code(), a.code().value(), a.name(), a.centre()))
                .sorted(SamplePoint.ORDER)
                .toList();
        InspectionSet set = CityFolder.shippedInspections().getFirst();
        List<InspectionPlan.Quota> quotas = List.of(new InspectionPlan.Quota("community", 12));
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        var task = new InspectionPlan.Task(
                "十一月实地考察",
                today.withDayOfMonth(1),
                today.withDayOfMonth(30),
                tables.areas
                        .rows()
                        .values()
                        .filter(a -> a.level().equals("city"))
                        .map(Area::code)
                        .findFirst()
                        .orElseThrow(),
                quotas);
        plan = new InspectionPlan(
                ID, task, set, Recheck.sha256(lines()), Sampling.strata(frame, quotas), WHO, now.minusSeconds(86_400));
        List<InspectionSet.Item> list = set.checklist("community");
        for (int place = 0; place < 7; place++) {
            int at = place;
            List<InspectionCard.Mark> marks = new ArrayList<>();
            for (int i = 0; i < (at == 6 ? 3 : list.size()); i++) {
                marks.add(new InspectionCard.Mark(list.get(i).code(), i == 5 && at == 2 ? null : 5 - (at * 3 + i) % 4));
            }
            var problems = at == 1
                    ? List.of(new InspectionCard.Problem(new CaseId("c-1"), new ClassCode("E-0110"), "楼道口堆放垃圾"))
                    : List.<InspectionCard.Problem>of();
            var sheet = new InspectionCard.Sheet(at != 6, marks, at == 1 ? "保洁员已通知" : "", List.of(), problems, at < 3);
            cards.put(at, new InspectionCard(ID, at, 1, sheet, WHO, now.minusSeconds(3600)));
        }
    }

    private static Area district(Tables tables, Area area) {
        Area at = area;
        while (!at.level().equals("district")) {
            at = tables.areas.rows().find(Objects.requireNonNull(at.parent())).orElseThrow();
        }
        return at;
    }

    private String lines() {
        return frame.stream().map(SamplePoint::line).collect(Collectors.joining("\n"));
    }

    private @Nullable InspectionDraw draw() {
        String seed = Sampling.seed(HASH, ID);
        return drawn
                ? new InspectionDraw(
                        ID, Sampling.ALGORITHM, 4711, HASH, seed, Sampling.draw(frame, plan.strata(), seed), WHO, now)
                : null;
    }

    private Inspection inspection() {
        InspectionDraw draw = draw();
        List<SamplePoint> points = draw == null ? List.of() : draw.points();
        List<InspectionReply> replies = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            List<InspectionReply.Given> given = new ArrayList<>();
            for (InspectionSet.Question q : plan.set().questions()) {
                given.add(new InspectionReply.Given(
                        q.code(), q.choices().get((i + given.size()) % 5).code()));
            }
            replies.add(new InspectionReply(ID, "r" + i, new InspectionReply.Form(given, true), WHO, now));
        }
        List<InspectionCard> all = List.copyOf(cards.values());
        List<InspectionCard> earlier = all.stream()
                .filter(c -> c.place() < 5)
                .sorted(Comparator.comparing(InspectionCard::place))
                .toList();
        return new Inspection(
                plan,
                4711,
                HASH,
                draw,
                draw == null ? List.of() : all,
                InspectionScore.of(plan, points, draw == null ? List.of() : all, replies),
                new Inspection.Before(
                        new InspectionId("inspect-2026-10"),
                        "十月实地考察",
                        InspectionScore.of(plan, points, draw == null ? List.of() : earlier, replies.subList(0, 9))),
                now.minusSeconds(20));
    }

    private <T> CompletableFuture<Found<T>> told(T value) {
        return CompletableFuture.completedFuture(reached ? new Found.Got<>(value) : new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<List<Inspection.Line>>> all() {
        return told(List.of(new Inspection.Line(
                ID,
                plan.task(),
                plan.set().version(),
                true,
                drawn,
                12,
                (int) cards.values().stream().filter(c -> c.sheet().done()).count(),
                WHO,
                plan.at())));
    }

    @Override
    public CompletableFuture<Found<InspectionSet>> set() {
        return told(plan.set());
    }

    @Override
    public CompletableFuture<Found<Inspection>> one(InspectionId id) {
        asked++;
        return told(inspection());
    }

    /// How often the open inspection was asked for.
    public int asked() {
        return asked;
    }

    @Override
    public CompletableFuture<Found<Inspection>> plan(InspectionId id, InspectionPlan.Task task) {
        return told(inspection());
    }

    @Override
    public CompletableFuture<Found<Inspection>> draw(InspectionId id) {
        drawn = true;
        return told(inspection());
    }

    @Override
    public CompletableFuture<Found<InspectionProof>> proof(InspectionId id) {
        return told(InspectionProof.of(
                plan,
                Objects.requireNonNull(draw()),
                frame.stream().map(SamplePoint::line).toList(),
                HASH,
                0));
    }

    @Override
    public CompletableFuture<Found<byte[]>> photo(InspectionId id, String fileId) {
        byte[] photo = photos.get(fileId);
        return CompletableFuture.completedFuture(photo == null ? new Found.Unreachable<>() : new Found.Got<>(photo));
    }
}
