package org.yiping.server.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.BroadcastId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Judges what recognisers saw and what was said through loudspeakers. Whoever comes first decides: what is decided is
/// refused to the next one. The writer's thread only.
final class CaptureClerk {
    static final ActionCode REPORT = new ActionCode("alarm");
    private static final SourceCode SOURCE = new SourceCode("video");

    private final Rulebook book;
    private final Access access;
    private final CaseWriter writer;
    private final Filing filing;
    private final CaptureCounts counts;

    /// How a report becomes a case, with every check a report goes through.
    interface Filing {
        Answer report(Batch batch, Principal who, Command.ReportCase c, Instant now);
    }

    CaptureClerk(Rulebook book, Access access, Filing filing) {
        this.book = book;
        this.access = access;
        this.writer = new CaseWriter(book);
        this.filing = filing;
        this.counts = new CaptureCounts(book.zone());
    }

    /// The case is of the camera's place, with the picture as evidence.
    Answer confirm(Batch batch, Principal who, Aside.ConfirmCapture c, Instant now) {
        Row row = visible(batch, Kinds.CAPTURE, c.capture().value(), who);
        if (row == null) {
            return refused(404, "no-capture", "/target");
        }
        Capture capture = capture(row);
        if (capture.decision() != null) {
            return refused(409, "decided", "/target");
        }
        Camera camera = batch.find(Kinds.CAMERA, capture.camera().value())
                .map(r -> Json.mapper().readValue(r.content(), Camera.class))
                .orElse(null);
        if (camera == null) {
            return refused(404, "no-camera", "/target");
        }
        Answer filed = filing.report(batch, who, report(c, capture, camera), now);
        if (!(filed instanceof Answer.Applied)) {
            return filed;
        }
        return decide(
                batch,
                counts,
                writer.origin(new CaseWriter.By(who.actor(), c.head().id().value()), c.note(), now),
                row,
                new Capture.Decision(Capture.Decision.CONFIRMED, who.actor(), now, "", c.note(), c.caseId()));
    }

    private static Command.ReportCase report(Aside.ConfirmCapture c, Capture capture, Camera camera) {
        Capture.Seen seen = capture.seen();
        String description = c.note().isBlank() ? seen.name() : seen.name() + "。" + c.note();
        return new Command.ReportCase(
                c.head(),
                c.caseId(),
                REPORT,
                new Command.Intake(
                        new Subject(
                                new KindCode("event"), seen.classCode(), null, Severity.ORDINARY, null, description),
                        new Place(camera.position(), camera.name(), null),
                        SOURCE,
                        null,
                        capture.simulated(),
                        seen.confidence()),
                List.of(capture.picture()));
    }

    Answer reject(Batch batch, Principal who, Aside.RejectCapture c, Instant now) {
        Row row = visible(batch, Kinds.CAPTURE, c.capture().value(), who);
        if (row == null) {
            return refused(404, "no-capture", "/target");
        }
        if (!book.video().at(now).captures().knows(c.reason())) {
            return refused(422, "unknown", "/payload/reason");
        }
        if (c.note().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/note");
        }
        if (capture(row).decision() != null) {
            return refused(409, "decided", "/target");
        }
        return decide(
                batch,
                counts,
                writer.origin(new CaseWriter.By(who.actor(), c.head().id().value()), c.reason(), now),
                row,
                new Capture.Decision(Capture.Decision.REJECTED, who.actor(), now, c.reason(), c.note(), null));
    }

    /// Nobody judged it in time.
    static Answer expire(Batch batch, CaptureCounts counts, CaptureId id, Instant now) {
        Optional<Row> row = batch.find(Kinds.CAPTURE, id.value());
        if (row.isEmpty() || capture(row.get()).decision() != null) {
            return new Answer.Refused(409, "decided", "", null);
        }
        return decide(
                batch,
                counts,
                new Origin(Principal.TIMER.actor(), null, null, null),
                row.get(),
                new Capture.Decision(Capture.Decision.EXPIRED, Principal.TIMER.actor(), now, "", "", null));
    }

    private static Answer decide(Batch batch, CaptureCounts counts, Origin origin, Row row, Capture.Decision how) {
        Capture decided = capture(row).decided(how);
        Scope scope = Scope.done(row.scope());
        String text = Json.mapper().writeValueAsString(decided);
        long revision = batch.put(origin, how.at(), Change.fact(Kinds.CAPTURE, row.id(), text, scope))
                .revision();
        counts.count(batch, how.at(), how.outcome(), decided.seen().classCode());
        return new Answer.Applied(revision);
    }

    /// Whether saying it helped: it leaves the list of what is to be looked at.
    Answer check(Batch batch, Principal who, Aside.CheckBroadcast c, Instant now) {
        BroadcastId id = c.broadcast();
        Row row = visible(batch, Kinds.BROADCAST, id.value(), who);
        if (row == null) {
            return refused(404, "no-broadcast", "/target");
        }
        Broadcast said = Json.mapper().readValue(row.content(), Broadcast.class);
        boolean failed = said.state().equals("failed"); // what was not heard has no effect, and somebody has seen that
        if (!List.of("cleared", "remains").contains(c.effect())
                && !(failed && c.effect().equals(Broadcast.UNHEARD))) {
            return refused(422, "unknown", "/payload/effect");
        }
        if (c.note().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/note");
        }
        if (said.check() != null) {
            return refused(409, "decided", "/target");
        }
        Broadcast checked = said.checked(new Broadcast.Check(c.effect(), who.actor(), now, c.note()));
        Origin origin =
                writer.origin(new CaseWriter.By(who.actor(), c.head().id().value()), c.effect(), now);
        Change change = Change.fact(
                Kinds.BROADCAST, row.id(), Json.mapper().writeValueAsString(checked), Scope.done(row.scope()));
        return new Answer.Applied(batch.put(origin, now, change).revision());
    }

    /// Also where it is decided: who comes second is told so, and not that there is nothing.
    private @Nullable Row visible(Batch batch, String kind, String id, Principal who) {
        Reach areas = new Reach(access.reach(kind, who).areas(), null);
        return batch.find(kind, id).filter(r -> areas.sees(r.scope())).orElse(null);
    }

    private static Capture capture(Row row) {
        return Json.mapper().readValue(row.content(), Capture.class);
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
