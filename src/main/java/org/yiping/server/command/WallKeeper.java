package org.yiping.server.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallSharing;
import org.yiping.domain.wall.WallState;
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

/// Gives the wall's tiles back when their time is over, and lets alarms of the city's choice take one until
/// they are answered (告警上屏). `follow` on the writer's thread, `tick` on one other.
///
/// It remembers only where to look: what the wall becomes is worked out from its row and the cases' on the
/// writer's thread, by rules that give the same answer however often they are asked.
public final class WallKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(WallKeeper.class);
    private static final int PAGE = 1000;
    private static final String ALARM = "alarm";

    private final Rows rows;
    private final Rulebook book;
    private final InstantSource clock;
    private final CaseWriter writer;
    private final Map<CaseId, Case> calling = new ConcurrentHashMap<>();
    private volatile WallState state = WallState.empty(WallId.OWN);
    private volatile boolean followed;
    private volatile WallSharing sharing;
    private volatile boolean loaded;

    public WallKeeper(Rows rows, Rulebook book, InstantSource clock) {
        this.rows = rows;
        this.book = book;
        this.clock = clock;
        this.writer = new CaseWriter(book);
        this.sharing = book.wall().rules().sharing();
    }

    /// Follows what the journal has taken.
    public void follow(List<Entry> entries) {
        for (Entry e : entries) {
            CaseFacts facts = e.change().facts();
            if (facts != null) {
                note(facts.subject());
            } else if (e.change().kind().equals(Kinds.WALL) && e.change().id().equals(WallId.OWN.value())) {
                state = Json.mapper().readValue(e.change().content(), WallState.class);
                followed = true;
            } else if (e.change().kind().equals(Kinds.SCENE) && e.change().id().equals(WallEdition.RULES.value())) {
                loaded = false; // other alarms may take a tile now
            } else if (e.change().kind().equals(Kinds.CITY)) {
                loaded = false; // the city's files may have changed
            }
        }
    }

    private void note(Case c) {
        if (sharing().tile(c).isPresent()) {
            calling.put(c.id(), c);
        } else {
            calling.remove(c.id());
        }
    }

    private WallSharing sharing() {
        return sharing;
    }

    /// Does what is due by now.
    public void tick(CommandDesk desk) {
        if (!loaded) {
            loaded = true; // first: rules that are saved meanwhile are loaded at the next tick
            load();
        }
        Instant now = clock.instant();
        WallState seen = state;
        if (next(seen, List.copyOf(calling.values()), now).equals(seen)) {
            return;
        }
        Answer answer = desk.submit(this::settle);
        LOG.debug("the wall is settled: {}", answer);
    }

    private void load() {
        List<WallEdition> saved = rows.find(Kinds.SCENE, WallEdition.RULES.value()).stream()
                .map(row -> Json.mapper().readValue(row.content(), WallEdition.class))
                .toList();
        sharing = book.wall().with(saved).rules().sharing();
        long cursor = 0;
        List<Row> page;
        do {
            page = rows.page(Kinds.CASE, CaseFilter.flagged(CaseFacts.ALARM), Reach.CITY, cursor, PAGE);
            for (Row row : page) {
                Case c = read(row);
                if (sharing().tile(c).isPresent()) {
                    calling.putIfAbsent(c.id(), c); // what was followed is newer than this page
                }
                cursor = row.place().born();
            }
        } while (page.size() == PAGE);
        rows.find(Kinds.WALL, WallId.OWN.value())
                .filter(_ -> !followed)
                .ifPresent(row -> state = WallClerk.state(row, WallId.OWN));
    }

    private Answer settle(Batch batch, Instant now) {
        Row row = WallClerk.row(batch, WallId.OWN);
        WallState before = WallClerk.state(row, WallId.OWN);
        List<Case> cases = Stream.concat(
                        calling.keySet().stream(),
                        Stream.concat(before.placements().stream(), before.waiting().stream())
                                .map(Placement::alarm)
                                .filter(Objects::nonNull))
                .distinct()
                .flatMap(id -> batch.find(Kinds.CASE, id.value()).stream())
                .map(WallKeeper::read)
                .toList();
        WallState next = next(before, cases, now);
        if (next.equals(before)) {
            return new Answer.Refused(409, "changed", "", row);
        }
        CaseWriter.By by = new CaseWriter.By(Principal.TIMER.actor(), null);
        return new Answer.Applied(batch.put(writer.origin(by, null, now), now, WallClerk.change(next))
                .revision());
    }

    /// The wall as it is at an instant, with the alarms that want a tile of it.
    private WallState next(WallState before, List<Case> cases, Instant now) {
        Set<CaseId> waiting = cases.stream()
                .filter(c -> sharing().tile(c).isPresent())
                .map(Case::id)
                .collect(Collectors.toSet());
        WallState next = before.at(now, waiting);
        List<Placement> wanted = cases.stream()
                .flatMap(c -> placement(c, now).stream())
                .sorted(Comparator.comparing((Placement p) -> Objects.requireNonNull(p.until()))
                        .thenComparing(p -> p.id().value()))
                .toList();
        for (Placement p : wanted) {
            next = next.alarmed(p);
        }
        return next;
    }

    private Optional<Placement> placement(Case c, Instant now) {
        WallSharing.AlarmTile tile = sharing().tile(c).orElse(null);
        Alarm alarm = c.progress().alarm();
        if (tile == null || alarm == null) {
            return Optional.empty();
        }
        Instant until = alarm.raisedAt().plus(tile.time());
        WallOrder order = new WallOrder(
                tile.region(),
                null,
                of(tile.panel(), c),
                c.head().number().value(),
                (int) tile.time().toSeconds(),
                false);
        return Optional.of(new Placement(id(c, alarm), order, Principal.TIMER.actor(), now, until, c.id()))
                .filter(p -> p.standsAt(now));
    }

    /// A tile about one case is about the one that calls.
    private static Shown of(Shown panel, Case c) {
        if (panel.panel() != PanelKind.CASE) {
            return panel;
        }
        Map<String, String> options = new HashMap<>(panel.options());
        options.put("case", c.id().value());
        return new Shown(panel.panel(), options);
    }

    /// The same alarm always has the same id.
    private static CommandId id(Case c, Alarm alarm) {
        String text = ALARM + " " + c.id().value() + " " + alarm.raisedAt();
        return new CommandId(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private static Case read(Row row) {
        return Json.mapper().readValue(row.content(), Case.class);
    }
}
