package org.yiping.golden;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yiping.city.CityFolder;
import org.yiping.console.Panels;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Notices;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.fx.Remembered;
import org.yiping.console.fx.Sounds;
import org.yiping.console.fx.Themes;
import org.yiping.console.fx.Ticker;
import org.yiping.console.outbox.Waiting;
import org.yiping.console.settings.Theme;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.MadeUpCity;
import org.yiping.console.ui.MadeUpSeats;
import org.yiping.console.ui.MadeUpWall;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.map.CityMap;
import org.yiping.console.video.CameraPlayer;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.wall.WallBook;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.fake.MemoryOutbox;
import org.yiping.fake.Samples;

/// A seat at a fixed moment in a city in one condition: everything a window needs, on the caller's thread, which must
/// be the FX thread. Nothing here waits, draws beside or asks for the time: what is shown depends on the seed alone.
final class Seat {
    static final Instant NOW = Instant.parse("2026-11-24T02:42:18Z");

    final Condition condition;
    final MadeUpCity city;
    final Desk desk;
    final Hall hall;
    private final ManualClock clock = new ManualClock(NOW);
    private final MemoryOutbox outbox = new MemoryOutbox(NOW);
    private final ManualScheduler mapWriter = new ManualScheduler(new ManualClock(NOW));
    private final CityMap map;

    Seat(Condition condition, CityFolder folder, Messages messages) {
        this.condition = condition;
        Fx fx = Fx.direct();
        city = new MadeUpCity(folder, NOW, 7, clock);
        hall = new Hall(
                fx,
                new Ticker(fx, clock),
                messages,
                new Themes(Theme.HALL, 100),
                new Notices(fx),
                new Background(Runnable::run, fx),
                clock,
                new PaintProbe(clock, Frames.direct()),
                Runnable::run,
                Remembered.nowhere(fx),
                Sounds.silent());
        city.fill("dispatcher", condition.cases);
        desk = new Desk(city.tables.stores(), city, new Selection(), outbox);
        happen();
        map = new CityMap(desk, hall, new CityMap.Workers(Runnable::run, 1, mapWriter));
        settle();
    }

    /// Panels made anew, for a picture of their own.
    PanelCatalogue panels() {
        return panels(new StillCameras(NOW, condition != Condition.OFFLINE));
    }

    PanelCatalogue panels(CameraPlayer player) {
        return new Panels(desk, hall, map, () -> player).catalogue();
    }

    void post(String post) {
        city.tables.me.set(org.yiping.console.ui.Samples.me("p-0", post, "03", "林晓燕"), freshness());
    }

    /// Something stands on the wall.
    void wall() {
        city.wall = true;
        MadeUpWall.put(city.tables, NOW);
    }

    /// Picks the most urgent case in this state, where there is one.
    void pick(String state) {
        worst(state)
                .ifPresentOrElse(c -> desk.pick(c.id()), () -> desk.selection().pick(new Selection.Picked.Nothing()));
    }

    /// Lets the map's writer do what it has to.
    void settle() {
        mapWriter.advance(Duration.ofMillis(300));
    }

    /// The second before the picture, so that what is said once a second is said again at its moment.
    void before() {
        clock.advance(Duration.between(clock.instant(), NOW.minusSeconds(1)));
        hall.ticker().tick();
    }

    /// The moment of the picture.
    void now() {
        clock.advance(Duration.between(clock.instant(), NOW));
        hall.ticker().tick();
    }

