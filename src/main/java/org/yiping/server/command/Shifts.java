package org.yiping.server.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.shift.Handover;
import org.yiping.domain.shift.HandoverId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Principal;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.KpiFilter;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Makes the card of a shift that was just signed off: from the open cases and the journal since its start. `follow` on
/// the writer's thread, `tick` on one other, where reading a whole shift delays nobody's command.
public final class Shifts {
    private static final Logger LOG = LoggerFactory.getLogger(Shifts.class);
    private static final int PAGE = 1000;
    private static final int MOST_NAMED = 50;
    private static final int MOST_EVENTS = 200;
    private static final Set<String> BESIDE = Set.of("plan-veto", "call-missed", "assist-ask");

    private final Rows rows;
    private final JournalReader journal;
    private final Workflow workflow;
    private final InstantSource clock;
    private final Set<String> notable;
    private final Map<HandoverId, Row> unmade = new ConcurrentHashMap<>();
    private boolean loaded;

    public Shifts(Rows rows, JournalReader journal, Workflow workflow, InstantSource clock) {
        this.rows = rows;
        this.journal = journal;
        this.workflow = workflow;
        this.clock = clock;
        this.notable = workflow.transitions().stream()
                .filter(t -> t.effect().count() != null)
                .map(t -> t.action().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Follows what the journal has taken.
    public void follow(List<Entry> entries) {
        for (Entry e : entries) {
            if (e.change().kind().equals(Kinds.HANDOVER)) {
                note(new Row(
                        Kinds.HANDOVER,
                        e.change().id(),
                        e.change().content(),
                        e.change().scope(),
                        new Row.Place(0, e.revision(), 0)));
            }
        }
    }

    private void note(Row row) {
        Handover h = Json.mapper().readValue(row.content(), Handover.class);
        if (h.card() == null) {
            unmade.put(h.id(), row);
        } else {
            unmade.remove(h.id());
        }
    }

    /// Makes what is missing; also what a server that went down left without.
    public void tick(CommandDesk desk) {
        if (!loaded) {
            loaded = true;
            rows.page(Kinds.HANDOVER, CaseFilter.ALL, Reach.CITY, 0, PAGE).forEach(this::note);
        }
        unmade.values().forEach(row -> make(desk, row));
    }

    private void make(CommandDesk desk, Row row) {
        Handover signed = Json.mapper().readValue(row.content(), Handover.class);
        Reach reach = new Reach(areas(row), null);
        Handover.Card card = card(signed, reach, row.revision());
        Answer answer = desk.submit((batch, now) -> {
            Row here = batch.find(Kinds.HANDOVER, row.id()).orElse(null);
            Handover h = here == null ? null : Json.mapper().readValue(here.content(), Handover.class);
            if (here == null || h == null || h.card() != null) {
                return new Answer.Refused(409, "made", "", null);
            }
            Origin origin = new Origin(Principal.TIMER.actor(), null, null, null);
            return new Answer.Applied(batch.put(origin, now, ShiftClerk.change(h.with(card), here.scope()))
                    .revision());
        });
        LOG.info("the card of shift {} is made: {}", row.id(), answer.getClass().getSimpleName());
        if (!(answer instanceof Answer.Postponed)) {
            unmade.remove(signed.id());
        }
    }

    private static List<String> areas(Row row) {
        String area = row.scope().area();
        return area == null ? List.of() : List.of(area.split(" "));
    }

    private Handover.Card card(Handover signed, Reach reach, long revision) {
        Instant now = clock.instant();
        Map<String, Integer> counts = new HashMap<>();
        for (String code :
                List.of("open", "overdue", "due-soon", "supervised", "suspended", "reported", "filed", "closed")) {
            counts.put(code, 0); // known to be none, not unknown
        }
        List<Case> open = open(reach, now);
        List<Case> overdue = new ArrayList<>();
        List<Case> supervised = new ArrayList<>();
        List<Case> suspended = new ArrayList<>();
        for (Case c : open) {
            counts.merge("open", 1, Integer::sum);
            Light light = c.light(now, workflow);
            if (light == Light.RED) {
                overdue.add(c);
            } else if (light == Light.YELLOW) {
                counts.merge("due-soon", 1, Integer::sum);
            } else if (light == Light.PAUSED) {
                suspended.add(c);
            }
            if (c.progress().flags().contains("supervised")) {
                supervised.add(c);
            }
        }
        counts.put("overdue", overdue.size());
        counts.put("supervised", supervised.size());
        counts.put("suspended", suspended.size());
        List<Handover.Event> events = events(signed.since(), reach, revision, counts);
        return new Handover.Card(
                revision,
                now,
                counts,
                named(overdue),
                named(supervised),
                named(suspended),
                events.subList(0, Math.min(MOST_EVENTS, events.size())),
                Math.max(0, events.size() - MOST_EVENTS));
    }

    private List<Case> open(Reach reach, Instant now) {
        CaseFilter filter = new CaseFilter(
                null,
                null,
                null,
                null,
                null,
                KpiFilter.of("open", now, now, now).orElseThrow(),
                null);
        List<Case> open = new ArrayList<>();
        long cursor = 0;
        List<Row> page;
        do {
            page = rows.page(Kinds.CASE, filter, reach, cursor, PAGE);
            for (Row row : page) {
                open.add(Json.mapper().readValue(row.content(), Case.class));
                cursor = row.place().born();
            }
        } while (page.size() == PAGE);
        return open;
    }

    /// The longest overdue first.
    private static List<CaseId> named(List<Case> cases) {
        return cases.stream()
                .sorted(Comparator.comparing(
                        c -> c.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX)))
                .limit(MOST_NAMED)
                .map(Case::id)
                .toList();
    }

    /// What the journal says of the shift.
    private List<Handover.Event> events(Instant since, Reach reach, long upto, Map<String, Integer> counts) {
        List<Handover.Event> events = new ArrayList<>();
        long at = journal.before(since);
        while (at < upto) {
            for (Entry e : journal.after(at, PAGE)) {
                boolean mine = e.revision() <= upto && reach.sees(e.change().scope());
                if (mine && e.change().kind().equals(Kinds.RECORD)) {
                    record(Json.mapper().readValue(e.change().content(), FlowRecord.class), events, counts);
                } else if (mine
                        && e.change().kind().equals(Kinds.RULE)
                        && e.origin().actor() != null) {
                    String reason = e.origin().reason();
                    events.add(new Handover.Event(
                            e.at(),
                            null,
                            e.change().id(),
                            new ActionCode("rule-halt"),
                            e.origin().actor(),
                            reason == null ? "" : reason));
                }
            }
            at += PAGE;
        }
        return events;
    }

    private void record(FlowRecord r, List<Handover.Event> events, Map<String, Integer> counts) {
        String action = r.step().action().value();
        workflow.transitions().stream()
                .filter(t -> t.action().value().equals(action))
                .findFirst()
                .ifPresent(t -> {
                    if (t.from().isEmpty()) {
                        counts.merge("reported", 1, Integer::sum);
                    }
                    String milestone = t.effect().milestone();
                    if ("filed".equals(milestone) || "closed".equals(milestone)) {
                        counts.merge(milestone, 1, Integer::sum);
                    }
                });
        if (notable.contains(action) || BESIDE.contains(action)) {
            events.add(new Handover.Event(r.at(), r.caseId(), null, r.step().action(), r.actor(), r.note()));
        }
    }
}
