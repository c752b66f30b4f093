package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import org.yiping.domain.command.Aside;
import org.yiping.domain.shift.Handover;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Takes the signatures under a shift's card. The writer's thread only.
final class ShiftClerk {
    private static final int LONGEST_TEXT = 4000;
    private static final Duration LONGEST_SHIFT = Duration.ofDays(7);

    private final Access access;
    private final CaseWriter writer;

    ShiftClerk(Rulebook book, Access access) {
        this.access = access;
        this.writer = new CaseWriter(book);
    }

    Answer handOver(Batch batch, Principal who, Aside.HandOver c, Instant now) {
        if (batch.find(Kinds.HANDOVER, c.handover().value()).isPresent()) {
            return refused(409, "exists", "/target");
        }
        if (!c.since().isBefore(now) || c.since().isBefore(now.minus(LONGEST_SHIFT))) {
            return refused(422, "range", "/payload/since");
        }
        if (c.note().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/note");
        }
        Handover signed =
                new Handover(c.handover(), c.since(), new Handover.Signature(who.actor(), now, c.note()), null, null);
        return put(batch, who, c, signed, Scope.of(who.person()), now);
    }

    /// By somebody else, and only under a card that is there.
    Answer takeOver(Batch batch, Principal who, Aside.TakeOver c, Instant now) {
        Row row = batch.find(Kinds.HANDOVER, c.handover().value())
                .filter(r -> access.reach(Kinds.HANDOVER, who).sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return refused(404, "no-handover", "/target");
        }
        if (c.note().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/note");
        }
        Handover signed = Json.mapper().readValue(row.content(), Handover.class);
        boolean same = signed.outgoing().by().person().equals(who.actor().person());
        if (signed.card() == null || signed.incoming() != null || same) {
            return refused(409, same ? "same-person" : "signed", "/target");
        }
        return put(batch, who, c, signed.taken(new Handover.Signature(who.actor(), now, c.note())), row.scope(), now);
    }

    private Answer put(Batch batch, Principal who, Aside c, Handover next, Scope scope, Instant now) {
        var by = new CaseWriter.By(who.actor(), c.head().id().value());
        return new Answer.Applied(batch.put(writer.origin(by, null, now), now, change(next, scope))
                .revision());
    }

    /// A hand-over as the storage takes it.
    static Change change(Handover h, Scope scope) {
        return Change.fact(Kinds.HANDOVER, h.id().value(), Json.mapper().writeValueAsString(h), scope);
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
