package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside.Debriefing;
import org.yiping.domain.command.Command;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.room.DebriefCommentId;
import org.yiping.domain.room.DebriefId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Keeps what is said and judged in the review room. Comments are rows of their own and never meet; who signs second,
/// or without having read what somebody else said meanwhile, is refused with the row that names the other. The
/// writer's thread only.
final class DebriefClerk {
    private final Rulebook book;
    private final Access access;
    private final CaseWriter writer;

    DebriefClerk(Rulebook book, Access access) {
        this.book = book;
        this.access = access;
        this.writer = new CaseWriter(book);
    }

    Answer apply(Batch batch, Principal who, Debriefing command, Instant now) {
        return switch (command) {
            case Debriefing.Open c -> open(batch, who, c, now);
            case Debriefing.Comment c -> comment(batch, who, c, now);
            case Debriefing.Sign c -> sign(batch, who, c, now);
            case Debriefing.Reopen c -> reopen(batch, who, c, now);
        };
    }

    private Answer open(Batch batch, Principal who, Debriefing.Open c, Instant now) {
        Debrief.Subject about = c.subject();
        Row there = batch.find(Kinds.DEBRIEF, c.debrief().value()).orElse(null);
        if (there != null) {
            Debrief known = read(there);
            boolean same = known.title().equals(c.title())
                    && known.about().equals(about)
                    && known.by().person().equals(who.actor().person());
            return again(same, "/target", there);
        }
        if (c.title().isBlank()) {
            return refused(422, "missing", "/payload/title");
        }
        if (c.title().length() > Debrief.LONGEST_TITLE) {
            return refused(422, "too-long", "/payload/title");
        }
        boolean sound = about.since().isBefore(about.until())
                && Duration.between(about.since(), about.until()).compareTo(Debrief.LONGEST) <= 0
                && about.since().isBefore(now);
        if (!sound) {
            return refused(422, "range", "/payload/subject");
        }
        CaseId id = about.caseId();
        Optional<Row> subject = id == null ? Optional.empty() : seen(batch, who, id);
        if (id != null && subject.isEmpty()) {
            return refused(404, "no-case", "/payload/subject/caseId");
        }
        Scope scope = subject.map(r -> new Scope(r.scope().area(), null))
                .orElseGet(() -> Scope.all(who.person(), book.settings().code()));
        return put(batch, who, c, Debrief.of(c.debrief(), c.title(), about, who.actor(), now), scope, now);
    }

    private Answer comment(Batch batch, Principal who, Debriefing.Comment c, Instant now) {
        Row row = row(batch, who, c.debrief());
        if (row == null) {
            return refused(404, "no-debrief", "/target");
        }
        // the platform forgets a key after a week, a comment never: what was said under it is not written over
        DebriefCommentId id = new DebriefCommentId(c.head().id().value());
        Row there = batch.find(Kinds.DEBRIEF_COMMENT, id.value()).orElse(null);
        if (there != null) {
            DebriefComment known = Json.mapper().readValue(there.content(), DebriefComment.class);
            boolean same = known.debrief().equals(c.debrief())
                    && known.edition() == c.edition()
                    && known.pin().equals(c.pin())
                    && known.text().equals(c.text())
                    && known.by().person().equals(who.actor().person());
            return again(same, "/Idempotency-Key", there);
        }
        Debrief debrief = read(row);
        if (!isOpen(debrief, c.edition())) {
            return new Answer.Refused(409, "debrief-signed", "/payload/edition", row);
        }
        if (c.text().isBlank()) {
            return refused(422, "missing", "/payload/text");
        }
        if (c.text().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/text");
        }
        if (!debrief.about().has(c.pin().moment())) {
            return refused(422, "range", "/payload/pin/moment");
        }
        CaseId about = c.pin().caseId();
        if (about != null && seen(batch, who, about).isEmpty()) {
            return refused(404, "no-case", "/payload/pin/caseId");
        }
        DebriefComment next =
                new DebriefComment(id, debrief.id(), debrief.edition(), c.pin(), c.text(), who.actor(), now);
        String text = Json.mapper().writeValueAsString(next);
        return put(batch, who, c, Change.fact(Kinds.DEBRIEF_COMMENT, id.value(), text, row.scope()), now);
    }

