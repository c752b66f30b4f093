package org.yiping.server.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.automation.Plan;
import org.yiping.domain.automation.Planning;
import org.yiping.domain.automation.RuleId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.Outcome;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Batch;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Lets the city's rules accept, file and dispatch by themselves (自动接警、派单): announces on the case what a rule is
/// going to do, waits the veto window, and then acts like anybody else, by the rules of casework and with a record.
/// `follow` on the writer's thread, `tick` on one other.
///
/// What is known here only says where to look; every decision is made again on the writer's thread, on the rows as
/// they stand there. So a rule that was just stopped does not act, and none acts twice, over a restart neither: that
/// it announced something is written in the case.
public final class Automation {
    private static final Logger LOG = LoggerFactory.getLogger(Automation.class);
    /// Later than this after its moment, nobody could object at the time: the platform was away.
    private static final Duration MISSED = Duration.ofSeconds(10);
    private static final int PAGE = 1000;

    private final Rows rows;
    private final Rulebook book;
    private final CaseRules casework;
    private final Planning planning;
    private final CaseWriter writer;
    private final InstantSource clock;
    private final Map<CaseId, Case> watched = new ConcurrentHashMap<>();
    private final Map<RuleId, Instant> fullUntil = new ConcurrentHashMap<>();
    private volatile Map<RuleId, AutoRule> rules = Map.of();
    private volatile boolean stale = true;

    public Automation(Rows rows, Rulebook book, CaseRules casework, Planning planning, InstantSource clock) {
        this.rows = rows;
        this.book = book;
        this.casework = casework;
        this.planning = planning;
        this.writer = new CaseWriter(book);
        this.clock = clock;
    }

    /// Follows what the journal has taken.
    public void follow(List<Entry> entries) {
        for (Entry entry : entries) {
            CaseFacts facts = entry.change().facts();
            if (facts != null) {
                note(facts.subject());
            } else if (entry.change().kind().equals(Kinds.RULE)) {
                stale = true;
            }
        }
    }

    private void note(Case c) {
        boolean concerns =
                Planning.automatic(c).plan() != null || rules.values().stream().anyMatch(r -> planning.concerns(r, c));
        if (concerns) {
            watched.put(c.id(), c);
        } else {
            watched.remove(c.id());
        }
    }

    /// Announces and does what is due by now.
    public void tick(CommandDesk desk) {
        if (stale) {
            stale = false;
            load();
        }
        Instant now = clock.instant();
        for (Case c : List.copyOf(watched.values())) {
            Plan plan = Planning.automatic(c).plan();
            if (plan == null) {
                first(c, now).ifPresent(rule -> announce(desk, c.id(), rule));
            } else if (plan.actsAt() != null && !now.isBefore(plan.actsAt())) {
                tell(c.id(), desk.submit((batch, at) -> act(batch, c.id(), at)));
            }
        }
    }

    private void load() {
        Map<RuleId, AutoRule> all = new LinkedHashMap<>();
        for (Row row : rows.page(Kinds.RULE, CaseFilter.ALL, Reach.CITY, 0, PAGE)) {
            AutoRule rule = Json.mapper().readValue(row.content(), AutoRule.class);
            all.put(rule.id(), rule);
        }
        rules = all;
        List<StateCode> states = book.workflow().transitions().stream()
                .filter(t ->
                        all.values().stream().anyMatch(r -> r.act().action().equals(t.action())))
                .flatMap(t -> t.from().stream())
                .distinct()
                .toList();
        states.forEach(this::load);
    }

    private void load(StateCode state) {
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
    }

    /// The first rule of the file that has something to announce and room left in its hour.
    private Optional<AutoRule> first(Case c, Instant now) {
        return rules.values().stream()
                .filter(r -> planning.plan(r, c, now).isPresent())
                .filter(r -> !now.isBefore(fullUntil.getOrDefault(r.id(), Instant.MIN)))
                .findFirst();
    }

    private void announce(CommandDesk desk, CaseId id, AutoRule rule) {
        Answer answer = desk.submit((batch, now) -> announce(batch, id, rule.id(), now));
        if (answer instanceof Answer.Refused r && r.code().equals("full")) {
            Instant acts = clock.instant().plus(rule.bounds().veto());
            fullUntil.put(
                    rule.id(),
                    Instant.ofEpochSecond((hour(acts) + 1) * 3600)
                            .minus(rule.bounds().veto()));
            LOG.info("rule {} has used up its hour", rule.id().value());
        } else {
            tell(id, answer);
        }
    }

