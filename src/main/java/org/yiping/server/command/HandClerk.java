package org.yiping.server.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.PersonId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Row;
import org.yiping.server.seat.Look;
import org.yiping.server.seat.Seats;
import org.yiping.server.seat.Taking;

/// Cases taken over from one hand into another, which is recorded: who from whom. The writer's thread only.
///
/// Hands are in memory and change before the record is on disk; where that cannot be written the taker asks again and
/// finds the case in the own hand, which is recorded then.
final class HandClerk {
    private final Rulebook book;
    private final Access access;
    private final Seats seats;
    private final CaseWriter writer;

    HandClerk(Rulebook book, Access access, Seats seats) {
        this.book = book;
        this.access = access;
        this.seats = seats;
        this.writer = new CaseWriter(book);
    }

    Answer take(Batch batch, Principal who, Aside.TakeCase c, Instant now) {
        Row row = batch.find(Kinds.CASE, c.caseId().value())
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return refused(404, "no-case", "/target", null);
        }
        Case current = Json.mapper().readValue(row.content(), Case.class);
        return switch (seats.take(Look.of(current, book.workflow(), row.revision()), c.from(), who)) {
            case Taking.NoSeat() -> refused(404, "no-seat", "/target", null);
            case Taking.NotTheirs() -> refused(403, "post", "/target", null);
            case Taking.Elsewhere(var _) -> refused(409, "other-hand", "/payload/from", row);
            case Taking.Taken(Taking.Hand from, Taking.Hand to) -> {
                String key = c.head().id().value();
                PersonId former = from == null ? null : from.person();
                Command.Fields given = new Command.Fields(null, null, null, former, null, List.of());
                yield writer.beside(
                        batch,
                        new CaseWriter.By(who.actor(), key),
                        current,
                        new RecordId(key),
                        new CaseWriter.Said(new ActionCode("take-case"), way(from, to), given, now));
            }
        };
    }

    /// From which seat to which, as seats are called.
    private static String way(Taking.@Nullable Hand from, Taking.@Nullable Hand to) {
        return (from == null ? "—" : from.seat().value()) + " → "
                + (to == null ? "—" : to.seat().value());
    }

    private static Answer refused(int status, String code, String pointer, @Nullable Row current) {
        return new Answer.Refused(status, code, pointer, current);
    }
}
