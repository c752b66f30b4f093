package org.yiping.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Sounds.Sound;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Me;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Sending;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.alarm.AlarmLoad;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;

/// The alarms the platform offered to this seat (告警): which wait for an answer, how many came against what a person can
/// bear, and what is heard of them. FX thread.
///
/// The platform raises and escalates; here they are shown, answered and put aside. A case that is opened is answered.
final class SeatAlarms {
    private static final String STREET = "street";
    private static final Comparator<Item> GRAVEST = Comparator.comparing(
                    (Item i) -> i.value().subject().severity())
            .thenComparing(i -> i.alarm().kind(), Comparator.reverseOrder())
            .thenComparing(i -> i.alarm().raisedAt());

    private final Desk desk;
    private final Hall hall;
    private final Sending sending;
    private final Turns turns;
    private final Bell bell;
    private final Map<CaseId, Alarm> offered = new HashMap<>();
    /// Answered here, and the platform has not said so yet.
    private final Set<CaseId> answering = new HashSet<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private AlarmRules rules = AlarmRules.NONE;
    private AlarmLoad load = new AlarmLoad(AlarmRules.NONE.flood());
    private boolean filled;

    /// A case with its alarm.
    record Item(Case value, Alarm alarm) {}

    /// Look-alikes in one card, the gravest first.
    record Card(List<Item> items) {
        Item first() {
            return items.getFirst();
        }
    }

    SeatAlarms(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        sending = new Sending(desk, hall);
        turns = new Turns(desk, this::turned);
        bell = new Bell(hall);
    }

    void start() {
        close();
        Feed<CaseId> cases = hall.feed(this::changed);
        subscriptions.add(cases);
        subscriptions.add(desk.stores().cases().subscribe(cases::changed));
        subscriptions.add(desk.selection().subscribe(this::picked));
        subscriptions.listen(hall.ticker().now(), this::tick);
    }

    void close() {
        subscriptions.close();
    }

    /// Whether the platform raises alarms at all.
    boolean known() {
        return !rules.equals(AlarmRules.NONE);
    }

    int count() {
        return load.count(hall.now());
    }

    int most() {
        return load.most();
    }

    boolean flood() {
        return load.flood(hall.now());
    }

    /// Those that wait for an answer, the gravest first.
    List<Item> waiting() {
        return items().filter(i ->
                        i.alarm().waiting() && !answering.contains(i.value().id()))
                .sorted(GRAVEST)
                .toList();
    }

    /// Those put aside, the next to return first.
    List<Item> shelved() {
        return items().filter(i -> i.alarm().shelved() != null)
                .sorted(Comparator.comparing(SeatAlarms::until))
                .toList();
    }

    private static Instant until(Item i) {
        Alarm.Shelf shelf = i.alarm().shelved();
        return shelf == null ? Instant.MAX : shelf.until();
    }

    /// How long the oldest has waited.
    Optional<Duration> oldest() {
        return waiting().stream().map(i -> i.alarm().age(hall.now())).max(Comparator.naturalOrder());
    }

    /// Those that wait as cards: in a flood look-alikes are one.
    List<Card> cards() {
        List<Item> waiting = waiting();
        Map<CaseId, Item> byId = new HashMap<>();
        waiting.forEach(i -> byId.put(i.value().id(), i));
        return load
                .cards(
                        waiting.stream()
                                .map(i -> new AlarmLoad.Item(i.value().id(), look(i)))
                                .toList(),
                        hall.now())
                .stream()
                .map(ids -> new Card(ids.stream()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .toList()))
                .toList();
    }

    private AlarmLoad.Look look(Item i) {
        return new AlarmLoad.Look(
                i.alarm().kind(),
                i.value().subject().classCode(),
                street(i.value().place().area()));
    }

    AlarmRules rules() {
        return rules;
    }

    /// Opens the case, which answers its alarm.
    void open(Item item) {
        desk.pick(item.value().id());
        answer(item.value().id());
    }

    void answer(CaseId id) {
        Alarm alarm = offered.get(id);
        if (alarm != null && alarm.answered() == null && answering.add(id)) {
            sending.send(new Aside.AnswerAlarm(Sending.head(), id));
        }
    }

    void shelve(CaseId id, int minutes, String reason) {
        sending.send(new Aside.ShelveAlarm(Sending.head(), id, minutes, reason));
    }

    private java.util.stream.Stream<Item> items() {
        return offered.entrySet().stream()
                .flatMap(e -> desk.stores().cases().find(e.getKey()).stream().map(c -> new Item(c, e.getValue())));
    }

    private void picked(Selection.Picked what) {
        if (what instanceof Selection.Picked.OfCase(CaseId id)) {
            answer(id);
        }
    }

    private void changed(Set<CaseId> ids) {
        Me me = desk.me().orElse(null);
        AlarmRules now = desk.city().map(c -> c.rules().alarms()).orElse(rules);
        if (!now.equals(rules)) {
            rules = now;
            load = new AlarmLoad(now.flood());
        }
        if (me == null) {
            return;
        }
        boolean grave = false;
        for (CaseId id : ids) {
            grave |= look(id, me);
        }
        filled |= !ids.isEmpty();
        if (grave) {
            bell.atOnce();
        }
        bell.ring(this::waiting, hall.now()); // first: of two sounds at once the second is not heard
        turns.changed(ids, hall.now());
    }

    /// Whether it is new here and grave.
    private boolean look(CaseId id, Me me) {
        Case c = desk.stores().cases().rows().get(id);
        Alarm alarm = c == null ? null : c.progress().alarm();
        Instant at = alarm == null
                ? null
                : alarm.offeredAt(me.actor().post(), me.actor().seat());
        if (c == null || alarm == null || at == null) {
            offered.remove(id);
            answering.remove(id);
            return false;
        }
        Alarm before = offered.put(id, alarm);
        boolean again = before == null || !before.raisedAt().equals(alarm.raisedAt()) || before.kind() != alarm.kind();
        if (again) {
            answering.remove(id);
            load.add(at);
            if (filled && alarm.kind() == Alarm.Kind.SOON) {
                hall.play(Sound.SOON);
            }
        }
        if (alarm.answered() != null) {
            answering.remove(id);
        }
        return again && alarm.waiting() && Bell.grave(new Item(c, alarm));
    }

    private void tick(Instant now) {
        turns.tick(now);
        bell.ring(this::waiting, now);
    }

    /// What turned by this console's own clock is heard where the platform does not call for it.
    private void turned(Alarm.Kind kind) {
        boolean platform = known() && desk.stores().cases().freshness().live();
        switch (kind) {
            case NEW -> hall.play(Sound.ARRIVED);
            case SOON -> {
                if (!platform) {
                    hall.play(Sound.SOON);
                }
            }
            case OVER -> {
                if (!platform) {
                    hall.play(Sound.OVER);
                }
            }
        }
    }

    private @Nullable AreaCode street(@Nullable AreaCode smallest) {
        AreaCode code = smallest;
        while (code != null) {
            Area area = desk.stores().areas().find(code).orElse(null);
            if (area == null || area.level().equals(STREET)) {
                return code;
            }
            code = area.parent();
        }
        return null;
    }
}
