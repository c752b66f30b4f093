package org.yiping.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.Inputs;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.assessment.Scoring;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.assessment.AssessmentRows;
import org.yiping.server.assessment.Examiner;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.StorageException;
import org.yiping.server.kpi.FigureDesk;

/// Runs assessments, opens them to the cases behind each score, and holds them against the records as they are now. An
/// edition and what it was counted from are written in one batch: there is all of it or nothing. Steps are commands.
final class AssessmentRoutes {
    private static final int PAGE = 200;
    private static final int SHOWN = 500;

    private final Examiner examiner;
    private final FigureDesk figures;
    private final CommandDesk desk;
    private final Rows rows;
    private final Access access;
    /// The code that stands for all of the city: a district's post does not see what is of the whole.
    private final String city;
    /// Two who run the same at once get one edition, and the second is told whose.
    private final ReentrantLock running = new ReentrantLock();

    AssessmentRoutes(
            Examiner examiner, FigureDesk figures, CommandDesk desk, Database database, Access access, String city) {
        this.examiner = examiner;
        this.figures = figures;
        this.desk = desk;
        this.rows = new Rows(database);
        this.access = access;
        this.city = city;
    }

    void open(Door door) {
        door.get("/api/v1/assessments/schemes", _ -> schemes());
        door.put("/api/v1/assessments/{id}", this::run);
        door.get("/api/v1/assessments/{id}", call -> Reply.text(mine(call).content(), null));
        door.get("/api/v1/assessments/{id}/cases", this::cases);
        door.get("/api/v1/assessments/{id}/check", this::check);
    }

    private Reply schemes() {
        return Pages.of(examiner.book().versions(), figures.keeper().revision(), null);
    }

    private Reply run(Call call) {
        Principal who = call.who();
        AssessmentId id = FigureRoutes.id("id", call.path("id"), AssessmentId::new);
        if (id.value().length() > AssessmentId.LONGEST) {
            throw Fault.at("QRY-4000", "/id", "range");
        }
        AssessmentWish wish = within(call.body(AssessmentWish.class), who);
        if (wish.reason().length() > 4_000) {
            throw Fault.at("BOD-4001", "/reason", "range");
        }
        running.lock();
        try {
            Optional<Row> known = rows.find(Kinds.ASSESSMENT, id.value());
            // run once for ever: who asks again, because no answer came, gets what was run
            return Reply.text(known.isPresent() ? again(call, id, wish) : ran(id, wish, who), null);
        } finally {
            running.unlock();
        }
    }

    /// Under a name that is taken nothing else is run, and nobody is given another's edition for the own one.
    private String again(Call call, AssessmentId id, AssessmentWish wish) {
        Row row = mine(call);
        Assessment there = Json.mapper().readValue(row.content(), Assessment.class);
        boolean same = there.by().person().equals(call.who().person().id())
                && asked(() -> examiner.blank(id, wish, call.who().actor()))
                        .series()
                        .equals(there.series());
        if (!same) {
            throw Fault.of("ASM-4095").withCurrent(row.content(), null);
        }
        return row.content();
    }

    private String ran(AssessmentId id, AssessmentWish wish, Principal who) {
        Assessment blank = asked(() -> examiner.blank(id, wish, who.actor()));
        int editions = 0;
        AssessmentId published = null;
        for (Row row : all()) {
            Assessment other = Json.mapper().readValue(row.content(), Assessment.class);
            if (other.series().equals(blank.series())) {
                if (other.stage().isOpen()) {
                    throw Fault.of("ASM-4090").withCurrent(row.content(), null);
                }
                editions++;
                published = other.stage() == Stage.PUBLISHED ? other.id() : published;
            }
        }
        if (editions > 0 && wish.reason().isBlank()) {
            throw Fault.at("BOD-4001", "/reason", "missing");
        }
        int before = editions;
        AssessmentId replaces = published;
        Examiner.Run run = asked(() -> examiner.run(blank.after(before, replaces)));
        if (!AssessmentRows.fits(run.assessment(), city)) {
            throw Fault.at("BOD-4001", "/objects", "range");
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < run.inputs().size(); i++) {
            changes.add(AssessmentRows.change(run.inputs().get(i), i, AssessmentRows.area(blank, city)));
        }
        Change edition = AssessmentRows.change(run.assessment(), city);
        changes.add(edition);
        write(who, wish.reason(), changes);
        return edition.content();
    }

    private void write(Principal who, String reason, List<Change> changes) {
        try {
            desk.write(new Origin(who.actor(), null, reason.isBlank() ? null : reason, null), changes);
        } catch (CompletionException e) {
            throw e.getCause() instanceof StorageException s ? s : e;
        }
    }

