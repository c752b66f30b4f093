package org.yiping.server;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.city.CityFolder;
import org.yiping.city.SceneFolder;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.automation.RuleId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.shift.Roster;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Principal;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.command.Receipts;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Change;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// Brings into force, at a start with a city's folder, the rules that file has now. Who stopped a rule has stopped
/// it under its next version too; a rule the file no longer has stays, stopped. One thread.
final class Adopting {
    private static final Logger LOG = LoggerFactory.getLogger(Adopting.class);
    private static final int MOST_RULES = 1000;
    private static final String STANDING = "receipts";
    private static final String PHONES = "alarm-phones";

    private record Phones(List<String> phones) {}

    private final Rows rows;
    private final CommandDesk desk;
    private final Instant now;

    Adopting(Rows rows, CommandDesk desk, Instant now) {
        this.rows = rows;
        this.desk = desk;
        this.now = now;
    }

    /// What was adopted last.
    static Receipts.Standing standing(Meta meta) {
        return meta.get(STANDING)
                .map(text -> Json.mapper().readValue(text, Receipts.Standing.class))
                .orElse(Receipts.Standing.NONE);
    }

    private static void standing(Path folder, Meta meta) {
        CityFolder city = new CityFolder(folder);
        meta.set(STANDING, Json.mapper().writeValueAsString(new Receipts.Standing(city.ladder(), city.phones())));
    }

    /// The telephones that are called last, as they were adopted last.
    static List<String> alarmPhones(Meta meta) {
        return meta.get(PHONES)
                .map(text -> Json.mapper().readValue(text, Phones.class).phones())
                .orElse(List.of());
    }

    /// The rules of the storage; where a folder came along, with the rules for alarms, cameras and the wall it has now.
    static Rulebook book(@Nullable Path folder, Meta meta, Instant now) {
        Rulebook book = Rulebook.load(meta);
        if (folder == null) {
            return book;
        }
        CityFolder city = new CityFolder(folder);
        standing(folder, meta);
        meta.set(PHONES, Json.mapper().writeValueAsString(new Phones(city.alarmPhones())));
        SceneFolder.Read scenes = SceneFolder.read(folder, book.wall());
        scenes.faults().forEach(f -> LOG.warn("{}; what stood there before stays", f));
        return book.with(meta, now, city.alarms()).with(meta, now, city.video()).wall(meta, scenes.book());
    }

    void adopt(Path folder, Workflow workflow) {
        List<AutoRule> file = new CityFolder(folder).rules(workflow);
        Map<RuleId, AutoRule> here = new LinkedHashMap<>();
        for (Row row : rows.page(Kinds.RULE, CaseFilter.ALL, Reach.CITY, 0, MOST_RULES)) {
            AutoRule rule = Json.mapper().readValue(row.content(), AutoRule.class);
            here.put(rule.id(), rule);
        }
        rosters(folder);
        List<Change> changes = new ArrayList<>();
        for (AutoRule rule : file) {
            AutoRule before = here.remove(rule.id());
            AutoRule next = rule.halted(before == null ? null : kept(before.halted()));
            if (!next.equals(before)) {
                changes.add(change(next));
            }
        }
        here.values().stream()
                .filter(r -> r.halted() == null)
                .forEach(r -> changes.add(
                        change(r.halted(new AutoRule.Halt(Principal.TIMER.actor(), now, "automation.json")))));
        if (!changes.isEmpty()) {
            desk.write(Origin.PLATFORM, changes);
            LOG.info("{} rules that act by themselves are new or changed", changes.size());
        }
    }

    /// A version is written down once; one that reads differently now was changed, and is written again.
    private void rosters(Path folder) {
        List<Change> changes = new ArrayList<>();
        for (Roster roster : new CityFolder(folder).rosters()) {
            String text = Json.mapper().writeValueAsString(roster);
            boolean same = rows.find(Kinds.ROSTER, roster.id().value())
                    .filter(r -> r.content().equals(text))
                    .isPresent();
            if (!same) {
                changes.add(Change.fact(Kinds.ROSTER, roster.id().value(), text, Scope.OPEN));
            }
        }
        if (!changes.isEmpty()) {
            desk.write(Origin.PLATFORM, changes);
            LOG.info("{} versions of the roster are new or changed", changes.size());
        }
    }

    /// A file that has a rule again lifts only what the file itself had stopped.
    private static AutoRule.@Nullable Halt kept(AutoRule.@Nullable Halt halt) {
        return halt != null && halt.by().equals(Principal.TIMER.actor()) ? null : halt;
    }

    private static Change change(AutoRule rule) {
        return Change.fact(Kinds.RULE, rule.id().value(), Json.mapper().writeValueAsString(rule), Scope.OPEN);
    }
}
