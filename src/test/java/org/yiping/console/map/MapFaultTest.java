package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.style.LayerStack;
import org.yiping.domain.geo.Position;

/// What goes wrong in one frame or tile costs that one and nothing else.
class MapFaultTest {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));

    private final ArrayDeque<Runnable> steps = new ArrayDeque<>();
    private final List<Frame> frames = new ArrayList<>();
    private final MapCamera camera = new MapCamera(0, 0, 1, 600, 400);
    private boolean refusing;

    private final MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), this::execute, 1);

    @Test
    void aSinkThatFailsWithAnErrorLosesNoBuffer() {
        int[] failures = {5};
        MapScreen screen = engine.open(frame -> {
            if (failures[0]-- > 0) {
                throw new StackOverflowError("of a sink");
            }
            keep(frame);
        });
        for (int i = 0; i < 6; i++) {
            screen.look(camera.at(10 * i, 0));
            runAll();
        }
        assertThat(frames.getLast().isComplete()).isTrue();
        assertThat(frames.getFirst().isWhole())
                .as("nobody has seen the frames before")
                .isTrue();
    }

    @Test
    void aFrameThatCannotBeDrawnLeavesTheOldPictureAndTheNextOneComes() {
        MapScreen screen = engine.open(this::keep);
        screen.look(camera);
        runAll();
        int drawn = frames.size();
        engine.style(looks(null, TestStyle.night().palette().density()));
        screen.look(camera.at(900, 0));
        runAll();
        assertThat(frames).hasSize(drawn);
        engine.style(TestStyle.day());
        runAll();
        assertThat(frames.getLast().isComplete()).isTrue();
        assertThat(frames.getLast().camera().centreX()).isEqualTo(900);
    }

    @Test
    void aTileThatCannotBeDrawnIsNotWaitedForAndTheWindowLivesOn() {
        engine.style(looks(TestStyle.night().palette().ground(), null));
        MapScreen screen = engine.open(this::keep);
        screen.stack(LayerStack.plain().heat("components"));
        screen.look(camera);
        runAll();
        assertThat(engine.isIdle()).isTrue();
        engine.style(TestStyle.day());
        runAll();
        assertThat(frames.getLast().isComplete()).isTrue();
        assertThat(engine.isIdle()).isTrue();
    }

    @Test
    void anExecutorThatRefusesOnceIsAskedAgain() {
        MapScreen screen = engine.open(this::keep);
        refusing = true;
        assertThatThrownBy(() -> screen.look(camera)).isInstanceOf(RejectedExecutionException.class);
        refusing = false;
        screen.look(camera);
        runAll();
        assertThat(frames.getLast().isComplete()).isTrue();
    }

    @Test
    void aWindowOfOnePixelHasAPicture() {
        MapScreen screen = engine.open(this::keep);
        screen.look(camera.sized(1, 1));
        runAll();
        assertThat(frames.getLast().isComplete()).isTrue();
        screen.look(camera);
        runAll();
        assertThat(frames.getLast().width()).isEqualTo(600);
    }

    @Test
    void aWholeWallInOneWindowKeepsOnlyOnePictureOnItsWay() {
        MapScreen screen = engine.open(frames::add);
        MapCamera wall = new MapCamera(0, 0, 64, 11520, 3240);
        screen.look(wall);
        runAll();
        screen.look(wall.at(40_000, 0));
        runAll();
        assertThat(frames).hasSize(1);
        frames.removeFirst().release();
        runAll();
        assertThat(frames).hasSize(1);
        assertThat(frames.getFirst().width()).isEqualTo(11520);
    }

    @Test
    void ofBuffersNotMoreAreKeptThanAFewScreensNeed() {
        PictureBuffers buffers = PictureBuffers.ofDesk();
        List<int[]> out = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            out.add(buffers.take(1920 * 1080));
        }
        for (int[] pixels : out) {
            pixels[0] = 1;
            buffers.giveBack(pixels);
        }
        int again = 0;
        for (int i = 0; i < 18; i++) {
            again += buffers.take(1920 * 1080)[0];
        }
        assertThat(again).isEqualTo(4);
    }

    private void keep(Frame frame) {
        frames.add(frame);
        frame.release();
    }

    private void execute(Runnable work) {
        if (refusing) {
            throw new RejectedExecutionException("closed");
        }
        steps.add(work);
    }

    private void runAll() {
        while (!steps.isEmpty()) {
            steps.remove().run();
        }
    }

    /// Looks that lack the colours of frames, or of a heat in tiles.
    @SuppressWarnings("NullAway") // the fault itself
    private static MapStyle looks(Palette.@Nullable Ground ground, Palette.@Nullable Density density) {
        MapStyle good = TestStyle.night();
        Palette p = good.palette();
        return new MapStyle(
                new Palette(ground, p.roads(), p.words(), p.lights(), p.marks(), density, p.ramp()),
                good.regular(),
                good.bold(),
                good.generalisation(),
                good.plan());
    }
}
