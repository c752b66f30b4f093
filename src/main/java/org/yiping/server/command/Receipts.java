package org.yiping.server.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Ladder;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.gateway.Gateway;

/// Follows every dispatch until the department has accepted it (送达阶梯): terminal, then SMS or a call, then the call
/// list, as the city's ladder says. `follow` on the writer's thread, `tick` on one other; messages leave on the
/// executor, because a gateway may take its time.
///
/// What it knows is in the cases; what it remembers only saves looking. A message whose fate is unknown keeps its id,
/// so that sending it again after a restart is not a second message.
public final class Receipts {
    private static final String TERMINAL = "terminal";
    private static final Set<String> BY_GATEWAY = Set.of("sms", "voice");
    private static final int PAGE = 1000;

    private final Rows rows;
    private final Rulebook book;
    private final CaseWriter writer;
    private final Means means;
    private final InstantSource clock;
    private final Map<CaseId, Case> watched = new ConcurrentHashMap<>();
    private final Telephones telephones;
    private boolean loaded;

    /// What reaches departments, and who carries.
    public record Means(Standing standing, Terminals terminals, Gateway gateway, Executor carriers) {}

    /// What the city wrote of it: the ladder, and the telephone of each department.
    public record Standing(Ladder ladder, Map<DepartmentId, String> phones) {
        public static final Standing NONE = new Standing(Ladder.NONE, Map.of());

        public Standing {
            phones = Map.copyOf(phones);
        }

        /// Numbers are personal: no log has them.
        @Override
        public String toString() {
            return "Standing[" + ladder.version() + "]";
        }
    }

    public Receipts(Rows rows, Rulebook book, Means means, InstantSource clock) {
        this.rows = rows;
        this.book = book;
        this.writer = new CaseWriter(book);
        this.means = means;
        this.telephones = new Telephones(means.gateway(), means.carriers(), clock);
        this.clock = clock;
    }

    /// Follows what the journal has taken.
    public void follow(List<Entry> entries) {
        for (Entry entry : entries) {
            CaseFacts facts = entry.change().facts();
            if (facts != null) {
                note(facts.subject());
            }
        }
    }

    private void note(Case c) {
        if (c.progress().dispatched().stream().anyMatch(Receipt::waiting)) {
            watched.put(c.id(), c);
        } else if (watched.remove(c.id()) != null) {
            c.progress()
                    .dispatched()
                    .forEach(r -> r.attempts().forEach(a -> telephones.forget(message(c.id(), r, a.channel()))));
        }
    }

    /// Does what is due by now.
    public void tick(CommandDesk desk) {
        if (means.standing().ladder().rungs().isEmpty()) {
            return;
        }
        if (!loaded) {
            loaded = true;
            load();
        }
        Instant now = clock.instant();
        for (Case c : List.copyOf(watched.values())) {
            for (Receipt r : c.progress().dispatched()) {
                if (r.waiting()) {
                    look(desk, c.id(), r, now);
                }
            }
        }
    }

    /// Where the department's clock has just started and nobody may have heard of it.
    private void load() {
        book.workflow().transitions().stream()
                .filter(t -> CaseClock.HANDLE.equals(t.effect().startsStage()))
                .map(t -> t.to())
                .distinct()
                .forEach(state -> {
                    CaseFilter filter = CaseFilter.in(state.value());
                    long cursor = 0;
                    List<Row> page;
                    do {
                        page = rows.page(Kinds.CASE, filter, Reach.CITY, cursor, PAGE);
                        for (Row row : page) {
                            note(Json.mapper().readValue(row.content(), Case.class));
                            cursor = row.place().born();
                        }
                    } while (page.size() == PAGE);
                });
    }

    private void look(CommandDesk desk, CaseId id, Receipt r, Instant now) {
        Optional<Receipt> climbed = means.standing().ladder().climb(r, now);
        if (climbed.isPresent()) {
            desk.submit((batch, at) -> climb(batch, id, r.department(), at));
            return;
        }
        Receipt.Attempt a = r.current();
        if (a == null || a.status() == Receipt.Status.DELIVERED || a.status() == Receipt.Status.FAILED) {
            return;
        }
        if (a.channel().equals(TERMINAL) && a.status() == Receipt.Status.QUEUED) {
            long revision = rows.find(Kinds.CASE, id.value())
                    .map(row -> row.place().revision())
                    .orElse(Long.MAX_VALUE);
            if (means.terminals().have(r.department(), revision)) {
                change(desk, id, r, TERMINAL, x -> x.sent(clock.instant()));
            }
        } else if (BY_GATEWAY.contains(a.channel())) {
            carry(desk, id, r, a);
        }
    }