    private Optional<Case> worst(String state) {
        return city.tables
                .cases
                .rows()
                .values()
                .filter(c -> c.progress().state().value().equals(state))
                .filter(c -> c.place().position() != null)
                .min(Comparator.comparing((Case c) ->
                                c.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX))
                        .thenComparing(c -> c.id().value()));
    }

    private Freshness freshness() {
        return new Freshness(condition.fresh(), NOW.minus(condition.age));
    }

    private void happen() {
        city.tables.kpis.replace(city.tables
                .kpis
                .rows()
                .values()
                .collect(Collectors.toMap(
                        Kpi::code,
                        k -> new Kpi(
                                k.code(),
                                k.value(),
                                k.unit(),
                                k.numerator(),
                                k.denominator(),
                                freshness().asOf()))));
        city.tables.units.replace(city.tables
                .units
                .rows()
                .values()
                .collect(Collectors.toMap(
                        FieldUnit::id,
                        u -> new FieldUnit(
                                u.id(),
                                u.kind(),
                                u.name(),
                                u.position(),
                                u.headingDegrees(),
                                u.at().minus(condition.age)))));
        MadeUpSeats.put(city.tables, NOW, condition == Condition.STORM);
        if (!condition.fresh()) {
            city.tables.seats.unheard();
        }
        city.tables.facts(freshness());
        city.tables.kpis.freshness(freshness());
        city.tables.departmentFigures.freshness(freshness());
        city.tables.units.freshness(freshness());
        city.tables.readings.freshness(freshness());
        switch (condition) {
            case EMPTY -> forgetFigures();
            case NORMAL -> {}
            case STORM -> {
                submit("to-dispatch", "dispatch", 3);
                wait(23, 1, Duration.ofSeconds(48));
                notices();
                alarms();
            }
            case STALE -> city.tables.link.set(new LinkState.Late(NOW.minus(condition.age)), freshness());
            case OFFLINE -> {
                submit("to-dispatch", "dispatch", 2);
                wait(2, 0, Duration.ofMinutes(12));
                city.tables.link.set(
                        new LinkState.Lost(NOW.minus(condition.age), NOW.plusSeconds(20), "unreachable"), freshness());
            }
        }
    }

    private void forgetFigures() {
        city.tables.kpis.replace(Map.of());
        city.tables.kpis.freshness(Freshness.NEVER);
        city.tables.departmentFigures.replace(Map.of());
        city.tables.units.replace(Map.of());
    }

    private void submit(String state, String action, int count) {
        city.tables
                .cases
                .rows()
                .values()
                .filter(c -> c.progress().state().value().equals(state))
                .sorted(Comparator.comparing(c -> c.id().value()))
                .limit(count)
                .forEach(c -> outbox.submit(Samples.act("k-" + c.id().value(), c.id().value())));
    }

    private void wait(int onTheirWay, int expired, Duration oldest) {
        outbox.waiting.set(new Waiting(onTheirWay, 0, expired, 0, NOW.minus(oldest)), new Freshness(true, NOW));
    }

    /// A flood for seat 03: the first ones nobody has answered, one of them for too long.
    private void alarms() {
        PostCode post = new PostCode("dispatcher");
        SeatId seat = new SeatId("03");
        List<Case> calling = city.tables
                .cases
                .rows()
                .values()
                .filter(c -> c.progress().state().value().equals("to-dispatch"))
                .sorted(Comparator.comparing(c -> c.id().value()))
                .limit(12)
                .toList();
        for (int i = 0; i < calling.size(); i++) {
            Case c = calling.get(i);
            Instant since = NOW.minusSeconds(i == 0 ? 252 : 20 + 7L * i);
            Alarm alarm = new Alarm(
                    i % 3 == 0 ? Alarm.Kind.OVER : Alarm.Kind.SOON,
                    post,
                    "demo-1",
                    since,
                    List.of(new Alarm.Offer("seat", post, seat, since, since.plusSeconds(120), null)),
                    null,
                    null);
            Alarm after = i < 4 ? alarm : alarm.answered(new Actor(new PersonId("p-0"), post, seat), NOW);
            city.tables.cases.put(c.id(), c.withProgress(c.progress().with(after)));
        }
    }

    private void notices() {
        Messages m = hall.messages();
        String what = "暴露垃圾 · 派遣";
        for (int i = 0; i < 3; i++) {
            hall.notices()
                    .show(Notice.warning("e" + i, m.get("case.expired", what), m.get("case.expired-means"), "OUT-1003")
                            .with(new Notice.Action(m.get("case.send-anyway"), true, () -> {}))
                            .with(new Notice.Action(m.get("case.drop"), false, () -> {})));
        }
        hall.notices().show(Notice.danger("d", m.get("case.not-kept"), m.get("case.not-kept-means"), "OUT-1001"));
        hall.notices().show(Notice.info("i", m.get("case.refused", what)));
    }

    /// The wall's rules and scenes are these from now on.
    void wall(WallBook book) {
        CityFacts facts = desk.city().orElseThrow();
        city.tables.city.set(
                new CityFacts(
                        facts.name(),
                        facts.zone(),
                        facts.extent(),
                        facts.layers(),
                        facts.promises(),
                        facts.rules().with(book)),
                new Freshness(true, NOW));
    }
}
