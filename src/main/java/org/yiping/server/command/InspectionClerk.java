package org.yiping.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.InspectionDraw;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionReply;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.domain.inspection.SamplePoint;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Keeps what inspectors find at drawn points and what people answer, judged by the set the plan was made with.
/// The writer's thread only.
final class InspectionClerk {
    private static final String SHEET = "/payload/sheet";

    private final Rulebook book;
    private final Access access;
    private final FileTable files;
    private final CaptureClerk.Filing filing;
    private final CaseWriter writer;

    InspectionClerk(Rulebook book, Access access, FileTable files, CaptureClerk.Filing filing) {
        this.book = book;
        this.access = access;
        this.files = files;
        this.filing = filing;
        this.writer = new CaseWriter(book);
    }

    /// A plan with what was drawn for it; `scope` is the plan's, and everything's that comes of it.
    private record Begun(InspectionPlan plan, @Nullable InspectionDraw draw, Scope scope) {}

    private @Nullable Begun find(Batch batch, Principal who, InspectionId id) {
        Row row = batch.find(Kinds.INSPECTION, id.value())
                .filter(r -> access.reach(Kinds.INSPECTION, who).sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return null;
        }
        InspectionDraw draw = batch.find(Kinds.INSPECTION_DRAW, id.value())
                .map(r -> Json.mapper().readValue(r.content(), InspectionDraw.class))
                .orElse(null);
        return new Begun(Json.mapper().readValue(row.content(), InspectionPlan.class), draw, row.scope());
    }

    /// The card and, where a problem is new, its case: both or neither.
    Answer inspect(Batch batch, Principal who, Aside.InspectPoint c, Instant now) {
        Begun begun = find(batch, who, c.inspection());
        if (begun == null) {
            return refused(404, "no-inspection", "/target");
        }
        InspectionDraw draw = begun.draw();
        if (draw == null) {
            return refused(409, "not-drawn", "/target");
        }
        if (c.place() < 0 || c.place() >= draw.points().size()) {
            return refused(422, "range", "/payload/place");
        }
        SamplePoint point = draw.points().get(c.place());
        String id = c.inspection().value() + "/" + c.place();
        Row row = batch.find(Kinds.INSPECTION_CARD, id).orElse(null);
        InspectionCard before = row == null ? null : Json.mapper().readValue(row.content(), InspectionCard.class);
        int edition = before == null ? 0 : before.edition();
        if (c.edition() != edition) {
            return new Answer.Refused(409, "card-changed", "/payload/edition", row);
        }
        InspectionCard.Sheet old = before == null ? InspectionCard.Sheet.EMPTY : before.sheet();
        Answer bad = unfit(begun.plan().set(), point, c.sheet());
        bad = bad == null ? unfit(who, old, c.sheet().photos()) : bad;
        if (bad != null) {
            return bad;
        }
        if (!c.sheet().problems().containsAll(old.problems())) {
            return refused(422, "missing", SHEET + "/problems"); // what became a case stays on its card
        }
        List<InspectionCard.Problem> fresh = new ArrayList<>(c.sheet().problems());
        fresh.removeAll(old.problems());
        if (fresh.size() > 1) {
            return refused(422, "range", SHEET + "/problems");
        }
        ActionCode action = begun.plan().set().filing().action();
        if (!fresh.isEmpty() && book.workflow().find(action, null).isEmpty()) {
            return refused(422, "no-action", SHEET + "/problems");
        }
        for (InspectionCard.Problem problem : fresh) {
            Answer filed = filing.report(batch, who, report(c, begun.plan().set(), point, problem, now), now);
            if (!(filed instanceof Answer.Applied)) {
                return filed;
            }
        }
        InspectionCard next = new InspectionCard(c.inspection(), c.place(), edition + 1, c.sheet(), who.actor(), now);
        return put(batch, who, c, now, Change.fact(Kinds.INSPECTION_CARD, id, text(next), begun.scope()));
    }

