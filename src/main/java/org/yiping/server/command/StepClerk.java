package org.yiping.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Tick;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Row;

/// Writes into cases which steps of their class were done, and who put their file on paper. The writer's thread only.
final class StepClerk {
    private final Rulebook book;
    private final Access access;
    private final CaseWriter writer;

    StepClerk(Rulebook book, Access access) {
        this.book = book;
        this.access = access;
        this.writer = new CaseWriter(book);
    }

    /// A step that is as it was asked for stays so, and nothing is written: two seats may tick the same at once.
    Answer tick(Batch batch, Principal who, Aside.TickStep c, Instant now) {
        Row row = row(batch, who, c.caseId().value()).orElse(null);
        if (row == null) {
            return refused(404, "no-case", "/target", null);
        }
        Case current = Json.mapper().readValue(row.content(), Case.class);
        if (book.workflow().ending(current.progress().state()) != Workflow.Ending.OPEN) {
            return refused(409, "state", "/target", row);
        }
        SopStep step = step(current, c.step(), now).orElse(null);
        if (step == null) {
            return refused(422, "unknown-step", "/payload/step", null);
        }
        List<Tick> ticks = new ArrayList<>(current.progress().done());
        boolean was = ticks.removeIf(t -> t.step().equals(step.id()));
        if (was == c.done()) {
            return new Answer.Applied(row.revision());
        }
        if (c.done()) {
            ticks.add(new Tick(step.id(), who.actor().person(), now));
        }
        Command.Fields given = new Command.Fields(null, null, null, null, null, List.of(), step.id(), null, null, null);
        return put(
                batch,
                who,
                c,
                current.withProgress(current.progress().withTicks(ticks)),
                new CaseWriter.Said(new ActionCode(c.done() ? "step-done" : "step-undone"), step.words(), given, now));
    }

    /// It changes nothing of the case but its history.
    Answer printed(Batch batch, Principal who, Aside.NotePrint c, Instant now) {
        Row row = row(batch, who, c.caseId().value()).orElse(null);
        if (row == null) {
            return refused(404, "no-case", "/target", null);
        }
        if (!c.form().equals("paper") && !c.form().equals("pdf")) {
            return refused(422, "unknown-kind", "/payload/form", null);
        }
        Case current = Json.mapper().readValue(row.content(), Case.class);
        return put(batch, who, c, current, CaseWriter.Said.because("printed", c.form(), now));
    }

    /// As the catalogue has it that rules the case; what that one does not know, as the one in force.
    private Optional<SopStep> step(Case c, String id, Instant now) {
        String version = c.head().catalogueVersion();
        return Optional.ofNullable(version)
                .flatMap(book.catalogues()::find)
                .orElseGet(() -> book.catalogues().at(now))
                .find(c.subject().classCode())
                .map(CaseClass::procedure)
                .orElse(List.of())
                .stream()
                .filter(s -> s.id().equals(id))
                .findFirst();
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
