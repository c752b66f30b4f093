package org.yiping.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Assistance;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Row;

/// Cases that several departments work on: who is asked to help, and what they report back. The writer's thread only.
final class AssistanceClerk {
    private static final int LONGEST_TEXT = 4000;
    /// The journal's scope of a row has room for so many.
    private static final int MOST = 8;

    private final Rulebook book;
    private final Access access;
    private final CaseWriter writer;

    AssistanceClerk(Rulebook book, Access access) {
        this.book = book;
        this.access = access;
        this.writer = new CaseWriter(book);
    }

    /// From now on the department sees the case, and is told of it as of a dispatch.
    Answer ask(Batch batch, Principal who, Aside.AskAssistance c, Instant now) {
        Row row = row(batch, who, c.caseId().value()).orElse(null);
        if (row == null) {
            return refused(404, "no-case", "/target", null);
        }
        if (c.what().isBlank()) {
            return refused(422, "missing", "/payload/what", null);
        }
        if (c.what().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/what", null);
        }
        if (batch.find(Kinds.DEPARTMENT, c.department().value()).isEmpty()) {
            return refused(422, "unknown-department", "/payload/department", null);
        }
        Case current = Json.mapper().readValue(row.content(), Case.class);
        Progress p = current.progress();
        if (p.department() == null || book.workflow().ending(p.state()) != Workflow.Ending.OPEN) {
            return refused(409, "state", "/target", row);
        }
        boolean there = p.department().equals(c.department())
                || p.assistants().stream().anyMatch(a -> a.department().equals(c.department()));
        if (there || p.assistants().size() >= MOST) {
            return refused(409, "assisting", "/payload/department", row);
        }
        List<Assistance> all = new ArrayList<>(p.assistants());
        all.add(new Assistance(c.department(), c.what(), now, null, null));
        List<Receipt> receipts = new ArrayList<>(p.dispatched());
        receipts.removeIf(r -> r.department().equals(c.department()));
        receipts.add(Receipt.begin(c.department(), now));
        Command.Fields given = new Command.Fields(null, null, c.department(), null, null, List.of());
        return put(
                batch,
                who,
                c,
                current.withProgress(p.with(all, receipts)),
                new CaseWriter.Said(new org.yiping.domain.casework.ActionCode("assist-ask"), c.what(), given, now));
    }

    /// Once, by the department that was asked; it has thereby accepted as well.
    Answer report(Batch batch, Principal who, Aside.ReportBack c, Instant now) {
        DepartmentId own = who.person().department();
        Row row = row(batch, who, c.caseId().value()).orElse(null);
        if (row == null || own == null) {
            return refused(404, "no-case", "/target", null);
        }
        if (c.text().isBlank()) {
            return refused(422, "missing", "/payload/text", null);
        }
        if (c.text().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/text", null);
        }
        Case current = Json.mapper().readValue(row.content(), Case.class);
        Progress p = current.progress();
        if (p.assistants().stream().noneMatch(a -> a.department().equals(own) && a.open())) {
            return refused(409, "not-asked", "/target", row);
        }
        List<Assistance> all = p.assistants().stream()
                .map(a -> a.department().equals(own) ? a.reported(c.text(), now) : a)
                .toList();
        List<Receipt> receipts = p.dispatched().stream()
                .map(r -> r.department().equals(own) ? r.accepted(now) : r)
                .toList();
        return put(
                batch,
                who,
                c,
                current.withProgress(p.with(all, receipts)),
                CaseWriter.Said.of("assist-report", c.text(), now));
    }

    private Answer put(Batch batch, Principal who, Aside c, Case next, CaseWriter.Said said) {
        String key = c.head().id().value();
        return writer.beside(batch, new CaseWriter.By(who.actor(), key), next, new RecordId(key), said);
    }

    private Optional<Row> row(Batch batch, Principal who, String id) {
        return batch.find(Kinds.CASE, id)
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()));
    }

    private static Answer refused(int status, String code, String pointer, @Nullable Row current) {
        return new Answer.Refused(status, code, pointer, current);
    }
}