    private static @Nullable Answer unfit(InspectionSet set, SamplePoint point, InspectionCard.Sheet sheet) {
        List<InspectionSet.Item> list = set.checklist(point.kind());
        Set<String> marked = new HashSet<>();
        for (int i = 0; i < sheet.marks().size(); i++) {
            InspectionCard.Mark mark = sheet.marks().get(i);
            String pointer = SHEET + "/marks/" + i;
            Optional<InspectionSet.Item> item =
                    list.stream().filter(l -> l.code().equals(mark.item())).findFirst();
            if (item.isEmpty() || !marked.add(mark.item())) {
                return refused(422, "unknown", pointer + "/item");
            }
            Integer points = mark.points();
            if (points != null && (points < 0 || points > item.get().most())) {
                return refused(422, "range", pointer + "/points");
            }
        }
        if (sheet.done() && marked.size() < list.size()) {
            return refused(422, "missing", SHEET + "/marks");
        }
        if (sheet.note().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", SHEET + "/note");
        }
        for (int i = 0; i < sheet.problems().size(); i++) {
            String said = sheet.problems().get(i).text();
            if (said.isBlank() || said.length() > Command.LONGEST_TEXT) {
                return refused(422, said.isBlank() ? "missing" : "too-long", SHEET + "/problems/" + i + "/text");
            }
        }
        return sheet.problems().size() > InspectionCard.MOST ? refused(422, "range", SHEET + "/problems") : null;
    }

    /// A photo is the card's already, or one that this person may see.
    private @Nullable Answer unfit(Principal who, InspectionCard.Sheet old, List<String> photos) {
        if (photos.size() > InspectionCard.MOST || new HashSet<>(photos).size() < photos.size()) {
            return refused(422, "range", SHEET + "/photos");
        }
        for (int i = 0; i < photos.size(); i++) {
            String file = photos.get(i);
            boolean known = old.photos().contains(file)
                    || (files.find(file).isPresent()
                            && files.isSeen(file, who.actor().person().value(), access.reach(Kinds.CASE, who)));
            if (!known) {
                return refused(422, "unknown-file", SHEET + "/photos/" + i);
            }
        }
        return null;
    }

    private Command.ReportCase report(
            Aside.InspectPoint c, InspectionSet set, SamplePoint point, InspectionCard.Problem problem, Instant now) {
        var kind = book.catalogues()
                .at(now)
                .find(problem.classCode())
                .map(CaseClass::kind)
                .orElse(new KindCode("event"));
        return new Command.ReportCase(
                c.head(),
                problem.caseId(),
                set.filing().action(),
                new Command.Intake(
                        new Subject(kind, problem.classCode(), null, Severity.ORDINARY, null, problem.text()),
                        new Place(point.position(), point.name(), null),
                        set.filing().source(),
                        null,
                        c.sheet().simulated()),
                c.sheet().photos());
    }

    /// A questionnaire is its own row: two who enter at once take nothing from each other.
    Answer reply(Batch batch, Principal who, Aside.EnterReply c, Instant now) {
        Begun begun = find(batch, who, c.inspection());
        if (begun == null) {
            return refused(404, "no-inspection", "/target");
        }
        List<InspectionReply.Given> given = c.form().given();
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            InspectionReply.Given one = given.get(i);
            boolean known = begun.plan()
                    .set()
                    .question(one.question())
                    .flatMap(q -> q.find(one.choice()))
                    .isPresent();
            if (!known || !answered.add(one.question())) {
                return refused(422, "unknown", "/payload/form/given/" + i);
            }
        }
        if (answered.isEmpty()) {
            return refused(422, "missing", "/payload/form/given");
        }
        String id = c.inspection().value() + "/"
                + batch.take("inspection/" + c.inspection().value());
        InspectionReply reply = new InspectionReply(c.inspection(), id, c.form(), who.actor(), now);
        return put(batch, who, c, now, Change.fact(Kinds.INSPECTION_REPLY, id, text(reply), begun.scope()));
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