    /// Whoever works for some areas names one of them; who works for one need not.
    private static AssessmentWish within(AssessmentWish wish, Principal who) {
        List<AreaCode> own = who.person().areas();
        AreaCode area = wish.area() == null && own.size() == 1 ? own.getFirst() : wish.area();
        if (area == null && !own.isEmpty()) {
            throw Fault.at("BOD-4001", "/area", "missing");
        }
        if (area != null && !who.person().covers(area)) {
            throw Fault.of("AUT-4030");
        }
        return new AssessmentWish(wish.scheme(), wish.period(), wish.day(), area, wish.objects(), wish.reason());
    }

    private static <T> T asked(FigureRoutes.Asking<T> asking) {
        try {
            return FigureRoutes.asked(asking);
        } catch (Examiner.Unfit e) {
            throw Fault.at("ASM-4220", "/" + e.getMessage(), "range");
        }
    }

    private List<Row> all() {
        List<Row> all = new ArrayList<>();
        List<Row> page;
        long after = 0;
        do {
            page = rows.page(Kinds.ASSESSMENT, CaseFilter.ALL, Reach.CITY, after, PAGE);
            all.addAll(page);
            after = page.isEmpty() ? after : page.getLast().place().born();
        } while (page.size() == PAGE);
        return all;
    }

    private Row mine(Call call) {
        Reach reach = access.reach(Kinds.ASSESSMENT, call.who());
        return rows.find(Kinds.ASSESSMENT, call.path("id"))
                .filter(r -> reach.sees(r.scope()))
                .orElseThrow(() -> Fault.of("RES-4040"));
    }

    private Assessment read(Call call) {
        return Json.mapper().readValue(mine(call).content(), Assessment.class);
    }

    private Inputs inputs(Assessment of, int place) {
        return rows.find(Kinds.ASSESSMENT_INPUTS, AssessmentRows.inputs(of.id(), place))
                .map(r -> Json.mapper().readValue(r.content(), Inputs.class))
                .orElseThrow(() -> new IllegalStateException(of.id().value() + " has no inputs " + place));
    }

    /// All that stands behind an object's score, or with a figure those that cost points in it; as far
    /// as this person may see them.
    private Reply cases(Call call) {
        Assessment of = read(call);
        String object = call.query("object").orElse(null);
        int indicator = indicator(of, call.query("figure").orElse(null));
        Set<CaseId> behind = new LinkedHashSet<>();
        for (Score score : of.scores()) {
            if (object == null || object.equals(score.object())) {
                Inputs inputs = inputs(of, of.place(score.object()));
                Set<CaseId> without = of.leftOut(score.object());
                if (indicator < 0) {
                    inputs.cases().forEach(c -> behind.add(c.id()));
                } else {
                    behind.addAll(Scoring.behind(of.yardstick(), inputs, indicator, without));
                }
            }
        }
        return seen(call, new LinkedHashMap<>(Map.of("total", behind.size())), List.copyOf(behind));
    }

    private static int indicator(Assessment of, @Nullable String figure) {
        if (figure == null) {
            return -1;
        }
        KpiCode code = FigureRoutes.id("figure", figure, KpiCode::new);
        var indicators = of.yardstick().scheme().indicators();
        return IntStream.range(0, indicators.size())
                .filter(i -> indicators.get(i).figure().equals(code))
                .findFirst()
                .orElseThrow(() -> Fault.at("QRY-4000", "/figure", "unknown"));
    }

    /// Whether the scores follow from what was frozen, and which cases would be counted otherwise now.
    private Reply check(Call call) {
        Assessment of = read(call);
        List<Inputs> inputs = IntStream.range(0, of.scores().size())
                .mapToObj(i -> inputs(of, i))
                .toList();
        boolean equal = true;
        for (int i = 0; i < inputs.size(); i++) {
            Score then = of.scores().get(i);
            Score again = Scoring.of(of.yardstick(), of.span(), then.name(), inputs.get(i), of.leftOut(then.object()));
            equal &= again.equals(then);
        }
        List<CaseId> changed = FigureRoutes.asked(() -> examiner.changed(of, inputs));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("at", figures.now());
        answer.put("equal", equal);
        answer.put("total", changed.size());
        return seen(call, answer, changed);
    }

    /// The first cases of some that this person may see.
    private Reply seen(Call call, Map<String, Object> answer, List<CaseId> cases) {
        Reach reach = access.reach(Kinds.CASE, call.who());
        answer.put(
                "cases",
                cases.stream()
                        .filter(c -> rows.find(Kinds.CASE, c.value())
                                .filter(r -> reach.sees(r.scope()))
                                .isPresent())
                        .limit(SHOWN)
                        .toList());
        answer.put("revision", figures.keeper().revision());
        return Reply.json(answer);
    }
}
