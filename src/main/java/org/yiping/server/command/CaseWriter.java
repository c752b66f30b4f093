package org.yiping.server.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Outcome;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Origin;

/// Writes a case and the flow record that says why it changed: two entries that always come together. The writer's
/// thread only.
record CaseWriter(Rulebook book) {
    /// Who did it, by which command (absent where the platform did it by itself).
    record By(Actor actor, @Nullable String commandId) {}

    /// At the record's own instant, which is later than the machine's where that was set back.
    Answer put(Batch batch, By by, Outcome.Changed changed) {
        FlowRecord record = changed.entry();
        Instant at = record.at();
        Change change = CaseClerk.change(changed.result(), book);
        batch.put(origin(by, record.note(), at), at, change);
        Entry last = batch.put(
                new Origin(by.actor(), by.commandId(), null, null), at, CaseClerk.history(record, change.scope()));
        return new Answer.Applied(last.revision());
    }

    /// Something beside the case's way: it is recorded, and the state stays.
    Answer beside(Batch batch, By by, Case result, RecordId id, Said said) {
        Instant last = result.progress().changedAt();
        Instant at = last != null && said.now().isBefore(last) ? last : said.now();
        var state = result.progress().state();
        FlowRecord.Step step = new FlowRecord.Step(said.action(), state, state);
        return put(
                batch,
                by,
                new Outcome.Changed(
                        result, new FlowRecord(id, result.id(), at, by.actor(), step, said.note(), said.given())));
    }

    /// What a record beside the way says.
    record Said(ActionCode action, String note, Command.@Nullable Fields given, Instant now) {
        static Said of(String action, String note, Instant now) {
            return new Said(new ActionCode(action), note, null, now);
        }

        /// With a code instead of words: `kind` is what a console words.
        static Said because(String action, String code, Instant now) {
            return new Said(
                    new ActionCode(action),
                    "",
                    new Command.Fields(null, null, null, null, null, java.util.List.of(), code, null, null, null),
                    now);
        }
    }

    /// What somebody's telephone is told: which case, where, by when. Nothing of who called.
    String text(Case c) {
        return book.settings().name() + " " + c.head().number().value() + " "
                + c.place().address()
                + c.runningClock()
                        .map(k -> " "
                                + k.dueAt()
                                        .atZone(book.zone())
                                        .toLocalDateTime()
                                        .withNano(0))
                        .orElse("");
    }

    Origin origin(By by, @Nullable String reason, Instant at) {
        return new Origin(
                by.actor(),
                by.commandId(),
                reason == null || reason.isBlank() ? null : reason,
                book.catalogues().at(at).version());
    }
}
