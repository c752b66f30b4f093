package org.yiping.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.Gazetteer;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.NumberPattern;
import org.yiping.domain.casework.Outcome;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Review;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.advice.Counsel;
import org.yiping.server.data.Batch;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.Change;
import org.yiping.server.data.Entry;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;
import org.yiping.server.seat.Seats;

/// Applies commands on cases: every check first, then the entries, so that a refused command leaves nothing in
/// the batch it shares with others. The writer's thread only.
public final class CaseClerk {
    /// No text a person writes is longer.
    private static final int LONGEST_TEXT = 4000;

    private final CaseRules rules;
    private final Access access;
    private final FileTable files;
    private final NumberPattern numbers;
    private final AsideClerk aside;
    private final CaseWriter writer;
    private final Counsel counsel;

    public CaseClerk(Rulebook book, CaseRules rules, Access access, FileTable files, Counsel counsel) {
        this(book, rules, access, files, counsel, Seats.nobody(book.workflow()));
    }

    public CaseClerk(Rulebook book, CaseRules rules, Access access, FileTable files, Counsel counsel, Seats seats) {
        this.rules = rules;
        this.access = access;
        this.files = files;
        this.numbers = book.numbers();
        this.aside = new AsideClerk(book, access, files, seats, this::report);
        this.writer = new CaseWriter(book);
        this.counsel = counsel;
    }

    Answer apply(Batch batch, Principal who, Command command, Instant now) {
        if (!who.equals(Principal.TIMER)
                && !access.mayCommand(CommandCodec.encode(command).type(), who.post())) {
            return refused(403, "post", "/type");
        }
        Instant expires = command.head().expiresAt();
        if (expires != null && expires.isBefore(now)) {
            return refused(410, "expired", "/expiresAt");
        }
        return switch (command) {
            case Command.ReportCase c -> report(batch, who, c, now);
            case Command.ActOnCase c -> act(batch, who, c, now);
            case Command.ReviewCase c -> review(batch, who, c, now);
            case Aside c -> aside.apply(batch, who, c, now);
        };
    }

    private Answer report(Batch batch, Principal who, Command.ReportCase c, Instant now) {
        Optional<Row> there = batch.find(Kinds.CASE, c.caseId().value());
        if (there.isPresent()) {
            return refused(409, "exists", "/target", visible(there.get(), who));
        }
        List<String> photos = new ArrayList<>(c.photos());
        photos.addAll(c.afterPhotos() == null ? List.of() : c.afterPhotos());
        Answer bad = unfit(photos, c.intake().subject().description());
        if (bad != null) {
            return bad;
        }
        if (!CallClerk.knows(batch, c.intake())) {
            return refused(404, "no-call", "/payload/intake/caller/call");
        }
        String sequence = numbers.sequence(now);
        var number = numbers.number(
                c.intake().subject().classCode(), rules.areaOf(c.intake().place()), now, batch.peek(sequence));
        Command.ReportCase placed = withCandidates(c, who, now);
        return switch (rules.open(placed, who.actor(), number, now)) {
            case Outcome.Refused r -> refusal(r, null);
            case Outcome.Changed changed -> {
                batch.take(sequence);
                batch.attach(photos, c.caseId().value());
                CallClerk.taken(batch, c, who.actor(), now);
                yield put(batch, who, c.head(), changed);
            }
        };
    }

    private Answer act(Batch batch, Principal who, Command.ActOnCase c, Instant now) {
        Row row = batch.find(Kinds.CASE, c.caseId().value()).orElse(null);
        if (row == null || visible(row, who) == null) {
            return refused(404, "no-case", "/target");
        }
        long basedOn = c.head().basedOn();
        if (basedOn > 0 && row.revision() > basedOn && stepped(batch, row, basedOn)) {
            return refused(409, "outdated", "/basedOn", row);
        }
        Answer bad = unfit(c.fields().photos(), c.fields().reason());
        bad = bad == null ? unfit(List.of(), c.fields().closing()) : bad;
        if (bad != null) {
            return bad;
        }
        Case current = Json.mapper().readValue(row.content(), Case.class);
        return switch (rules.act(current, c, who.actor(), now)) {
            case Outcome.Refused r -> refusal(r, row);
            case Outcome.Changed changed -> {
                Answer answer = rules.merges(c.action(), current)
                        ? merge(batch, who, c.head(), current, changed)
                        : put(batch, who, c.head(), withOverruled(batch, current, changed));
                if (answer instanceof Answer.Applied) {
                    batch.attach(c.fields().photos(), c.caseId().value());
                }
                yield answer;
            }
        };
    }

    /// What was recommended stays beside what was chosen instead.
    private Outcome.Changed withOverruled(Batch batch, Case before, Outcome.Changed changed) {
        Command.Fields given = changed.entry().given();
        DepartmentId chosen = given == null ? null : given.department();
        if (chosen == null) {
            return changed;
        }
        Recommendation advice =
                counsel.recommend(before, batch.past(), changed.entry().at());
        return advice.first()
                .filter(first -> !first.equals(chosen))
                .map(first -> new Outcome.Changed(
                        changed.result(), changed.entry().withOverruled(first, chosen, advice.version())))
                .orElse(changed);
    }

