package org.yiping.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionDraw;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.domain.inspection.SamplePoint;
import org.yiping.domain.inspection.Sampling;
import org.yiping.domain.kpi.Recheck;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.FileStore;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.StorageException;
import org.yiping.server.inspection.Frames;
import org.yiping.server.inspection.InspectionBook;
import org.yiping.server.inspection.Inspections;

/// Inspections: plans, draws with their proof, and what they come to. What is found and answered comes as
/// commands.
///
/// A plan is written once, behind the frame it names; the hash its entry then has in the journal is the
/// commitment, and the draw is a function of frame, numbers and commitment. Whoever draws a second time, after
/// a lost answer or beside somebody else, therefore can draw nothing else, and is given what stands.
final class InspectionRoutes {
    private static final int SHOWN = 200;
    private static final int LONGEST_DAYS = 366;

    private final Ground ground;
    private final CommandDesk desk;
    private final FileStore files;
    private final Rows rows;
    private final Inspections inspections;
    private final Access access;
    private final InstantSource clock;
    private final ReentrantLock writing = new ReentrantLock();

    /// By what and of what is inspected.
    record Ground(InspectionBook book, Frames frames, ZoneId zone) {}

    InspectionRoutes(
            Ground ground, CommandDesk desk, FileStore files, Database database, Access access, InstantSource clock) {
        this.ground = ground;
        this.desk = desk;
        this.files = files;
        this.rows = new Rows(database);
        this.inspections = new Inspections(rows, new JournalReader(database));
        this.access = access;
        this.clock = clock;
    }

    void open(Door door) {
        door.get("/api/v1/inspections", this::list);
        door.get("/api/v1/inspections/set", _ -> Reply.json(set()));
        door.get("/api/v1/inspections/{id}", call -> shown(call, mine(call)));
        door.put("/api/v1/inspections/{id}", this::plan);
        door.put("/api/v1/inspections/{id}/draw", this::draw);
        door.get("/api/v1/inspections/{id}/proof", this::proof);
        door.get("/api/v1/inspections/{id}/frame", this::frame);
        door.get("/api/v1/inspections/{id}/picture", this::picture);
    }

    private InspectionSet set() {
        return ground.book().at(clock.instant(), ground.zone());
    }

    private Reply plan(Call call) {
        Principal who = call.who();
        InspectionPlan.Task task = call.body(InspectionPlan.Task.class);
        InspectionId id = id(call);
        InspectionSet set = set();
        Scope scope = new Scope(task.area().value(), null);
        List<InspectionSet.PointKind> kinds = checked(task, set, who);
        writing.lock();
        try {
            Optional<Row> known = rows.find(Kinds.INSPECTION, id.value());
            if (known.isPresent()) {
                // said again after a lost answer, it is the same; under a name that is taken nothing is planned
                InspectionPlan there = Inspections.plan(known.get());
                if (!there.task().equals(task)
                        || !there.by().person().equals(who.person().id())) {
                    throw Fault.of("INS-4090");
                }
                return shown(call, known.get());
            }
            List<SamplePoint> frame = ground.frames().of(task.area(), kinds);
            if (frame.size() > InspectionPlan.LARGEST_FRAME) {
                throw Fault.at("INS-4220", "/quotas", "range");
            }
            for (int i = 0; i < kinds.size(); i++) {
                String kind = kinds.get(i).code();
                if (frame.stream().noneMatch(p -> p.kind().equals(kind))) {
                    throw Fault.at("INS-4220", "/quotas/" + i, "no-points");
                }
            }
            List<String> lines = frame.stream().map(SamplePoint::line).toList();
            InspectionPlan plan = new InspectionPlan(
                    id,
                    task,
                    set,
                    Recheck.sha256(String.join("\n", lines)),
                    Sampling.strata(frame, task.quotas()),
                    who.actor(),
                    now());
            write(
                    who,
                    Change.fact(Kinds.INSPECTION_FRAME, id.value(), text(new Inspections.Frame(lines)), scope),
                    Change.fact(Kinds.INSPECTION, id.value(), text(plan), scope));
            return shown(call, mine(call));
        } finally {
            writing.unlock();
        }
    }

