package org.yiping.console.ui.map;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.map.LayerSpec;
import org.yiping.console.map.LiveLayer;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MarkFill;
import org.yiping.console.map.MarkShape;
import org.yiping.console.map.Symbol;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Rows;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.SensorFace;
import org.yiping.console.ui.Words;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorState;

/// Writes cases, cameras, sensors and people into the engine's live layers, on its own thread: a storm of changes
/// costs the windows nothing. One task of this writer runs at a time.
final class LiveWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveWriter.class);
    private static final Duration PEOPLE_PROMISE = Duration.ofSeconds(60);
    /// Who was last heard of before that is no longer on the map.
    private static final Duration PEOPLE_GONE = Duration.ofMinutes(30);
    /// How long a sensor may look live that is late.
    private static final Duration SENSORS_LOOK = Duration.ofSeconds(10);

    private final Desk desk;
    private final Words words;
    private final SensorFace face;
    private final Audience audience;
    private final LiveLayer cases;
    private final LiveLayer cameras;
    private final LiveLayer sensors;
    private final LiveLayer units;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Map<CaseId, Instant> turns = new HashMap<>();
    private final ScheduledFuture<?> beat;
    private boolean sensorsLive;
    private Instant sensorsLooked = Instant.MIN;
    private volatile Set<String> hiddenKinds = Set.of("closed");

    LiveWriter(MapEngine engine, CityMap map, Audience audience, ScheduledExecutorService thread) {
        this.desk = map.desk();
        this.audience = audience;
        this.words = map.words();
        this.face = map.sensors();
        cases = engine.layer(LayerSpec.cases(CityMap.CASES));
        cameras = engine.layer(LayerSpec.posts(CityMap.CAMERAS));
        sensors = engine.layer(LayerSpec.sensors(CityMap.SENSORS));
        units = engine.layer(LayerSpec.moving(CityMap.UNITS));
        Fx own = on(thread);
        Feed<CaseId> caseFeed = new Feed<>(own, audience, this::cases);
        Feed<CameraId> cameraFeed = new Feed<>(own, this::cameras);
        Feed<SensorId> sensorFeed = new Feed<>(own, this::sensors);
        Feed<String> unitFeed = new Feed<>(own, this::units);
        subscriptions.add(caseFeed);
        subscriptions.add(cameraFeed);
        subscriptions.add(sensorFeed);
        subscriptions.add(unitFeed);
        subscriptions.add(desk.stores().cases().subscribe(caseFeed::changed));
        subscriptions.add(desk.stores().cameras().subscribe(cameraFeed::changed));
        subscriptions.add(desk.stores().sensors().subscribe(sensorFeed::changed));
        subscriptions.add(desk.stores().readings().subscribe(sensorFeed::changed));
        subscriptions.add(desk.stores().units().subscribe(unitFeed::changed));
        beat = thread.scheduleWithFixedDelay(told(this::tick), 1, 1, TimeUnit.SECONDS);
    }

    /// Kinds of cases left out; `closed` for the ended ones.
    void hide(Set<String> kinds, ScheduledExecutorService thread) {
        hiddenKinds = Set.copyOf(kinds);
        thread.execute(() -> cases(desk.stores().cases().rows().keys()));
    }

    @Override
    public void close() {
        beat.cancel(false);
        subscriptions.close();
    }

    private void tick() {
        Instant now = now();
        List<CaseId> due = new ArrayList<>();
        turns.forEach((id, at) -> {
            if (!now.isBefore(at)) {
                due.add(id);
            }
        });
        if (!due.isEmpty()) {
            cases(Set.copyOf(due));
        }
        boolean live = desk.stores().readings().freshness().live();
        if (live != sensorsLive || !now.isBefore(sensorsLooked.plus(SENSORS_LOOK))) {
            sensorsLive = live;
            sensorsLooked = now;
            age(now);
        }
        if (desk.stores().units().rows().size() > 0) {
            units(desk.stores().units().rows().keys());
        }
    }

    private void cases(Set<CaseId> ids) {
        Workflow workflow =
                desk.city().map(CityFacts::rules).map(CityFacts.Rules::workflow).orElse(null);
        if (workflow == null) {
            return;
        }
        long state = audience.state();
        Instant now = now();
        var rows = desk.stores().cases().rows();
        for (CaseId id : ids) {
            one(id, rows.get(id), workflow, now);
        }
        cases.publish(state);
    }

    private void one(CaseId id, @Nullable Case value, Workflow workflow, Instant now) {
        turns.remove(id);
        Position place = value == null ? null : value.place().position();
        if (value == null || place == null) {
            cases.remove(id.value());
            return;
        }
        Light light = value.light(now, workflow);
        String kind = value.subject().kind().value();
        boolean ended = light == Light.CLOSED || light == Light.VOID;
        if (hiddenKinds.contains(ended ? "closed" : light == Light.PAUSED ? "paused" : kind)) {
            cases.remove(id.value());
            return;
        }
        if (light == Light.GREEN) {
            value.runningClock().map(CaseClock::yellowAt).ifPresent(at -> turns.put(id, at));
        } else if (light == Light.YELLOW) {
            value.runningClock().map(c -> c.dueAt().plusMillis(1)).ifPresent(at -> turns.put(id, at));
        }
        cases.put(id.value(), place, new Symbol.CaseMark(shape(value), fill(light)), words.name(value));
    }

    private void cameras(Set<CameraId> ids) {
        for (CameraId id : ids) {
            Camera c = desk.stores().cameras().rows().get(id);
            if (c == null || !c.standsOnMap()) {
                cameras.remove(id.value());
            } else {
                cameras.put(
                        id.value(),
                        c.position(),
                        new Symbol.CameraPost(
                                c.state().online(),
                                c.view().headingDegrees(),
                                c.view().viewDegrees()),
                        c.name());
            }
        }
        cameras.publish();
    }

    private void sensors(Set<SensorId> ids) {
        Instant now = now();
        Rows<SensorId, Sensor> rows = desk.stores().sensors().rows();
        for (SensorId id : ids) {
            Sensor s = rows.get(id);
            if (s == null) {
                sensors.remove(id.value());
            } else {
                put(s, now);
            }
        }
        sensors.publish();
    }

    /// What was said goes out of date without anybody saying so.
    private void age(Instant now) {
        desk.stores().sensors().rows().values().forEach(s -> put(s, now));
        sensors.publish();
    }

    private void put(Sensor s, Instant now) {
        SensorState state = face.state(s, now);
        boolean ofNow = state == SensorState.NORMAL || state.calls();
        sensors.put(
                s.id().value(),
                s.position(),
                new Symbol.SensorPost(face.letter(s.kind()), state),
                ofNow ? face.value(s) : "");
    }

    private void units(Set<String> ids) {
        Instant now = now();
        Duration promise = peoplePromise(desk);
        Duration gone = desk.city()
                .map(CityFacts::promises)
                .map(p -> p.of("people-gone", PEOPLE_GONE))
                .orElse(PEOPLE_GONE);
        for (String id : ids) {
            FieldUnit u = desk.stores().units().rows().get(id);
            Duration age = u == null ? Duration.ZERO : Duration.between(u.at(), now);
            if (u == null || age.compareTo(gone) > 0) {
                units.remove(id);
            } else {
                boolean stale = age.compareTo(promise) > 0;
                Double told = u.headingDegrees();
                double heading = told == null ? Double.NaN : told;
                Symbol symbol = switch (u.kind()) {
                    case "vehicle" -> new Symbol.Vehicle(heading, stale);
                    case "drone" -> new Symbol.Drone(heading, stale);
                    default -> new Symbol.Person(heading, stale);
                };
                units.put(id, u.position(), u.at(), symbol, u.name());
            }
        }
        units.publish();
    }

    /// How long the last word of somebody in the field is one of now.
    static Duration peoplePromise(Desk desk) {
        return desk.city()
                .map(CityFacts::promises)
                .map(p -> p.of("people", PEOPLE_PROMISE))
                .orElse(PEOPLE_PROMISE);
    }

    private Instant now() {
        return desk.stores().clock().instant();
    }

    private static MarkShape shape(Case value) {
        return switch (Clocks.shape(value.subject().kind())) {
            case CIRCLE -> MarkShape.CIRCLE;
            case SQUARE -> MarkShape.SQUARE;
            case DIAMOND -> MarkShape.DIAMOND;
            case TRIANGLE -> MarkShape.TRIANGLE;
        };
    }

    private static MarkFill fill(Light light) {
        return switch (light) {
            case GREEN -> MarkFill.HOLLOW;
            case YELLOW -> MarkFill.HALF;
            case RED -> MarkFill.SOLID;
            case PAUSED -> MarkFill.BARS;
            case CLOSED -> MarkFill.TICK;
            case VOID -> MarkFill.CROSS;
            case NONE -> MarkFill.UNKNOWN;
        };
    }

    private static Fx on(ScheduledExecutorService thread) {
        return new Fx() {
            @Override
            public void execute(Runnable task) {
                thread.execute(told(task));
            }

            @Override
            public void after(Duration delay, Runnable task) {
                var _ = thread.schedule(told(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        };
    }

    /// A scheduler keeps to itself what a task fails of, and never starts it again.
    private static Runnable told(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("the map's live layers were not written whole; the next change tries again", e);
            }
        };
    }
}
