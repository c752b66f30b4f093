package org.yiping.server.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.Aside;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.hall.OpenDay;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Scope;

/// Opens the hall to strangers, notes how far the story told there is, and closes it again; the journal keeps who did.
/// The writer's thread only.
final class OpenDayClerk {
    /// No story is longer.
    private static final int MOST_STEPS = 100;

    private final CaseWriter writer;

    OpenDayClerk(CaseWriter writer) {
        this.writer = writer;
    }

    /// Asked for again it is written again: each time somebody pressed the key is kept. The end of the day ends its
    /// story.
    Answer turn(Batch batch, Principal who, Aside.TurnOpenDay c, Instant now) {
        if (!c.hall().equals(HallId.OWN)) {
            return refused(404, "no-hall", "/target");
        }
        OpenDay before = read(batch);
        OpenDay.Telling story = c.on() && before != null ? before.story() : null;
        return put(batch, who, c, new OpenDay(HallId.OWN, c.on(), now, who.actor(), story), now);
    }

    /// A story is told to strangers: who begins one opens the hall. It is whoever's who told it last.
    Answer tell(Batch batch, Principal who, Aside.TellStory c, Instant now) {
        if (!c.hall().equals(HallId.OWN)) {
            return refused(404, "no-hall", "/target");
        }
        if (c.step() < 0 || c.step() > MOST_STEPS) {
            return refused(422, "range", "/payload/step");
        }
        OpenDay before = read(batch);
        boolean open = before != null && before.on();
        OpenDay.Telling story = c.step() == 0 ? null : new OpenDay.Telling(c.caseId(), c.step(), who.actor());
        OpenDay next = before != null && (open || story == null)
                ? new OpenDay(HallId.OWN, open, before.since(), before.by(), story)
                : new OpenDay(HallId.OWN, story != null, now, who.actor(), story);
        return put(batch, who, c, next, now);
    }

    private static @Nullable OpenDay read(Batch batch) {
        return batch.find(Kinds.OPEN_DAY, HallId.OWN.value())
                .map(row -> Json.mapper().readValue(row.content(), OpenDay.class))
                .orElse(null);
    }

    private Answer put(Batch batch, Principal who, Aside c, OpenDay next, Instant now) {
        var by = new CaseWriter.By(who.actor(), c.head().id().value());
        Change change =
                Change.fact(Kinds.OPEN_DAY, HallId.OWN.value(), Json.mapper().writeValueAsString(next), Scope.OPEN);
        return new Answer.Applied(
                batch.put(writer.origin(by, null, now), now, change).revision());
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
