package org.yiping.domain.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;

/// What desks and alarms have put on a wall, over the scene that is due by itself; one row of the journal a
/// wall. Immutable; any thread.
///
/// `placements` are in the order they came, a later one over an earlier one: people's never meet each other, an
/// alarm's may lie over theirs and gives the place back when it goes. `waiting` are alarms that found their
/// place locked; `away` are alarms people sent away, until their time is over. `log` is who changed what, the
/// newest first; the journal has all of it. What has outlived its time counts as gone at once, whoever looks: so
/// a wall whose platform is away gives its tiles back too.
public record WallState(
        WallId id, List<Placement> placements, List<Placement> waiting, List<Change> log, List<Placement> away) {
    /// More would not be read.
    public static final int MOST_LOG = 40;
    /// What is dated further ahead was dated by a clock that was set since.
    private static final Duration AHEAD = Duration.ofSeconds(5);
    /// More is no wall but a heap.
    public static final int MOST_PLACEMENTS = 48;

    public WallState {
        placements = List.copyOf(placements);
        waiting = List.copyOf(waiting);
        log = List.copyOf(log);
        away = away == null ? List.of() : List.copyOf(away); // rows of before do not have it
    }

    /// What was done with one placement: `what` is sent, moved (a map that follows its desk's), replaced, taken
    /// (off), returned (its time was over), alarm, waits (an alarm found a lock), answered (its alarm was) or
    /// an open code. `by` is absent where the clock did it.
    public record Change(
            Instant at, String what, CommandId id, @Nullable Actor by, WallOrder order, String reason) {}

    public static WallState empty(WallId id) {
        return new WallState(id, List.of(), List.of(), List.of(), List.of());
    }

    public List<Placement> standing(Instant now) {
        return placements.stream().filter(p -> p.standsAt(now)).toList();
    }

    /// The scene somebody has put over the whole wall.
    public Optional<Placement> scene(Instant now) {
        return placements.stream()
                .filter(p -> p.order().whole() && p.standsAt(now))
                .reduce((_, later) -> later);
    }

    /// Panels over the scene, a later one over an earlier one.
    public List<Placement> panels(Instant now) {
        return placements.stream()
                .filter(p -> !p.order().whole() && p.standsAt(now))
                .toList();
    }

    /// What stands in an order's way.
    public List<Placement> met(WallOrder order, Instant now) {
        return placements.stream()
                .filter(p -> p.standsAt(now) && p.order().meets(order))
                .toList();
    }

    public Optional<Placement> find(CommandId id) {
        return placements.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /// With a desk's placement in the place of those it replaces.
    public WallState sent(Placement next, Set<CommandId> replaced) {
        List<Placement> left =
                placements.stream().filter(p -> !replaced.contains(p.id())).toList();
        Optional<Placement> before = placements.stream()
                .filter(p -> replaced.contains(p.id()) && isSameMap(p, next))
                .findFirst();
        if (before.isPresent() && replaced.size() == 1) {
            return new WallState(id, with(left, next), waiting, moved(next), away);
        }
        List<Change> said = new ArrayList<>();
        said.add(new Change(
                next.from(),
                "sent",
                next.id(),
                next.by(),
                next.order(),
                next.order().reason()));
        placements.stream()
                .filter(p -> replaced.contains(p.id()))
                .forEach(p -> said.add(new Change(
                        next.from(),
                        "replaced",
                        p.id(),
                        next.by(),
                        p.order(),
                        next.order().reason())));
        return new WallState(id, with(left, next), waiting, logged(said), away(replaced, next.from()));
    }

    /// A map by the same person in the same place, which only looks elsewhere.
    private static boolean isSameMap(Placement before, Placement next) {
        return before.alarm() == null
                && before.by().equals(next.by())
                && isMap(before.order())
                && isMap(next.order())
                && Objects.equals(before.order().region(), next.order().region());
    }

    private static boolean isMap(WallOrder order) {
        WallScene.Shown panel = order.panel();
        return panel != null && panel.panel() == PanelKind.MAP;
    }

    /// A map on its way is one line of the log, not one a step.
    private List<Change> moved(Placement next) {
        Change change = new Change(
                next.from(),
                "moved",
                next.id(),
                next.by(),
                next.order(),
                next.order().reason());
        boolean again = !log.isEmpty()
                && log.getFirst().what().equals(change.what())
                && next.by().equals(log.getFirst().by())
                && Objects.equals(log.getFirst().order().region(), next.order().region());
        return Stream.concat(Stream.of(change), log.stream().skip(again ? 1 : 0))
                .limit(MOST_LOG)
                .toList();
    }

    /// Without these; somebody took them off the wall.
    public WallState taken(Set<CommandId> ids, Actor by, String reason, Instant now) {
        return new WallState(
                id,
                placements.stream().filter(p -> !ids.contains(p.id())).toList(),
                waiting,
                logged(placements.stream()
                        .filter(p -> ids.contains(p.id()))
                        .map(p -> new Change(now, "taken", p.id(), by, p.order(), reason))
                        .toList()),
                away(ids, now));
    }

    /// The alarms people have sent away, with those among these.
    private List<Placement> away(Set<CommandId> gone, Instant now) {
        return Stream.concat(away.stream(), placements.stream().filter(p -> p.alarm() != null && gone.contains(p.id())))
                .filter(p -> p.standsAt(now))
                .toList();
    }

    /// With an alarm's placement: over what people have put there, unless that is locked; then it waits. What
    /// people took off or put something else in the place of does not come again.
    public WallState alarmed(Placement alarm) {
        if (find(alarm.id()).isPresent() || away.stream().anyMatch(p -> p.id().equals(alarm.id()))) {
            return this;
        }
        List<Placement> others =
                waiting.stream().filter(p -> !p.id().equals(alarm.id())).toList();
        boolean known = others.size() < waiting.size();
        if (!known && placements.size() + waiting.size() >= MOST_PLACEMENTS) {
            return this;
        }
        if (isLockedFor(alarm)) {
            return known
                    ? this
                    : new WallState(id, placements, with(waiting, alarm), logged(List.of(said("waits", alarm))), away);
        }
        return new WallState(id, with(placements, alarm), others, logged(List.of(said("alarm", alarm))), away);
    }

    /// A locked scene is to be seen as it is: it keeps panels off too.
    private boolean isLockedFor(Placement alarm) {
        return placements.stream()
                .filter(p -> p.isLocked() && p.standsAt(alarm.from()))
                .anyMatch(p -> p.order().whole() || p.order().meets(alarm.order()));
    }

    /// As it is at an instant: what outlived its time is gone, and so are alarms that do not `call` any more;
    /// alarms that waited stand where the lock is gone. Itself where nothing is due.
    public WallState at(Instant now, Set<CaseId> calling) {
        WallState dated = dated(now);
        return dated.equals(this) ? settled(now, calling) : dated.settled(now, calling);
    }

    /// What people sent before the clock was put back stands as long as was said, counted from now: a lock of five
    /// minutes must not keep a place for an hour.
    private WallState dated(Instant now) {
        return new WallState(
                id,
                placements.stream()
                        .map(p -> p.alarm() == null && p.from().isAfter(now.plus(AHEAD)) ? p.begun(now) : p)
                        .toList(),
                waiting,
                log,
                away);
    }

    private WallState settled(Instant now, Set<CaseId> calling) {
        List<Change> said = new ArrayList<>();
        List<Placement> left =
                placements.stream().filter(p -> stays(p, now, calling, said)).toList();
        List<Placement> patient =
                waiting.stream().filter(p -> stays(p, now, calling, said)).toList();
        WallState next = said.isEmpty() ? this : new WallState(id, left, patient, logged(said), away(Set.of(), now));
        for (Placement p : patient) {
            next = next.alarmed(new Placement(p.id(), p.order(), p.by(), now, p.until(), p.alarm()));
        }
        return next;
    }

    private static boolean stays(Placement p, Instant now, Set<CaseId> calling, List<Change> said) {
        boolean answered = p.alarm() != null && !calling.contains(p.alarm());
        if (p.standsAt(now) && !answered) {
            return true;
        }
        said.add(new Change(now, answered ? "answered" : "returned", p.id(), null, p.order(), ""));
        return false;
    }

    /// The next instant at which something goes by itself; empty where nothing does.
    public Optional<Instant> nextEnd() {
        return Stream.concat(placements.stream(), waiting.stream())
                .flatMap(p -> Optional.ofNullable(p.until()).stream())
                .min(Instant::compareTo);
    }

    private static Change said(String what, Placement p) {
        return new Change(p.from(), what, p.id(), null, p.order(), p.order().reason());
    }

    private static List<Placement> with(List<Placement> some, Placement next) {
        List<Placement> all = new ArrayList<>(some);
        all.add(next);
        return all;
    }

    private List<Change> logged(List<Change> said) {
        return Stream.concat(said.stream(), log.stream()).limit(MOST_LOG).toList();
    }
}
