package org.yiping.server.command;

import java.time.Instant;
import java.util.Optional;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Row;

/// Takes what terminals and callers say of a dispatch. The writer's thread only.
final class ReceiptClerk {
    private static final int LONGEST_TEXT = 4000;

    private final Rulebook book;
    private final Access access;
    private final CaseWriter writer;

    ReceiptClerk(Rulebook book, Access access) {
        this.book = book;
        this.access = access;
        this.writer = new CaseWriter(book);
    }

    /// A terminal speaks for its own department alone; said twice it is said once.
    Answer acknowledge(Batch batch, Principal who, Aside.Acknowledge c, Instant now) {
        DepartmentId own = who.person().department();
        Row row = row(batch, who, c.caseId().value()).orElse(null);
        if (row == null || own == null) {
            return refused(404, "no-case", "/target");
        }
        if (!c.step().equals("delivered") && !c.step().equals("opened")) {
            return refused(422, "unknown-kind", "/payload/step");
        }
        Case current = read(row);
        Receipt before = current.progress().receipt(own).orElse(null);
        if (before == null) {
            return refused(409, "no-receipt", "/target");
        }
        Receipt after = c.step().equals("opened") ? before.opened(now) : before.with("terminal", a -> a.delivered(now));
        return after.equals(before)
                ? new Answer.Applied(row.revision())
                : note(batch, who, c, current.withProgress(current.progress().with(after)), now);
    }

    private Answer note(Batch batch, Principal who, Aside c, Case next, Instant now) {
        CaseWriter.By by = new CaseWriter.By(who.actor(), c.head().id().value());
        return new Answer.Applied(batch.put(writer.origin(by, null, now), now, CaseClerk.change(next, book))
                .revision());
    }

    /// Whoever reached somebody by telephone has delivered it; whoever did not leaves it on the list.
    Answer called(Batch batch, Principal who, Aside.NoteCall c, Instant now) {
        Row row = row(batch, who, c.caseId().value()).orElse(null);
        if (row == null) {
            return refused(404, "no-case", "/target");
        }
        if (c.note().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/note");
        }
        Case current = read(row);
        Receipt before = current.progress().receipt(c.department()).orElse(null);
        Receipt.Attempt listed = before == null ? null : before.current();
        if (before == null || listed == null || !listed.channel().equals("call")) {
            return refused(409, "no-receipt", "/payload/department");
        }
        Receipt after = before.with("call", a -> c.reached() ? a.delivered(now) : a.waiting("not-reached"));
        return writer.beside(
                batch,
                new CaseWriter.By(who.actor(), c.head().id().value()),
                current.withProgress(current.progress().with(after)),
                new RecordId(c.head().id().value()),
                CaseWriter.Said.of(c.reached() ? "call-reached" : "call-missed", c.note(), now));
    }

    private Optional<Row> row(Batch batch, Principal who, String id) {
        return batch.find(Kinds.CASE, id)
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()));
    }

    private static Case read(Row row) {
        return Json.mapper().readValue(row.content(), Case.class);
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
