package org.yiping.server.command;

// long because an alarm's whole life is judged in one place

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.KpiFilter;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.gateway.Gateway;

/// Raises what the city calls an alarm, offers it to the seat that has the least to bear, and to the next seat, the
/// leader and the telephones while nobody answers, whether consoles are there or not (告警升级). `follow` on the
/// writer's thread, `tick` on one other.
///
/// What it knows is in the cases; what it remembers only says where to look, and every deed is judged again on the
/// writer's thread by the row as it stands there. So nothing is done twice, over a restart neither. What turned long
/// before anybody looked is the backlog, not an alarm.
public final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    /// Longer ago, what nobody raised is the backlog, unless the platform was away.
    private static final Duration FRESH = Duration.ofMinutes(10);
    /// Cases whose light turns within this time are kept in memory.
    private static final Duration AHEAD = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMinutes(1);
    /// What a start reads of the journal again: deeds of the last tick may be missing.
    private static final Duration GAP = Duration.ofSeconds(30);

    private static final int MOST_AGAIN = 10_000;
    private static final int PAGE = 1000;
    /// Of one tick: a flood must not hold up the writer.
    private static final int MOST = 100;

    private final Ground ground;
    private final Rulebook book;
    private final CaseWriter writer;
    private final Means means;
    private final Telephones telephones;
    private final InstantSource clock;
    private final Map<CaseId, Case> watched = new ConcurrentHashMap<>();
    private final Map<SeatId, Map<CaseId, Instant>> loads = new ConcurrentHashMap<>();
    private Instant nextLook = Instant.MIN;
    private volatile Instant since = Instant.MAX;

    /// Where it looks.
    public record Ground(Rows rows, JournalReader journal) {}

    /// Who can be reached: seats on the line, and the city's list of telephones. Numbers are personal: no log has them.
    public record Means(OnLine onLine, List<String> phones, Gateway gateway, Executor carriers) {
        public Means {
            phones = List.copyOf(phones);
        }

        @Override
        public String toString() {
            return "Means[" + phones.size() + " phones]";
        }
    }

    public Alarms(Ground ground, Rulebook book, Means means, InstantSource clock) {
        this.ground = ground;
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
        Alarm alarm = c.progress().alarm();
        Alarm.Offer last = alarm == null ? null : alarm.last();
        if (last != null && last.seat() != null) {
            loads.computeIfAbsent(last.seat(), _ -> new ConcurrentHashMap<>()).put(c.id(), last.at());
        }
        if (concerns(c, clock.instant())) {
            watched.put(c.id(), c);
        } else {
            watched.remove(c.id());
        }
    }

    /// Whether there is something to do for it now or soon.
    private boolean concerns(Case c, Instant now) {
        Alarm alarm = c.progress().alarm();
        boolean open = alarm != null && alarm.answered() == null;
        boolean turns = c.runningClock()
                .filter(k -> within(k.yellowAt(), now) || within(k.dueAt(), now))
                .isPresent();
        return open || turns || missing(c, now).isPresent();
    }

    private static boolean within(Instant at, Instant now) {
        return !at.isBefore(now) && at.isBefore(now.plus(AHEAD));
    }

    /// What should be raised and is not.
    private Optional<AlarmRules.Call> missing(Case c, Instant now) {
        Alarm alarm = c.progress().alarm();
        return rules(now)
                .call(c, book.workflow(), now)
                .filter(call -> !call.since().isBefore(earliest(now)))
                .filter(call -> alarm == null || alarm.kind().compareTo(call.kind()) < 0);
    }

    private Instant earliest(Instant now) {
        Instant fresh = now.minus(FRESH);
        Instant start = since;
        return start.isBefore(fresh) ? start : fresh;
    }

    private AlarmRules rules(Instant now) {
        return book.alarms().at(now);
    }

    /// Does what is due by now.
    public void tick(CommandDesk desk) {
        Instant now = clock.instant();
        if (rules(now).triggers().isEmpty()) {
            return;
        }
        if (!now.isBefore(nextLook)) {
            look(now);
            nextLook = now.plus(LOOK);
        }
        watched.values().stream()
                .sorted(Comparator.comparing((Case c) -> c.subject().severity()))
                .filter(c -> act(desk, c, now))
                .limit(MOST)
                .forEach(c -> LOG.debug("alarm of case {}", c.id().value()));
    }

    /// What turns soon; at a start also what turned or came while nobody looked, and whoever waits for an answer.
    private void look(Instant now) {
        boolean first = nextLook.equals(Instant.MIN);
        if (first) {
            long last = ground.journal().before(Instant.ofEpochMilli(Long.MAX_VALUE));
            List<Entry> entry = ground.journal().after(last - 1, 1);
            Instant stopped = entry.isEmpty() ? now : entry.getFirst().at();
            since = stopped.isBefore(now) ? stopped : now;
            load(CaseFilter.flagged(CaseFacts.ALARM));
            again(Math.max(ground.journal().before(since.minus(GAP)), last - MOST_AGAIN), last);
        }
        watched.values().removeIf(c -> !concerns(c, now));
        load(CaseFilter.of(new KpiFilter(KpiFilter.TURNING, first ? since.minus(GAP) : now, now.plus(AHEAD), now)));
    }

    private void load(CaseFilter filter) {
        long cursor = 0;
        List<Row> page;
        do {
            page = ground.rows().page(Kinds.CASE, filter, Reach.CITY, cursor, PAGE);
            for (Row row : page) {
                if (!watched.containsKey(new CaseId(row.id()))) { // what was followed is newer than this page
                    note(read(row));
                }
                cursor = row.place().born();
            }
        } while (page.size() == PAGE);
    }

    /// What was written in the last moments before the platform stopped, and may have called for somebody.
    private void again(long after, long upto) {
        for (long at = after; at < upto; at += PAGE) {
            for (Entry e : ground.journal().after(at, PAGE)) {
                if (e.change().kind().equals(Kinds.CASE)) {
                    ground.rows().find(Kinds.CASE, e.change().id()).ifPresent(row -> note(read(row)));
                }
            }
        }
    }

    /// Whether something was due for the case.
    private boolean act(CommandDesk desk, Case c, Instant now) {
        Alarm a = c.progress().alarm();
        if (missing(c, now).isPresent()) {
            return done(c, desk.submit((batch, at) -> raise(batch, c.id(), at)));
        }
        if (a == null || a.answered() != null) {
            return false;
        }
        if (a.shelved() != null) {
            return !now.isBefore(a.shelved().until()) && done(c, desk.submit((batch, at) -> back(batch, c.id(), at)));
        }
        if (rules(now)
                .climb(a, means.phones().size(), (_, _) -> Optional.empty(), now)
                .isPresent()) {
            return done(c, desk.submit((batch, at) -> climb(batch, c.id(), at)));
        }
        carry(desk, c, a);
        return false;
    }

    /// What was refused here was of a row that has gone on: the next look finds it as it is.
    private boolean done(Case c, Answer answer) {
        if (answer instanceof Answer.Refused) {
            watched.remove(c.id(), c);
        }
        return true;
    }

    private Answer raise(Batch batch, CaseId id, Instant now) {
        Case c = batch.find(Kinds.CASE, id.value()).map(Alarms::read).orElse(null);
        AlarmRules.Call call = c == null ? null : missing(c, now).orElse(null);
        if (c == null || call == null) {
            return changed();
        }
        Alarm before = c.progress().alarm();
        Alarm next = before != null && before.waiting()
                ? before.worse(call.kind())
                : rules(now).raise(call, seats(c, now), now);
        return put(batch, with(c, next), now);
    }

    private Answer climb(Batch batch, CaseId id, Instant now) {
        Case c = batch.find(Kinds.CASE, id.value()).map(Alarms::read).orElse(null);
        Alarm a = c == null ? null : c.progress().alarm();
        Alarm next = c == null || a == null
                ? null
                : rules(now).climb(a, means.phones().size(), seats(c, now), now).orElse(null);
        Alarm.Offer offer = next == null ? null : next.last();
        if (c == null || next == null || offer == null) {
            return changed();
        }
        return beside(batch, with(c, next), key(c.id(), next, next.offers().size() + ""), said(offer, now));
    }

    private static CaseWriter.Said said(Alarm.Offer offer, Instant now) {
        String action = "alarm-" + offer.to();
        Alarm.Word word = offer.word();
        if (word != null) {
            return CaseWriter.Said.of(action, word.channel() + " " + word.place(), now);
        }
        SeatId seat = offer.seat();
        return seat == null
                ? CaseWriter.Said.because(action, "no-seat", now)
                : CaseWriter.Said.of(action, seat.value(), now);
    }

    private Answer back(Batch batch, CaseId id, Instant now) {
        Case c = batch.find(Kinds.CASE, id.value()).map(Alarms::read).orElse(null);
        Alarm a = c == null ? null : c.progress().alarm();
        Alarm.Shelf shelf = a == null ? null : a.shelved();
        if (c == null || a == null || shelf == null || now.isBefore(shelf.until())) {
            return changed();
        }
        Alarm next = rules(now).back(a, seats(c, now), now);
        return beside(
                batch,
                with(c, next),
                key(c.id(), a, "back " + shelf.until()),
                CaseWriter.Said.of("alarm-back", shelf.reason(), now));
    }

    /// The one with the least to bear first: in a flood what comes goes to the next seat.
    private AlarmRules.Seats seats(Case c, Instant now) {
        Instant from = now.minus(rules(now).flood().window());
        return (post, told) -> means.onLine().seats(post, Scope.of(c)).stream()
                .filter(s -> !told.contains(s))
                .min(Comparator.comparingLong((SeatId s) -> borne(s, from)).thenComparing(SeatId::value));
    }

    private long borne(SeatId seat, Instant from) {
        Map<CaseId, Instant> load = loads.getOrDefault(seat, Map.of());
        load.values().removeIf(at -> !at.isAfter(from));
        return load.size();
    }

    private void carry(CommandDesk desk, Case c, Alarm a) {
        int at = a.offers().size() - 1;
        Alarm.Word word = at < 0 ? null : a.offers().get(at).word();
        if (word == null || word.status() == Alarm.Status.DELIVERED || word.status() == Alarm.Status.FAILED) {
            return;
        }
        String id = key(c.id(), a, "word " + at);
        String phone = word.place() <= means.phones().size() ? means.phones().get(word.place() - 1) : "";
        telephones.carry(
                id,
                word.status() == Alarm.Status.SENT,
                () -> telephones.hand(new Gateway.Message(id, word.channel(), phone, c.id(), writer.text(c))),
                outcome -> settle(desk, c.id(), a, at, outcome));
    }

    private void settle(CommandDesk desk, CaseId id, Alarm seen, int at, Gateway.Outcome outcome) {
        Answer answer = desk.submit((batch, now) -> {
            Case c = batch.find(Kinds.CASE, id.value()).map(Alarms::read).orElse(null);
            Alarm a = c == null ? null : c.progress().alarm();
            Alarm.Word before = a == null
                            || !a.raisedAt().equals(seen.raisedAt())
                            || a.offers().size() <= at
                    ? null
                    : a.offers().get(at).word();
            Alarm.Word after = before == null ? null : after(before, outcome, now);
            return c == null || a == null || after == null || after.equals(before)
                    ? changed()
                    : put(batch, with(c, a.saying(at, after)), now);
        });
        LOG.debug("word of case {}: {}", id.value(), answer);
    }

    private static Alarm.Word after(Alarm.Word before, Gateway.Outcome outcome, Instant now) {
        return switch (outcome) {
            case Gateway.Outcome.Sent() -> before.sent(now);
            case Gateway.Outcome.Delivered() -> before.delivered(now);
            case Gateway.Outcome.Failed(String cause) -> before.failed(cause);
            case Gateway.Outcome.Unclear(String cause) -> before.waiting(cause);
        };
    }

    /// Raising and answers of gateways are journalled, but are no entries of the flow: they stand in the alarm.
    private Answer put(Batch batch, Case c, Instant now) {
        CaseWriter.By by = new CaseWriter.By(Principal.TIMER.actor(), null);
        return new Answer.Applied(batch.put(writer.origin(by, null, now), now, CaseClerk.change(c, book))
                .revision());
    }

    private Answer beside(Batch batch, Case c, String key, CaseWriter.Said said) {
        return writer.beside(batch, new CaseWriter.By(Principal.TIMER.actor(), null), c, new RecordId(key), said);
    }

    private static Case with(Case c, Alarm next) {
        return c.withProgress(c.progress().with(next));
    }

    /// The same step of the same alarm always has the same key.
    private static String key(CaseId id, Alarm a, String what) {
        String text = id.value() + " " + a.raisedAt() + " " + what;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Case read(Row row) {
        return Json.mapper().readValue(row.content(), Case.class);
    }

    private static Answer changed() {
        return new Answer.Refused(409, "changed", "", null);
    }
}
