package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.command.Aside;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Row;

/// Takes answers to alarms, and puts alarms aside. The writer's thread only.
final class AlarmClerk {
    private static final int LONGEST_TEXT = 4000;

    private final Rulebook book;
    private final Access access;
    private final CaseWriter writer;

    AlarmClerk(Rulebook book, Access access) {
        this.book = book;
        this.access = access;
        this.writer = new CaseWriter(book);
    }

    /// Said twice, or of a case that went on meanwhile, it changes nothing and is no fault.
    Answer answer(Batch batch, Principal who, Aside.AnswerAlarm c, Instant now) {
        Row row = row(batch, who, c.target());
        if (row == null) {
            return refused(404, "no-case", "/target", null);
        }
        Case current = read(row);
        Alarm before = current.progress().alarm();
        if (before == null || before.answered() != null) {
            return new Answer.Applied(row.revision());
        }
        CaseWriter.By by = new CaseWriter.By(who.actor(), c.head().id().value());
        Case next = current.withProgress(current.progress().with(before.answered(who.actor(), now)));
        return new Answer.Applied(batch.put(writer.origin(by, null, now), now, CaseClerk.change(next, book))
                .revision());
    }

    Answer shelve(Batch batch, Principal who, Aside.ShelveAlarm c, Instant now) {
        Row row = row(batch, who, c.target());
        if (row == null) {
            return refused(404, "no-case", "/target", null);
        }
        if (c.reason().isBlank()) {
            return refused(422, "missing", "/payload/reason", null);
        }
        if (c.reason().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/reason", null);
        }
        Duration aside = Duration.ofMinutes(c.minutes());
        Duration longest = book.alarms().at(now).longestShelf();
        if (!aside.isPositive() || aside.compareTo(longest) > 0) {
            return refused(422, "range", "/payload/minutes", null);
        }
        Case current = read(row);
        Alarm before = current.progress().alarm();
        if (before == null || before.shelved() != null) {
            return refused(409, "no-alarm", "/target", row);
        }
        Alarm after = before.shelved(new Alarm.Shelf(who.actor(), now, now.plus(aside), c.reason()));
        return writer.beside(
                batch,
                new CaseWriter.By(who.actor(), c.head().id().value()),
                current.withProgress(current.progress().with(after)),
                new RecordId(c.head().id().value()),
                CaseWriter.Said.of("alarm-shelved", c.reason(), now));
    }

    private @Nullable Row row(Batch batch, Principal who, String id) {
        return batch.find(Kinds.CASE, id)
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()))
                .orElse(null);
    }

    private static Case read(Row row) {
        return Json.mapper().readValue(row.content(), Case.class);
    }

    private static Answer refused(int status, String code, String pointer, @Nullable Row current) {
        return new Answer.Refused(status, code, pointer, current);
    }
}
