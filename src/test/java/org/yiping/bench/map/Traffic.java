package org.yiping.bench.map;

import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.LayerSpec;
import org.yiping.console.map.LiveLayer;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.Symbol;

/// Cases, cameras and movers of a city in the engine's live layers, published as the console does, ten times a second:
/// a thousand cases a second are found elsewhere, under another light, and every mover has gone on. One writer thread.
final class Traffic implements AutoCloseable {
    private static final int BATCHES = 10;
    private static final int UPDATES = 1000;
    private static final int MOVERS = 2000;
    /// Movers are about the middle of the city, where the window is.
    private static final double HEART_METRES = 3000;

    private final BigCity city;
    private final LiveLayer cases;
    private final LiveLayer movers;
    private final CityPoint[] places = new CityPoint[MOVERS];
    private final Random random = new Random(11);
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
    private @Nullable ScheduledFuture<?> beat;

    Traffic(BigCity city, MapEngine engine) throws Exception {
        this.city = city;
        cases = engine.layer(LayerSpec.cases("cases"));
        LiveLayer cameras = engine.layer(LayerSpec.posts("cameras"));
        movers = engine.layer(LayerSpec.moving("units"));
        writer.submit(() -> {
                    city.cases((id, at, mark) -> cases.put(id, at, mark, "市民反映路灯不亮"));
                    cases.publish();
                    city.cameras((id, at, post) -> cameras.put(id, at, post, "路口球机"));
                    cameras.publish();
                    for (int i = 0; i < MOVERS; i++) {
                        places[i] = new CityPoint(
                                city.heart().x() + random.nextDouble(-HEART_METRES, HEART_METRES),
                                city.heart().y() + random.nextDouble(-HEART_METRES, HEART_METRES));
                    }
                    move();
                })
                .get();
    }

    /// Changes begin; without movers only cases.
    void start(boolean withMovers) {
        beat = writer.scheduleAtFixedRate(
                () -> {
                    for (int i = 0; i < UPDATES / BATCHES; i++) {
                        cases.put(
                                "k-" + random.nextInt(BigCity.CASES),
                                city.casePlace(random),
                                city.caseMark(random),
                                "市民反映路灯不亮");
                    }
                    cases.publish();
                    if (withMovers) {
                        move();
                    }
                },
                0,
                1000 / BATCHES,
                TimeUnit.MILLISECONDS);
    }

    void stop() throws Exception {
        if (beat != null) {
            beat.cancel(false);
            writer.submit(() -> {}).get();
        }
    }

    private void move() {
        for (int i = 0; i < MOVERS; i++) {
            double heading = i * 37 % 360;
            CityPoint at = places[i];
            CityPoint next = new CityPoint(
                    at.x() + Math.sin(Math.toRadians(heading)), at.y() + Math.cos(Math.toRadians(heading)));
            places[i] = next;
            movers.put(
                    "m-" + i,
                    city.projection().toPosition(next),
                    i % 3 == 0 ? new Symbol.Vehicle(heading, false) : new Symbol.Person(false),
                    "");
        }
        movers.publish();
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }
}
