package org.yiping.server.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.staff.RollCall;
import org.yiping.domain.staff.RollCallId;
import org.yiping.domain.staff.StaffRules;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.StorageException;

/// Roll-calls of people on duty (点名抽查): calls, their draws, and answers. All of it stands in the journal;
/// what is remembered here is read from it, the draw among it, which is never written because it follows. Any
/// thread.
public final class RollCalls {
    private static final int PAGE = 500;
    private static final Duration ASKED_FOR = Duration.ofHours(1);

    private final Rows rows;
    private final JournalReader journal;
    private final CommandDesk desk;
    private final Presence presence;
    private final String city;
    private final InstantSource clock;
    /// Two who call under one name at once make one call; of two answers at once the first holds.
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RollCallId, Drawn> calls = new LinkedHashMap<>();
    private boolean read;

    /// A call with the hash of its entry, and everybody drawn in the order of the draw. `answers` by person.
    public record Drawn(
            RollCall call,
            long revision,
            String seed,
            Scope scope,
            List<RollCall.Present> drawn,
            Map<PersonId, RollCall.Answer> answers) {
        private Drawn with(RollCall.Answer answer) {
            Map<PersonId, RollCall.Answer> all = new HashMap<>(answers);
            all.put(answer.person(), answer);
            return new Drawn(call, revision, seed, scope, drawn, Map.copyOf(all));
        }

        private int place(PersonId person) {
            for (int i = 0; i < drawn.size(); i++) {
                if (drawn.get(i).person().equals(person)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /// `city` is the code that stands for all of it: a call of the whole city is no district's to see.
    RollCalls(Database database, CommandDesk desk, Presence presence, String city, InstantSource clock) {
        this.rows = new Rows(database);
        this.journal = new JournalReader(database);
        this.desk = desk;
        this.presence = presence;
        this.city = city;
        this.clock = clock;
    }

    /// What somebody asks for.
    public record Wish(RollCallId id, @Nullable AreaCode area, int size) {}

    /// Calls those on duty within a reach; empty where nobody is. A name that was called already answers with
    /// that call, where this reach sees it, and with nothing otherwise.
    public Optional<Drawn> call(Wish wish, Actor by, Reach reach) {
        lock.lock();
        try {
            Drawn known = all().get(wish.id());
            if (known != null) {
                return reach.sees(known.scope()) ? Optional.of(known) : Optional.empty();
            }
            Instant now = now();
            StaffRules rules = presence.rules(now);
            List<RollCall.Present> present = presence.onDuty(reach, wish.area(), now);
            if (present.isEmpty()) {
                return Optional.empty();
            }
            RollCall call = new RollCall(
                    wish.id(),
                    by,
                    now,
                    now.plusSeconds(60L * rules.rollCall().answerMinutes()),
                    wish.area(),
                    rules.version(),
                    wish.size(),
                    present);
            AreaCode area = wish.area();
            String within = reach.areas().isEmpty() ? city : String.join(" ", reach.areas());
            Scope scope = new Scope(area == null ? within : area.value(), null);
            write(
                    by,
                    Change.fact(
                            Kinds.ROLL_CALL, wish.id().value(), Json.mapper().writeValueAsString(call), scope));
            return rows.find(Kinds.ROLL_CALL, wish.id().value()).map(this::take);
        } finally {
            lock.unlock();
        }
    }

    /// Somebody's answer; the first one holds. Empty where they were not drawn.
    public Optional<RollCall.Answer> answer(RollCall.Answer said, Actor by) {
        lock.lock();
        try {
            Drawn call = all().get(said.call());
            int place = call == null ? -1 : call.place(said.person());
            if (call == null || place < 0) {
                return Optional.empty();
            }
            RollCall.Answer first = call.answers().get(said.person());
            if (first != null) {
                return Optional.of(first);
            }
            RollCall.Answer answer =
                    new RollCall.Answer(said.call(), said.person(), now(), said.told(), said.position(), said.note());
            write(
                    by,
                    Change.fact(
                            Kinds.ROLL_ANSWER,
                            said.call().value() + "/" + place,
                            Json.mapper().writeValueAsString(answer),
                            call.scope()));
            calls.put(said.call(), call.with(answer));
            return Optional.of(answer);
        } finally {
            lock.unlock();
        }
    }

    /// Calls a reach sees, the newest first.
    public List<Drawn> list(Reach reach, int limit) {
        lock.lock();
        try {
            List<Drawn> seen = new ArrayList<>(
                    all().values().stream().filter(d -> reach.sees(d.scope())).toList());
            return seen.reversed().stream().limit(limit).toList();
        } finally {
            lock.unlock();
        }
    }

    /// Calls somebody was drawn in and has not answered, the newest first; `limit` of them. One that was over long ago
    /// is not asked for any more.
    public List<Drawn> waitingFor(PersonId person, int limit) {
        Instant since = now().minus(ASKED_FOR);
        return list(Reach.CITY, Integer.MAX_VALUE).stream()
                .filter(d -> d.call().deadline().isAfter(since))
                .filter(d -> d.place(person) >= 0 && !d.answers().containsKey(person))
                .limit(limit)
                .toList();
    }

    /// How often each person was drawn in a span and what became of it.
    Map<PersonId, Map<RollCall.Outcome, Integer>> outcomes(Span span, Instant now) {
        Map<PersonId, Map<RollCall.Outcome, Integer>> all = new HashMap<>();
        for (Drawn d : list(Reach.CITY, Integer.MAX_VALUE)) {
            if (span.contains(d.call().at())) {
                for (RollCall.Present p : d.drawn()) {
                    all.computeIfAbsent(p.person(), _ -> new HashMap<>()).merge(outcome(d, p, now), 1, Integer::sum);
                }
            }
        }
        return all;
    }

    /// What became of somebody's being drawn, by the limits of the day of the call.
    public RollCall.Outcome outcome(Drawn of, RollCall.Present present, Instant now) {
        return of.call()
                .outcome(
                        present,
                        of.answers().get(present.person()),
                        presence.rules(of.call().at()).rollCall(),
                        now);
    }

    /// So many may be drawn at once.
    public int largest() {
        return presence.rules(now()).rollCall().largest();
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void write(Actor by, Change change) {
        try {
            desk.write(new Origin(by, null, null, null), List.of(change));
        } catch (CompletionException e) {
            throw e.getCause() instanceof StorageException s ? s : e;
        }
    }

    private Map<RollCallId, Drawn> all() {
        if (!read) {
            each(Kinds.ROLL_CALL, this::take);
            each(Kinds.ROLL_ANSWER, row -> {
                RollCall.Answer answer = Json.mapper().readValue(row.content(), RollCall.Answer.class);
                calls.computeIfPresent(answer.call(), (_, call) -> call.with(answer));
            });
            read = true;
        }
        return calls;
    }

    private Drawn take(Row row) {
        RollCall call = Json.mapper().readValue(row.content(), RollCall.class);
        String seed = journal.after(row.revision() - 1, 1).stream()
                .map(e -> HexFormat.of().formatHex(e.links().hash()))
                .findFirst()
                .orElseThrow();
        Drawn drawn = new Drawn(call, row.revision(), seed, row.scope(), call.drawn(seed), Map.of());
        calls.put(call.id(), drawn);
        return drawn;
    }

    private interface Taking {
        void take(Row row);
    }

    private void each(String kind, Taking taking) {
        long cursor = 0;
        List<Row> page;
        do {
            page = rows.page(kind, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
            for (Row row : page) {
                taking.take(row);
                cursor = row.place().born();
            }
        } while (page.size() == PAGE);
    }
}
