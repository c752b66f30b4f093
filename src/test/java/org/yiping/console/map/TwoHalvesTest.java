package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

/// Work on two threads is all of the work, whatever the second one does; a picture drawn so is the same picture.
class TwoHalvesTest {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));

    private final List<String> done = new ArrayList<>();

    private synchronized void done(String what) {
        done.add(what);
    }

    private static void onAnotherThread(Runnable work) {
        Thread.ofPlatform().start(work);
    }

    @Test
    void aThreadThatIsBusyIsNotWaitedFor() {
        ArrayDeque<Runnable> later = new ArrayDeque<>();
        new TwoHalves(later::add).run(() -> done("first"), () -> done("second"));
        assertThat(done).containsExactly("first", "second");
        later.remove().run();
        assertThat(done).as("it comes too late").hasSize(2);
    }

    @Test
    void whatASecondThreadHasBegunIsWaitedFor() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch firstDone = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicBoolean left = new AtomicBoolean();
        Thread caller = Thread.currentThread();
        new TwoHalves(TwoHalvesTest::onAnotherThread)
                .run(
                        () -> {
                            await(begun);
                            done("first");
                            firstDone.countDown();
                        },
                        () -> {
                            begun.countDown();
                            await(firstDone);
                            while (caller.getState() != Thread.State.WAITING && !left.get()) {
                                Thread.onSpinWait();
                            }
                            done(left.get() ? "left alone" : "second");
                            over.countDown();
                        });
        left.set(true);
        await(over);
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void anExecutorThatIsClosingLeavesAllOfItHere() {
        Executor closing = _ -> {
            throw new RejectedExecutionException("closing");
        };
        new TwoHalves(closing).run(() -> done("first"), () -> done("second"));
        assertThat(done).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void aFailureIsToldWhenBothAreOver() {
        TwoHalves halves = new TwoHalves(TwoHalvesTest::onAnotherThread);
        IllegalArgumentException odd = new IllegalArgumentException("odd");
        assertThatThrownBy(() -> halves.run(() -> done("first"), () -> {
                    throw odd;
                }))
                .hasCause(odd);
        assertThatThrownBy(() -> halves.run(
                        () -> {
                            throw odd;
                        },
                        () -> done("second")))
                .isSameAs(odd);
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void aPictureOfTwoHalvesIsTheWholePicture() {
        ArrayDeque<Runnable> steps = new ArrayDeque<>();
        MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), steps::add, 1);
        LineLayer.Builder roads = LineLayer.in(PROJECTION);
        Random random = new Random(3);
        for (int i = -9; i < 9; i++) {
            roads.add(
                    RoadClass.values()[Math.floorMod(i, 3)],
                    "人民路" + i,
                    List.of(at(-3000, i * 150), at(3000, i * 150 + 500.0)));
        }
        engine.ground(new CityGround(List.of(), roads.build(), List.of()));
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        for (int i = 0; i < 800; i++) {
            Symbol mark = new Symbol.CaseMark(MarkShape.values()[i % 4], MarkFill.values()[i % 7]);
            cases.put("k" + i, at(random.nextDouble(-900, 900), random.nextDouble(-600, 600)), mark, "");
        }
        cases.publish();
        double level = ZoomLevels.metresPerPixel(6);
        MapScreen screen = engine.open(Frame::release);
        for (double times : new double[] {1, 0.8, 1.27}) {
            MapCamera camera = new MapCamera(40, 30, level * times, WIDTH, HEIGHT);
            for (int tiles = 0; tiles < 2; tiles++) {
                assertThat(halved(engine, camera))
                        .as("at %s of a level, tiles %s", times, tiles == 0 ? "missing" : "there")
                        .isEqualTo(whole(engine, camera));
                screen.look(camera.settled());
                while (!steps.isEmpty()) {
                    steps.remove().run();
                }
            }
        }
    }

    private static int[] halved(MapEngine engine, MapCamera camera) {
        FrameComposer composer =
                new FrameComposer(engine.cache(), PictureBuffers.ofDesk(), TwoHalvesTest::onAnotherThread);
        int[] pixels = composer.compose(
                        new FrameComposer.View(camera, true, engine.scene(), engine.shown(Set.of()), Emphasis.NONE))
                .pixels();
        assertThat(pixels).isNotNull();
        return pixels == null ? new int[0] : pixels;
    }

    private static int[] whole(MapEngine engine, MapCamera camera) {
        int[] pixels = new int[WIDTH * HEIGHT];
        Canvas canvas = new Canvas(pixels, WIDTH, HEIGHT);
        List<OverlayCompositor.Shown> layers = engine.shown(Set.of());
        try (GroundCompositor.Ground ground = new GroundCompositor(engine.cache()).look(camera, engine.scene(), true)) {
            ground.paint(canvas, new TileScaler());
        }
        OverlayCompositor overlays = new OverlayCompositor();
        Overlay overlay = overlays.arrange(camera, engine.scene(), layers, Emphasis.NONE);
        overlays.paint(canvas, PixelGrid.of(camera), engine.scene(), overlay, layers, Emphasis.NONE);
        return pixels;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Position at(double x, double y) {
        return PROJECTION.toPosition(new CityPoint(x, y));
    }
}