    private List<InspectionSet.PointKind> checked(InspectionPlan.Task task, InspectionSet set, Principal who) {
        if (task.name().isBlank() || task.name().length() > InspectionPlan.LONGEST_NAME) {
            throw Fault.at("BOD-4001", "/name", task.name().isBlank() ? "missing" : "range");
        }
        if (task.until().isBefore(task.from())
                || task.from().plusDays(LONGEST_DAYS).isBefore(task.until())) {
            throw Fault.at("BOD-4001", "/until", "range");
        }
        List<String> reach = access.reach(Kinds.INSPECTION, who).areas();
        String area = task.area().value();
        boolean known = ground.frames().areas().stream().anyMatch(a -> a.code().equals(task.area()));
        if (!known || (!reach.isEmpty() && reach.stream().noneMatch(area::startsWith))) {
            throw Fault.at("BOD-4001", "/area", "unknown");
        }
        if (task.quotas().isEmpty() || task.points() > InspectionPlan.MOST_POINTS) {
            throw Fault.at("BOD-4001", "/quotas", task.quotas().isEmpty() ? "missing" : "range");
        }
        List<InspectionSet.PointKind> kinds = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < task.quotas().size(); i++) {
            InspectionPlan.Quota quota = task.quotas().get(i);
            String pointer = "/quotas/" + i;
            if (quota.points() < 1 || quota.points() > InspectionPlan.MOST_POINTS) {
                throw Fault.at("BOD-4001", pointer + "/points", "range");
            }
            if (!seen.add(quota.kind())) {
                throw Fault.at("BOD-4001", pointer + "/kind", "unknown");
            }
            kinds.add(set.kind(quota.kind()).orElseThrow(() -> Fault.at("BOD-4001", pointer + "/kind", "unknown")));
        }
        return kinds;
    }

    private Reply draw(Call call) {
        Principal who = call.who();
        writing.lock();
        try {
            Row row = mine(call);
            if (inspections.draw(row.id()).isEmpty()) {
                InspectionPlan plan = Inspections.plan(row);
                List<SamplePoint> frame = inspections.frame(row.id()).stream()
                        .map(SamplePoint::of)
                        .toList();
                String commitment = inspections.hash(row.revision());
                String seed = Sampling.seed(commitment, plan.id());
                InspectionDraw draw = new InspectionDraw(
                        plan.id(),
                        Sampling.ALGORITHM,
                        row.revision(),
                        commitment,
                        seed,
                        Sampling.draw(frame, plan.strata(), seed),
                        who.actor(),
                        now());
                write(who, Change.fact(Kinds.INSPECTION_DRAW, row.id(), text(draw), row.scope()));
            }
            return shown(call, row);
        } finally {
            writing.unlock();
        }
    }

    private Reply proof(Call call) {
        Row row = mine(call);
        return Reply.json(inspections.proof(row).orElseThrow(() -> Fault.of("INS-4091")));
    }

    /// As its SHA-256 is made: a line a point, in UTF-8.
    private Reply frame(Call call) {
        String text = String.join("\n", inspections.frame(mine(call).id()));
        return new Reply.Body(200, "text/plain", text.getBytes(StandardCharsets.UTF_8), null);
    }

    private Reply list(Call call) {
        List<Inspection.Line> items = inspections.all(access.reach(Kinds.INSPECTION, call.who())).stream()
                .map(inspections::line)
                .sorted(Comparator.comparing(Inspection.Line::at).reversed())
                .limit(SHOWN)
                .toList();
        return Reply.json(Map.of("items", items));
    }

    /// Whoever sees the inspection sees its photos.
    private Reply picture(Call call) throws IOException {
        String file = call.query("file").orElse("");
        mine(call);
        boolean its = inspections.cards(id(call)).stream()
                .anyMatch(c -> c.sheet().photos().contains(file));
        FileTable.Picture picture =
                Optional.of(file).filter(_ -> its).flatMap(files::find).orElseThrow(() -> Fault.of("RES-4040"));
        return new Reply.Body(
                200, picture.mediaType(), Files.readAllBytes(files.path(picture.id())), "\"" + picture.id() + "\"");
    }

    private Reply shown(Call call, Row row) {
        return Reply.json(inspections.shown(row, access.reach(Kinds.INSPECTION, call.who()), now()));
    }

    private Row mine(Call call) {
        Reach reach = access.reach(Kinds.INSPECTION, call.who());
        return rows.find(Kinds.INSPECTION, id(call).value())
                .filter(r -> reach.sees(r.scope()))
                .orElseThrow(() -> Fault.of("INS-4040"));
    }

    private static InspectionId id(Call call) {
        return FigureRoutes.id("id", call.path("id"), InspectionId::new);
    }

    private void write(Principal who, Change... changes) {
        try {
            desk.write(new Origin(who.actor(), null, null, null), List.of(changes));
        } catch (CompletionException e) {
            throw e.getCause() instanceof StorageException s ? s : e;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String text(Object row) {
        return Json.mapper().writeValueAsString(row);
    }
}
