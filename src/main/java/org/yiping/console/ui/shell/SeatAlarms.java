package org.yiping.console.ui.shell;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Sounds.Sound;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.alarm.AlarmLoad;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;

/// What calls for this seat's attention: cases that come to its post, and those of them that are about to be late or
/// are
/// (告警负荷). It is heard, counted against the flood limit, and in a flood told as cards of look-alikes. FX thread.
///
/// What is there when the seat opens is its backlog, not an alarm.
final class SeatAlarms {
    private static final String FLOOD = "alarm-flood";
    private static final String STREET = "street";
    private static final int CARDS_TOLD = 4;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final AlarmLoad load = new AlarmLoad(AlarmLoad.WINDOW, AlarmLoad.MOST);
    private final Map<CaseId, Watch> watched = new HashMap<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private Set<StateCode> own = Set.of();
    private List<AlarmLoad.Card> told = List.of();
    private boolean filled;

    /// A case of this seat with its light and when that turns.
    private record Watch(Light light, Instant turnsAt) {}

    SeatAlarms(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        this.words = new Words(desk.stores(), hall.messages());
    }

    void start() {
        close();
        Feed<CaseId> cases = hall.feed(this::changed);
        subscriptions.add(cases);
        subscriptions.add(desk.stores().cases().subscribe(cases::changed));
        subscriptions.listen(hall.ticker().now(), this::tick);
    }

    void close() {
        subscriptions.close();
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

    private void changed(Set<CaseId> ids) {
        Workflow workflow = desk.city().map(c -> c.rules().workflow()).orElse(null);
        if (workflow == null || desk.me().isEmpty()) {
            return;
        }
        if (!filled) {
            own = own(workflow);
        }
        Alarm.Kind gravest = null;
        for (CaseId id : ids) {
            Alarm.Kind kind = look(id, workflow);
            if (kind != null && (gravest == null || kind.compareTo(gravest) > 0)) {
                gravest = kind;
            }
        }
        filled |= !ids.isEmpty();
        sound(gravest);
        tell();
    }

    /// The states whose next step is this post's.
    private Set<StateCode> own(Workflow workflow) {
        return desk.me()
                .map(me -> workflow.transitions().stream()
                        .filter(t -> !t.aside()
                                && t.permission().posts().contains(me.actor().post()))
                        .flatMap(t -> t.from().stream())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private Alarm.@Nullable Kind look(CaseId id, Workflow workflow) {
        Case c = desk.stores().cases().rows().get(id);
        if (c == null || !own.contains(c.progress().state())) {
            watched.remove(id);
            return null;
        }
        Light light = c.light(hall.now(), workflow);
        Watch before = watched.put(id, new Watch(light, turnsAt(c, light)));
        Alarm.Kind kind = before == null ? Alarm.Kind.NEW : turned(before.light(), light);
        if (kind == null || !filled) {
            return null;
        }
        load.add(new Alarm(id, kind, c.subject().classCode(), street(c.place().area()), hall.now()));
        return kind;
    }

    private static Alarm.@Nullable Kind turned(Light before, Light now) {
        if (before == now) {
            return null;
        }
        return switch (now) {
            case YELLOW -> before == Light.RED ? null : Alarm.Kind.SOON;
            case RED -> Alarm.Kind.OVER;
            case GREEN, PAUSED, CLOSED, VOID, NONE -> null;
        };
    }

    private static Instant turnsAt(Case c, Light light) {
        return switch (light) {
            case GREEN -> c.runningClock().map(CaseClock::yellowAt).orElse(Instant.MAX);
            case YELLOW -> c.runningClock().map(k -> k.dueAt().plusMillis(1)).orElse(Instant.MAX);
            case RED, PAUSED, CLOSED, VOID, NONE -> Instant.MAX;
        };
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

    private void tick(Instant now) {
        Set<CaseId> turned = watched.entrySet().stream()
                .filter(e -> !now.isBefore(e.getValue().turnsAt()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!turned.isEmpty()) {
            changed(turned);
        } else {
            tell();
        }
    }

    private void sound(Alarm.@Nullable Kind gravest) {
        if (gravest != null) {
            hall.play(
                    switch (gravest) {
                        case NEW -> Sound.ARRIVED;
                        case SOON -> Sound.SOON;
                        case OVER -> Sound.OVER;
                    });
        }
    }

    /// A flood is said once for all in it, and goes with it.
    private void tell() {
        List<AlarmLoad.Card> cards = flood() ? load.cards(hall.now()) : List.of();
        if (cards.equals(told)) {
            return;
        }
        told = cards;
        if (cards.isEmpty()) {
            hall.notices().dismiss(FLOOD);
            return;
        }
        String said = cards.stream()
                .sorted((a, b) -> b.size() - a.size())
                .limit(CARDS_TOLD)
                .map(this::words)
                .collect(Collectors.joining("\n"));
        hall.notices()
                .show(Notice.warning(FLOOD, hall.messages().get("alarm.flood", count()), said, "ALM-1001")
                        .with(new Notice.Action(
                                hall.messages().get("alarm.first"),
                                false,
                                () -> desk.pick(cards.getFirst().first().caseId()))));
    }

    private String words(AlarmLoad.Card card) {
        Alarm a = card.first();
        String what = desk.stores()
                .cases()
                .find(a.caseId())
                .map(words::name)
                .orElse(a.classCode().value());
        String where = a.area() == null ? "" : words.area(a.area());
        return hall.messages().get("alarm.card", what, where, card.size());
    }
}