    /// A refusal here is everyday: somebody was quicker.
    private void tell(CaseId id, Answer answer) {
        switch (answer) {
            case Answer.Applied _ -> {}
            case Answer.Refused r -> {
                LOG.debug("case {} is left alone: {}", id.value(), r.code());
                watched.remove(id);
            }
            case Answer.Postponed p -> LOG.info("case {} has to wait: {}", id.value(), p.code());
        }
    }

    private Answer announce(Batch batch, CaseId id, RuleId ruleId, Instant now) {
        Case c = batch.find(Kinds.CASE, id.value()).map(Automation::read).orElse(null);
        AutoRule rule = rule(batch, ruleId).orElse(null);
        Plan plan =
                c == null || rule == null ? null : planning.plan(rule, c, now).orElse(null);
        if (c == null || rule == null || plan == null || plan.actsAt() == null) {
            return refused("changed");
        }
        String count = "rule-" + ruleId.value() + "-" + hour(plan.actsAt());
        if (batch.peek(count) > rule.bounds().perHour()) {
            return refused("full");
        }
        batch.take(count);
        return write(batch, rule, c, plan, new Turn(plan, CaseWriter.Said.of("plan", "", now)));
    }

    private static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 3600);
    }

    private Answer act(Batch batch, CaseId id, Instant now) {
        Case c = batch.find(Kinds.CASE, id.value()).map(Automation::read).orElse(null);
        Plan plan = c == null ? null : Planning.automatic(c).plan();
        if (c == null || plan == null || plan.actsAt() == null || now.isBefore(plan.actsAt())) {
            return refused("changed");
        }
        AutoRule rule = rule(batch, plan.rule()).orElse(null);
        if (rule == null) {
            return refused("no-rule");
        }
        String against = against(rule, plan, now);
        if (against != null) {
            return withdraw(batch, rule, c, plan, against, now);
        }
        if (now.isAfter(plan.actsAt().plus(MISSED)) && rule.bounds().missed() == AutoRule.Missed.ASK) {
            return write(batch, rule, c, plan, new Turn(plan.at(null), CaseWriter.Said.of("plan-asks", "", now)));
        }
        Command.Head head = new Command.Head(new CommandId(key(c, plan, "act")), 0, null);
        Command.ActOnCase command = new Command.ActOnCase(head, id, plan.action(), Planning.fields(rule, plan));
        return switch (casework.act(c, command, Planning.actor(rule), now)) {
            case Outcome.Changed changed -> writer.put(batch, new CaseWriter.By(Planning.actor(rule), null), changed);
            case Outcome.Refused r -> withdraw(batch, rule, c, plan, r.code(), now);
        };
    }

    private @Nullable String against(AutoRule rule, Plan plan, Instant now) {
        if (rule.halted() != null) {
            return "rule-stopped";
        }
        if (!rule.version().equals(plan.version())) {
            return "rule-changed";
        }
        return planning.works(rule, now) ? null : "rule-hours";
    }

    private Answer withdraw(Batch batch, AutoRule rule, Case c, Plan plan, String code, Instant now) {
        return write(batch, rule, c, plan, new Turn(null, CaseWriter.Said.because("plan-withdrawn", code, now)));
    }

    /// The announcement as it is from now on, and what is said of it.
    private record Turn(@Nullable Plan next, CaseWriter.Said said) {}

    private Answer write(Batch batch, AutoRule rule, Case c, Plan plan, Turn turn) {
        var before = Planning.automatic(c);
        var after = turn.next() == null || before.spent().contains(rule.id())
                ? before.with(turn.next())
                : before.planned(turn.next());
        return writer.beside(
                batch,
                new CaseWriter.By(Planning.actor(rule), null),
                c.withProgress(c.progress().with(after)),
                new RecordId(key(c, plan, turn.said().action().value())),
                turn.said());
    }

    /// The same announcement always gives the same record.
    private static String key(Case c, Plan plan, String what) {
        String text = c.id().value() + " " + plan.rule().value() + " " + plan.madeAt() + " " + what;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Optional<AutoRule> rule(Batch batch, RuleId id) {
        return batch.find(Kinds.RULE, id.value()).map(r -> Json.mapper().readValue(r.content(), AutoRule.class));
    }

    private static Case read(Row row) {
        return Json.mapper().readValue(row.content(), Case.class);
    }

    private static Answer refused(String code) {
        return new Answer.Refused(409, code, "", null);
    }
}