    private Answer sign(Batch batch, Principal who, Debriefing.Sign c, Instant now) {
        Row row = row(batch, who, c.debrief());
        if (row == null) {
            return refused(404, "no-debrief", "/target");
        }
        Debrief debrief = read(row);
        if (!isOpen(debrief, c.edition())) {
            return new Answer.Refused(409, "debrief-signed", "/payload/edition", row);
        }
        if (book.settings().debriefVerdicts().stream().noneMatch(v -> v.code().equals(c.verdict()))) {
            return refused(422, "unknown-kind", "/payload/verdict");
        }
        if (c.summary().isBlank()) {
            return refused(422, "missing", "/payload/summary");
        }
        if (c.summary().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/summary");
        }
        List<Row> said = comments(batch, c.debrief());
        if (said.size() != c.comments()) {
            return new Answer.Refused(
                    409, "debrief-commented", "/payload/comments", said.isEmpty() ? row : said.getLast());
        }
        Debrief.Signature signature = new Debrief.Signature(c.verdict(), c.summary(), said.size(), who.actor(), now);
        return put(batch, who, c, debrief.signed(signature), row.scope(), now);
    }

    private Answer reopen(Batch batch, Principal who, Debriefing.Reopen c, Instant now) {
        Row row = row(batch, who, c.debrief());
        if (row == null) {
            return refused(404, "no-debrief", "/target");
        }
        Debrief debrief = read(row);
        if (debrief.signature().isEmpty() || debrief.edition() != c.edition()) {
            return new Answer.Refused(409, "debrief-open", "/payload/edition", row);
        }
        if (c.reason().isBlank()) {
            return refused(422, "missing", "/payload/reason");
        }
        if (c.reason().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/reason");
        }
        return put(batch, who, c, debrief.reopened(c.reason(), who.actor(), now), row.scope(), now);
    }

    /// Said again it is the same; under an id that is taken nothing else is written.
    private static Answer again(boolean same, String pointer, Row there) {
        return same ? new Answer.Applied(there.revision()) : new Answer.Refused(409, "exists", pointer, there);
    }

    /// Whether that edition is the one under way.
    private static boolean isOpen(Debrief debrief, int edition) {
        return debrief.signature().isEmpty() && debrief.edition() == edition;
    }

    /// In the order in which they were said.
    private static List<Row> comments(Batch batch, DebriefId of) {
        return batch.all(Kinds.DEBRIEF_COMMENT).stream()
                .filter(r -> Json.mapper()
                        .readValue(r.content(), DebriefComment.class)
                        .debrief()
                        .equals(of))
                .toList();
    }

    private @Nullable Row row(Batch batch, Principal who, DebriefId id) {
        return batch.find(Kinds.DEBRIEF, id.value())
                .filter(r -> access.reach(Kinds.DEBRIEF, who).sees(r.scope()))
                .orElse(null);
    }

    private Optional<Row> seen(Batch batch, Principal who, CaseId id) {
        return batch.find(Kinds.CASE, id.value())
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()));
    }

    private static Debrief read(Row row) {
        return Json.mapper().readValue(row.content(), Debrief.class);
    }

    private Answer put(Batch batch, Principal who, Debriefing c, Debrief next, Scope scope, Instant now) {
        String text = Json.mapper().writeValueAsString(next);
        return put(batch, who, c, Change.fact(Kinds.DEBRIEF, next.id().value(), text, scope), now);
    }

    private Answer put(Batch batch, Principal who, Debriefing c, Change change, Instant now) {
        var by = new CaseWriter.By(who.actor(), c.head().id().value());
        return new Answer.Applied(
                batch.put(writer.origin(by, null, now), now, change).revision());
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
