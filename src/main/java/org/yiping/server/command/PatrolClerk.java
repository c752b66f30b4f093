package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.domain.patrol.Tour;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Keeps lists of cameras to be walked and what was seen on each walk. The writer's thread only.
///
/// A round has no beginning of its own: it is there with its first look, under an id that follows from
/// plan and time. So two seats that begin it at once, or one whose looks come hours later, write into
/// the same.
final class PatrolClerk {
    static final ActionCode REPORT = new ActionCode("register");
    private static final SourceCode SOURCE = new SourceCode("video");
    private static final String PICTURE = "/payload/seen/picture";
    private static final Duration LONGEST_ROUND = Duration.ofHours(24);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);
    /// Older rounds are in the journal and on no screen.
    private static final Duration SHOWN = Duration.ofDays(14);

    private final Rulebook book;
    private final Access access;
    private final CaseWriter writer;
    private final CaptureClerk.Filing filing;
    private final EvidenceClerk evidence;

    PatrolClerk(Rulebook book, Access access, CaptureClerk.Filing filing, EvidenceClerk evidence) {
        this.book = book;
        this.access = access;
        this.writer = new CaseWriter(book);
        this.filing = filing;
        this.evidence = evidence;
    }

    Answer plan(Batch batch, Principal who, Aside.PlanPatrol c, Instant now) {
        Row row = batch.find(Kinds.PATROL_PLAN, c.plan().value()).orElse(null);
        if (row != null) {
            if (!access.reach(Kinds.PATROL_PLAN, who).sees(row.scope())) {
                return refused(404, "no-patrol", "/target");
            }
            long basedOn = c.head().basedOn();
            if (basedOn > 0 && row.revision() > basedOn) {
                return refused(409, "patrol-changed", "/basedOn");
            }
        }
        Answer bad = unfit(batch, who, c);
        if (bad != null) {
            return bad;
        }
        PatrolPlan next = new PatrolPlan(c.plan(), c.task(), who.actor(), c.retired());
        Scope scope = row == null ? Scope.of(who.person()) : row.scope();
        return put(batch, who, c, now, Change.fact(Kinds.PATROL_PLAN, next.id().value(), text(next), scope));
    }

    private @Nullable Answer unfit(Batch batch, Principal who, Aside.PlanPatrol c) {
        PatrolPlan.Task task = c.task();
        if (c.plan().value().length() > PatrolPlan.LONGEST_ID) {
            return refused(422, "too-long", "/target");
        }
        if (task.name().isBlank()) {
            return refused(422, "missing", "/payload/task/name");
        }
        if (task.name().length() > PatrolPlan.LONGEST_NAME) {
            return refused(422, "too-long", "/payload/task/name");
        }
        if (task.goal().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/task/goal");
        }
        if (task.cameras().isEmpty()) {
            return refused(422, "missing", "/payload/task/cameras");
        }
        if (task.cameras().size() > PatrolPlan.MOST_CAMERAS
                || new HashSet<>(task.cameras()).size() < task.cameras().size()) {
            return refused(422, "range", "/payload/task/cameras");
        }
        if (task.dwell() < Tour.SHORTEST.toSeconds() || task.dwell() > Tour.LONGEST.toSeconds()) {
            return refused(422, "range", "/payload/task/dwell");
        }
        if (task.times().size() > PatrolPlan.MOST_TIMES) {
            return refused(422, "range", "/payload/task/times");
        }
        for (int i = 0; i < task.cameras().size(); i++) {
            if (camera(batch, who, task.cameras().get(i)) == null) {
                return refused(422, "unknown-camera", "/payload/task/cameras/" + i);
            }
        }
        return null;
    }

    /// The round and, where the look asks for one, the case: both or neither.
    Answer look(Batch batch, Principal who, Aside.PatrolLook c, Instant now) {
        Row row = batch.find(Kinds.PATROL_PLAN, c.plan().value())
                .filter(r -> access.reach(Kinds.PATROL_PLAN, who).sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return refused(404, "no-patrol", "/target");
        }
        PatrolPlan plan = Json.mapper().readValue(row.content(), PatrolPlan.class);
        PatrolRoundId id = PatrolRoundId.of(plan.id(), c.slot());
        Row walked = batch.find(Kinds.PATROL_ROUND, id.value()).orElse(null);
        if (walked == null && plan.retired()) {
            return refused(404, "no-patrol", "/target");
        }
        PatrolRound round = walked == null
                ? PatrolRound.begin(plan, c.slot())
                : Json.mapper().readValue(walked.content(), PatrolRound.class);
        PatrolRound.Seen seen = c.seen();
        Camera camera = round.cameras().contains(seen.camera()) ? camera(batch, who, seen.camera()) : null;
        if (camera == null) {
            return refused(422, "unknown-camera", "/payload/seen/camera");
        }
        Answer bad = unfit(c, now);
        bad = bad == null ? unfit(batch, who, seen, now) : bad;
        if (bad != null) {
            return bad;
        }
        if (!round.takes(seen)) {
            return refused(409, "looked", "/payload/seen/camera");
        }
        if (seen.outcome().equals(PatrolRound.CASE)) {
            Answer filed = filing.report(batch, who, report(c, plan, camera), now);
            if (!(filed instanceof Answer.Applied)) {
                return filed;
            }
        }
        PatrolRound next = round.with(new PatrolRound.Look(who.actor(), kept(batch, who, c, now)));
        Answer answer = put(
                batch,
                who,
                c,
                now,
                Change.fact(
                        Kinds.PATROL_ROUND,
                        id.value(),
                        text(next),
                        walked == null ? Scope.waiting(row.scope().area()) : walked.scope()));
        if (walked == null) {
            forget(batch, who, c, now);
        }
        return answer;
    }

    private @Nullable Answer unfit(Batch batch, Principal who, PatrolRound.Seen seen, Instant now) {
        PatrolRound.Picture picture = seen.picture();
        if (picture == null) {
            return null;
        }
        if (!seen.found()) {
            return refused(422, "unknown", PICTURE);
        }
        if (!picture.footage().camera().equals(seen.camera())) {
            return refused(422, "unknown-camera", PICTURE + "/footage/camera");
        }
        return evidence.unfit(batch, who, shown(picture), now);
    }

    private static EvidenceClerk.Shown shown(PatrolRound.Picture picture) {
        return new EvidenceClerk.Shown(picture.fileId(), picture.footage(), PICTURE);
    }

    /// As it is written down; the picture goes into the case too.
    private PatrolRound.Seen kept(Batch batch, Principal who, Aside.PatrolLook c, Instant now) {
        PatrolRound.Seen seen = c.seen();
        PatrolRound.Picture picture = seen.picture();
        if (picture == null) {
            return seen;
        }
        if (seen.caseId() != null) {
            evidence.into(batch, who, c, seen.caseId(), shown(picture), now);
        }
        return seen.with(new PatrolRound.Picture(picture.fileId(), evidence.kept(batch, who, picture.footage())));
    }

    private @Nullable Answer unfit(Aside.PatrolLook c, Instant now) {
        PatrolRound.Seen seen = c.seen();
        if (!PatrolRound.OUTCOMES.contains(seen.outcome())) {
            return refused(422, "unknown", "/payload/seen/outcome");
        }
        if (seen.at().isBefore(c.slot())
                || seen.at().isAfter(c.slot().plus(LONGEST_ROUND))
                || seen.at().isAfter(now.plus(CLOCKS_APART))) {
            return refused(422, "range", "/payload/seen/at");
        }
        if (seen.note().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/seen/note");
        }
        if (seen.outcome().equals(PatrolRound.NOTED) && seen.note().isBlank() && seen.classCode() == null) {
            return refused(422, "missing", "/payload/seen/note");
        }
        boolean files = seen.outcome().equals(PatrolRound.CASE);
        if (files && seen.classCode() == null) {
            return refused(422, "missing", "/payload/seen/classCode");
        }
        if (files != (seen.caseId() != null)) {
            return refused(422, files ? "missing" : "unknown", "/payload/seen/caseId");
        }
        return seen.classCode() != null
                        && book.catalogues().at(now).find(seen.classCode()).isEmpty()
                ? refused(422, "unknown-class", "/payload/seen/classCode")
                : null;
    }

    private Command.ReportCase report(Aside.PatrolLook c, PatrolPlan plan, Camera camera) {
        PatrolRound.Seen seen = c.seen();
        ClassCode found = Objects.requireNonNull(seen.classCode());
        String description = seen.note().isBlank() ? plan.task().name() : seen.note();
        KindCode kind =
                book.catalogues().at(seen.at()).find(found).map(CaseClass::kind).orElse(new KindCode("event"));
        return new Command.ReportCase(
                c.head(),
                Objects.requireNonNull(seen.caseId()),
                REPORT,
                new Command.Intake(
                        new Subject(kind, found, null, Severity.ORDINARY, null, description),
                        new Place(camera.position(), camera.name(), null),
                        SOURCE,
                        null,
                        camera.state().simulated()),
                List.of());
    }

    /// What nobody looks back at any more leaves the screens, once in a round.
    private void forget(Batch batch, Principal who, Aside.PatrolLook c, Instant now) {
        for (Row row : batch.all(Kinds.PATROL_ROUND)) {
            PatrolRound old = Json.mapper().readValue(row.content(), PatrolRound.class);
            boolean shown = !Scope.done(row.scope()).equals(row.scope());
            if (shown && old.slot().isBefore(now.minus(SHOWN))) {
                put(
                        batch,
                        who,
                        c,
                        now,
                        Change.fact(Kinds.PATROL_ROUND, row.id(), row.content(), Scope.done(row.scope())));
            }
        }
    }

    private @Nullable Camera camera(Batch batch, Principal who, CameraId id) {
        return batch.find(Kinds.CAMERA, id.value())
                .filter(r -> access.reach(Kinds.CAMERA, who).sees(r.scope()))
                .map(r -> Json.mapper().readValue(r.content(), Camera.class))
                .orElse(null);
    }

    private Answer put(Batch batch, Principal who, Aside c, Instant now, Change change) {
        var by = new CaseWriter.By(who.actor(), c.head().id().value());
        return new Answer.Applied(
                batch.put(writer.origin(by, null, now), now, change).revision());
    }

    private static String text(Object row) {
        return Json.mapper().writeValueAsString(row);
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
