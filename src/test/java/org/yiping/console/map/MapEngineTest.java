package org.yiping.console.map;

// long because the engine is tested as a whole

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

class MapEngineTest {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));
    private static final int LAND = TestStyle.night().palette().ground().land();
    private static final int DAY_LAND = TestStyle.day().palette().ground().land();
    private static final int WATER = TestStyle.night().palette().ground().water();

    private final ArrayDeque<Runnable> steps = new ArrayDeque<>();
    private final List<Frame> frames = new ArrayList<>();
    private final int[] picture = new int[600 * 400];
    private final MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), steps::add, 1);
    private final MapCamera camera = new MapCamera(0, 0, 1, 600, 400);

    @Test
    void becomesCompleteAndThenRests() {
        engine.ground(lake());
        open().look(camera);
        runAll();
        assertThat(frames.getLast().isComplete()).isTrue();
        assertThat(picture).containsOnly(WATER);
        assertThat(engine.isIdle()).isTrue();
        int drawn = frames.size();
        runAll();
        assertThat(frames).hasSize(drawn);
    }

    @Test
    void aWindowThatLooksAtNothingYetIsNoDrawnMap() {
        engine.ground(lake());
        MapScreen screen = open();
        runAll();
        assertThat(engine.isDrawn()).isFalse();
        screen.look(camera);
        assertThat(engine.isDrawn()).isFalse();
        runAll();
        assertThat(engine.isDrawn()).isTrue();
        open();
        assertThat(engine.isDrawn())
                .as("beside one that waits for its first wish")
                .isTrue();
    }

    @Test
    void showsTheOldPictureEnlargedWhereNewTilesAreMissing() {
        engine.ground(lake());
        MapScreen screen = open();
        screen.look(camera);
        runAll();
        screen.look(camera.stepped(2, 300, 200));
        steps.remove().run();
        assertThat(frames.getLast().isComplete()).isFalse();
        assertThat(picture).containsOnly(WATER);
        screen.look(camera.stepped(-2, 300, 200));
        steps.remove().run();
        assertThat(picture[200 * 600 + 300]).isEqualTo(WATER);
        screen.look(camera.zoomed(0.9, 300, 200), camera.stepped(2, 300, 200));
        runAll();
        assertThat(frames.getLast().isComplete()).isFalse();
        assertThat(picture).containsOnly(WATER);
    }

    @Test
    void showsTheWholeCityCoarselyWhereItHasNeverLooked() {
        engine.ground(lake());
        MapScreen screen = open();
        screen.look(camera);
        runAll();
        screen.look(camera.at(1500, 900));
        steps.remove().run();
        assertThat(frames.getLast().isComplete()).isFalse();
        assertThat(picture).containsOnly(WATER);
    }

    @Test
    void keepsTheOldColoursUntilTheNewTilesAreThere() {
        MapScreen screen = open();
        screen.look(camera);
        runAll();
        assertThat(picture).containsOnly(LAND);
        engine.style(TestStyle.day());
        steps.remove().run();
        assertThat(frames.getLast().isComplete()).isFalse();
        assertThat(picture).containsOnly(LAND);
        runAll();
        assertThat(frames.getLast().isComplete()).isTrue();
        assertThat(picture).containsOnly(DAY_LAND);
    }

    @Test
    void waitsForABufferAndThenShowsOnlyTheNewest() {
        MapScreen screen = engine.open(frames::add);
        screen.look(camera);
        runAll();
        for (int i = 0; i < 10; i++) {
            screen.look(camera.at(i, 0));
            runAll();
        }
        assertThat(frames).hasSize(3);
        frames.getFirst().release();
        frames.getFirst().release();
        runAll();
        assertThat(frames).hasSize(4);
        assertThat(frames.getLast().camera().centreX()).isEqualTo(9);
    }

    @Test
    void drawsNothingWhilePausedNorAfterItIsClosed() {
        LiveLayer people = engine.layer(LayerSpec.moving("people"));
        MapScreen screen = open();
        screen.look(camera);
        runAll();
        int drawn = frames.size();
        screen.pause();
        people.put("p", at(0, 0), new Symbol.Person(false), "");
        people.publish();
        runAll();
        assertThat(frames).hasSize(drawn);
        screen.look(camera);
        runAll();
        assertThat(frames).hasSizeGreaterThan(drawn);
        drawn = frames.size();
        screen.close();
        people.publish();
        screen.look(camera.at(5000, 5000));
        runAll();
        assertThat(frames).hasSize(drawn);
        assertThat(engine.isIdle()).isTrue();
    }

    @Test
    void drawsNothingAnewWhereNothingDrawnHasChangedButSaysSo() {
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        cases.put("a", at(0, 0), mark(), "words");
        cases.publish(1);
        List<Long> told = new ArrayList<>();
        MapScreen screen = engine.open(new FrameSink() {
            @Override
            public void ready(Frame frame) {
                frames.add(frame);
                frame.release();
            }

            @Override
            public void unchanged(Map<String, Long> states) {
                told.add(states.get("cases"));
            }
        });
        screen.look(camera);
        runAll();
        int drawn = frames.size();
        assertThat(frames.getLast().state("cases")).isEqualTo(1);
        cases.put("a", at(0, 0), mark(), "words");
        cases.publish(2);
        runAll();
        assertThat(frames).hasSize(drawn);
        assertThat(told).containsExactly(2L);
        cases.put("a", at(5, 0), mark(), "words");
        cases.publish(3);
        runAll();
        assertThat(frames).hasSize(drawn + 1);
        assertThat(frames.getLast().state("cases")).isEqualTo(3);
        cases.put("a", at(5, 0), new Symbol.CaseMark(MarkShape.SQUARE, MarkFill.SOLID), "words");
        cases.publish(4);
        runAll();
        assertThat(frames).hasSize(drawn + 2);
        screen.emphasise(Emphasis.NONE.selecting(new Hit.Feature("cases", "a")));
        runAll();
        assertThat(frames).hasSize(drawn + 3);
    }

    @Test
    void picksTheTopmostAndOfItTheNearest() {
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        LiveLayer cameras = engine.layer(LayerSpec.posts("cameras"));
        cases.put("far", at(6, 0), mark(), "");
        cases.put("near", at(3, 0), mark(), "");
        cases.publish();
        cameras.put("camera", at(0, 0), new Symbol.CameraPost(true, 0, 60), "");
        cameras.put("alone", at(100, 0), new Symbol.CameraPost(true, 0, 60), "");
        cameras.publish();
        assertThat(engine.pick(camera, 300, 200, 8, Set.of())).contains(new Hit.Feature("cases", "near"));
        assertThat(engine.pick(camera, 300, 200, 8, Set.of("cases"))).contains(new Hit.Feature("cameras", "camera"));
        assertThat(engine.pick(camera, 400, 200, 8, Set.of())).contains(new Hit.Feature("cameras", "alone"));
        assertThat(engine.pick(camera, 450, 200, 8, Set.of())).isEmpty();
    }

    @Test
    void picksCountedGroupsInFarViews() {
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        for (int i = 0; i < 7; i++) {
            cases.put("c" + i, at(i * 10, 20), mark(), "");
        }
        cases.publish();
        MapCamera far = camera.zoomed(ZoomLevels.metresPerPixel(12), 300, 200);
        Hit hit =
                engine.pick(far, far.screenX(30), far.screenY(20), 8, Set.of()).orElseThrow();
        assertThat(hit).isInstanceOfSatisfying(Hit.Group.class, group -> {
            assertThat(group.count()).isEqualTo(7);
            assertThat(group.around().grown(0.01).covers(new CityBox(0, 20, 60, 20)))
                    .isTrue();
        });
    }

    @Test
    void findsWhatIsInACircleABoxAndAPolygon() {
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        cases.put("middle", at(0, 0), mark(), "");
        cases.put("corner", at(90, 90), mark(), "");
        cases.put("out", at(300, 0), mark(), "");
        cases.publish();
        cases.put("unpublished", at(1, 1), mark(), "");
        assertThat(engine.query(new Region.Circle(0, 0, 100))).isEqualTo(Map.of("cases", List.of("middle")));
        assertThat(engine.query(new Region.Box(new CityBox(-100, -100, 100, 100)))
                        .get("cases"))
                .containsExactlyInAnyOrder("middle", "corner");
        assertThat(engine.query(new Region.Polygon(
                        List.of(new CityPoint(50, 50), new CityPoint(200, 80), new CityPoint(80, 200)))))
                .isEqualTo(Map.of("cases", List.of("corner")));
    }

    @Test
    void aRemovedFeatureIsGoneAndTheOthersStay() {
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        for (int i = 0; i < 5; i++) {
            cases.put("c" + i, at(i, 0), mark(), "");
        }
        cases.remove("c1");
        cases.remove("c4");
        cases.remove("never");
        cases.put("c3", at(50, 0), mark(), "");
        cases.publish();
        assertThat(engine.query(new Region.Circle(0, 0, 10)).get("cases")).containsExactlyInAnyOrder("c0", "c2");
        assertThat(engine.query(new Region.Circle(50, 0, 1)).get("cases")).containsExactly("c3");
    }

    @Test
    void manyThreadsAndManyWishesEndInOneCompletePicture() throws InterruptedException {
        Random random = new Random(9);
        BlockingQueue<MapCamera> complete = new LinkedBlockingQueue<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            MapEngine busy = new MapEngine(PROJECTION, TestStyle.night(), pool, 3);
            LiveLayer people = busy.layer(LayerSpec.moving("people"));
            MapScreen screen = busy.open(frame -> {
                if (frame.isComplete()) {
                    complete.add(frame.camera());
                }
                frame.release();
            });
            MapCamera last = camera;
            for (int i = 0; i < 300; i++) {
                last = camera.at(random.nextInt(4000) - 2000.0, random.nextInt(4000) - 2000.0)
                        .stepped(random.nextInt(7) - 3, 10, 10);
                screen.look(last);
                if (i % 50 == 0) {
                    busy.ground(lake());
                }
                people.put("p" + i % 20, at(i, i), new Symbol.Person(false), "");
                people.publish();
            }
            MapCamera seen = null;
            while (!last.equals(seen)) {
                seen = complete.poll(20, TimeUnit.SECONDS);
                assertThat(seen).as("a complete picture of the last wish").isNotNull();
            }
            screen.close();
        }
    }

    private MapScreen open() {
        return engine.open(frame -> {
            frames.add(frame);
            frame.apply(picture);
            frame.release();
        });
    }

    private void runAll() {
        while (!steps.isEmpty()) {
            steps.remove().run();
        }
    }

    private static CityGround lake() {
        AreaLayer water = AreaLayer.in(PROJECTION, AreaKind.WATER)
                .add("", "", List.of(Arrays.asList(at(-4000, -4000), at(4000, -4000), at(4000, 4000), at(-4000, 4000))))
                .build();
        return new CityGround(List.of(water), LineLayer.empty(), List.of());
    }

    private static Symbol mark() {
        return new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.HOLLOW);
    }

    private static Position at(double x, double y) {
        return PROJECTION.toPosition(new CityPoint(x, y));
    }
}
