package org.yiping.server.command;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.command.Command;
import org.yiping.domain.hotline.CallId;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.Actor;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Writes what becomes of a call. Stateless; the writer's thread only.
final class CallClerk {
    private CallClerk() {}

    /// What the switch says; news that adds nothing writes nothing.
    static Answer hear(Batch batch, PhoneCall.News news, Actor line, Instant now) {
        Optional<Row> row = batch.find(Kinds.CALL, news.id().value());
        PhoneCall before = row.map(CallClerk::call).orElse(null);
        PhoneCall.News told = news.noLaterThan(now);
        PhoneCall after = before == null ? PhoneCall.of(told) : before.after(told);
        return new Answer.Applied(
                row.isPresent() && after.equals(before)
                        ? row.get().revision()
                        : put(batch, after, new Origin(line, null, null, null), now));
    }

    /// Whether the call a report came by, where it names one, is known.
    static boolean knows(Batch batch, Command.Intake intake) {
        CallId id = named(intake);
        return id == null || batch.find(Kinds.CALL, id.value()).isPresent();
    }

    /// A case came of the call its report names.
    static void taken(Batch batch, Command.ReportCase c, Actor by, Instant now) {
        CallId id = named(c.intake());
        Optional<Row> row = id == null ? Optional.empty() : batch.find(Kinds.CALL, id.value());
        row.ifPresent(r -> put(
                batch, call(r).with(c.caseId()), new Origin(by, c.head().id().value(), null, null), now));
    }

    private static @Nullable CallId named(Command.Intake intake) {
        Caller caller = intake.caller();
        return caller == null ? null : caller.call();
    }

    private static long put(Batch batch, PhoneCall call, Origin origin, Instant now) {
        Change change =
                Change.fact(Kinds.CALL, call.id().value(), Json.mapper().writeValueAsString(call), Scope.of(call));
        return batch.put(origin, now, change).revision();
    }

    private static PhoneCall call(Row row) {
        return Json.mapper().readValue(row.content(), PhoneCall.class);
    }
}