    /// A miss and the next channel, recorded where somebody reads it: in the case's flow.
    private Answer climb(Batch batch, CaseId id, DepartmentId department, Instant now) {
        Case c = batch.find(Kinds.CASE, id.value()).map(Receipts::read).orElse(null);
        Receipt before = c == null ? null : c.progress().receipt(department).orElse(null);
        Receipt after = before == null
                ? null
                : means.standing().ladder().climb(before, now).orElse(null);
        if (c == null || before == null || after == null) {
            return new Answer.Refused(409, "changed", "", null);
        }
        Case next = c.withProgress(c.progress().with(after));
        Receipt.Attempt late = before.current();
        if (late == null) {
            return put(batch, next, now);
        }
        String missed = after.attempts().get(before.attempts().size() - 1).missed();
        String key = id.value() + " " + department.value() + " " + before.dispatchedAt() + " " + late.channel();
        return writer.beside(
                batch,
                new CaseWriter.By(Principal.TIMER.actor(), null),
                next,
                new RecordId(UUID.nameUUIDFromBytes((key + " missed").getBytes(StandardCharsets.UTF_8))
                        .toString()),
                CaseWriter.Said.because("receipt-missed", late.channel() + "-" + missed, now));
    }

    /// Acknowledgements and sendings are journalled, but are no entries of the flow: they stand in the receipt.
    private Answer put(Batch batch, Case c, Instant now) {
        CaseWriter.By by = new CaseWriter.By(Principal.TIMER.actor(), null);
        return new Answer.Applied(batch.put(writer.origin(by, null, now), now, CaseClerk.change(c, book))
                .revision());
    }

    private void change(CommandDesk desk, CaseId id, Receipt r, String channel, UnaryOperator<Receipt.Attempt> change) {
        desk.submit((batch, now) -> {
            Case c = batch.find(Kinds.CASE, id.value()).map(Receipts::read).orElse(null);
            Receipt before =
                    c == null ? null : c.progress().receipt(r.department()).orElse(null);
            if (c == null || before == null || !before.dispatchedAt().equals(r.dispatchedAt())) {
                return new Answer.Refused(409, "changed", "", null);
            }
            Receipt after = before.with(channel, change);
            return after.equals(before)
                    ? new Answer.Refused(409, "unchanged", "", null)
                    : put(batch, c.withProgress(c.progress().with(after)), now);
        });
    }

    /// Its outcome is written where it is known.
    private void carry(CommandDesk desk, CaseId id, Receipt r, Receipt.Attempt a) {
        String key = message(id, r, a.channel());
        telephones.carry(
                key,
                a.status() == Receipt.Status.SENT,
                () -> telephones.hand(new Gateway.Message(
                        key, a.channel(), means.standing().phones().getOrDefault(r.department(), ""), id, text(id))),
                outcome -> settle(desk, id, r, a, outcome));
    }

    private String text(CaseId id) {
        return rows.find(Kinds.CASE, id.value())
                .map(Receipts::read)
                .map(writer::text)
                .orElse(id.value());
    }

    private void settle(CommandDesk desk, CaseId id, Receipt r, Receipt.Attempt a, Gateway.Outcome outcome) {
        switch (outcome) {
            case Gateway.Outcome.Sent() -> {
                if (a.status() == Receipt.Status.QUEUED) {
                    change(desk, id, r, a.channel(), x -> x.sent(clock.instant()));
                }
            }
            case Gateway.Outcome.Delivered() -> change(desk, id, r, a.channel(), x -> x.delivered(clock.instant()));
            case Gateway.Outcome.Failed(String cause) -> change(desk, id, r, a.channel(), x -> x.failed(cause));
            case Gateway.Outcome.Unclear(String cause) -> {
                if (!cause.equals(a.cause())) {
                    change(desk, id, r, a.channel(), x -> x.waiting(cause));
                }
            }
        }
    }

    private static String message(CaseId id, Receipt r, String channel) {
        String text = id.value() + " " + r.department().value() + " " + r.dispatchedAt() + " " + channel;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Case read(Row row) {
        return Json.mapper().readValue(row.content(), Case.class);
    }
}