    /// A report without a position is taken with the places its words may mean; what a client sent as such is not.
    private Command.ReportCase withCandidates(Command.ReportCase c, Principal who, Instant now) {
        Command.Intake in = c.intake();
        Place place = in.place();
        if (place.position() != null) {
            return c;
        }
        Caller caller = in.caller();
        List<PlaceCandidate> found = counsel.places(
                place.address(),
                new Gazetteer.Clues(null, Map.of(), Map.of(), who.person().areas()),
                caller == null ? null : caller.phone(),
                now);
        Place open = new Place(null, place.address(), place.area(), found.isEmpty() ? null : found);
        return new Command.ReportCase(
                c.head(),
                c.caseId(),
                c.action(),
                new Command.Intake(in.subject(), open, in.source(), in.caller(), in.simulated(), in.confidence()),
                c.photos(),
                c.afterPhotos());
    }

    /// Both cases change or neither: the one that ends, and the one that takes in its reporters and photos.
    private Answer merge(Batch batch, Principal who, Command.Head head, Case before, Outcome.Changed merged) {
        CaseId target = merged.result().progress().mergedInto();
        String into = target == null ? "" : target.value();
        Row row = batch.find(Kinds.CASE, into).orElse(null);
        if (row == null || visible(row, who) == null) {
            return refused(422, "no-survivor", "/payload/fields/survivor");
        }
        Case survivor = Json.mapper().readValue(row.content(), Case.class);
        return switch (rules.join(survivor, before, merged.entry())) {
            case Outcome.Refused r -> refused(422, r.code(), "/payload" + r.pointer());
            case Outcome.Changed joined -> {
                batch.attach(
                        before.head().photos().stream().map(Attachment::fileId).toList(), into);
                put(batch, who, head, joined);
                yield put(batch, who, head, merged);
            }
        };
    }

    /// A verdict changes nothing of the case, so a newer revision of the case does not matter to it.
    private Answer review(Batch batch, Principal who, Command.ReviewCase c, Instant now) {
        Row row = batch.find(Kinds.CASE, c.caseId().value()).orElse(null);
        if (row == null || visible(row, who) == null) {
            return refused(404, "no-case", "/target");
        }
        if (c.verdict().isBlank() || c.verdict().length() > 64) {
            return refused(422, "missing", "/payload/verdict");
        }
        Answer bad = unfit(List.of(), c.note());
        if (bad != null) {
            return bad;
        }
        Review review =
                new Review(new RecordId(c.head().id().value()), c.caseId(), now, who.actor(), c.verdict(), c.note());
        Origin origin =
                writer.origin(new CaseWriter.By(who.actor(), c.head().id().value()), c.note(), now);
        Entry entry = batch.put(origin, now, history(Kinds.REVIEW, review, row.scope()));
        return new Answer.Applied(entry.revision());
    }

    private Answer put(Batch batch, Principal who, Command.Head head, Outcome.Changed changed) {
        return writer.put(batch, new CaseWriter.By(who.actor(), head.id().value()), changed);
    }

    /// Whether anybody took a step since the revision somebody saw: what rules announce beside the way outdates
    /// nobody.
    private static boolean stepped(Batch batch, Row row, long seen) {
        return batch.contentAt(row, seen)
                .map(before -> !asStepped(before).equals(asStepped(row.content())))
                .orElse(true);
    }

    private static Case asStepped(String content) {
        return Json.mapper().readValue(content, Case.class).asStepped();
    }

    /// A case as the storage takes it.
    public static Change change(Case c, Rulebook book) {
        return new Change(
                Kinds.CASE,
                c.id().value(),
                Json.mapper().writeValueAsString(c),
                Scope.of(c),
                new CaseFacts(c, book.workflow().ending(c.progress().state())),
                null);
    }

    /// A flow record as the storage takes it.
    public static Change history(FlowRecord record, Scope scope) {
        return history(Kinds.RECORD, record, scope);
    }

    private static Change history(String kind, Object fact, Scope scope) {
        String id = fact instanceof FlowRecord r
                ? r.id().value()
                : ((Review) fact).id().value();
        String caseId = fact instanceof FlowRecord r
                ? r.caseId().value()
                : ((Review) fact).caseId().value();
        return new Change(kind, id, Json.mapper().writeValueAsString(fact), scope, null, caseId);
    }

    private @Nullable Row visible(Row row, Principal who) {
        return access.reach(Kinds.CASE, who).sees(row.scope()) ? row : null;
    }

    private @Nullable Answer unfit(List<String> photos, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload");
        }
        for (String id : photos) {
            if (files.find(id).filter(f -> f.mediaType().startsWith("image/")).isEmpty()) {
                return refused(422, "unknown-file", "/payload/photos");
            }
        }
        return null;
    }

    /// Who may not is 403; a case in another state than the command thinks is 409; the rest is 422.
    private static Answer refusal(Outcome.Refused r, @Nullable Row row) {
        int status = switch (r.code()) {
            case "post", "handler", "department" -> r.pointer().equals("/action") ? 403 : 422;
            case "state", "steps" -> row == null ? 422 : 409;
            default -> 422;
        };
        return refused(status, r.code(), "/payload" + r.pointer(), status == 409 ? row : null);
    }

    private static Answer refused(int status, String code, String pointer) {
        return refused(status, code, pointer, null);
    }

    private static Answer refused(int status, String code, String pointer, @Nullable Row current) {
        return new Answer.Refused(status, code, pointer, current);
    }
}
