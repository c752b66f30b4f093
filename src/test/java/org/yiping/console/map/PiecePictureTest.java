package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

/// Tiles with the overlay laid upon them are the picture the engine draws in its own buffer.
class PiecePictureTest {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));
    private static final int WIDTH = 600;
    private static final int HEIGHT = 420;

    private final ArrayDeque<Runnable> steps = new ArrayDeque<>();
    private final MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), steps::add, 1);
    private final LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
    private final Random random = new Random(5);

    /// A window that puts pieces together, or one that is shown pictures.
    private static final class Window implements FrameSink {
        private final boolean pieces;
        private final int[] pixels = new int[WIDTH * HEIGHT];
        private final List<Object> drawn = new ArrayList<>();
        private @Nullable Frame kept;
        private boolean keeps;
        private int frames;
        private int unchanged;

        Window(boolean pieces) {
            this.pieces = pieces;
        }

        @Override
        public boolean takesPieces() {
            return pieces;
        }

        @Override
        public void ready(Frame frame) {
            frames++;
            if (pieces) {
                assertThat(frame.isWhole()).isTrue();
                Arrays.fill(pixels, 0);
                drawn.clear();
                frame.ground().forEach(this::put);
                assertThat(pixels).as("no place without ground").doesNotContain(0);
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = Blend.over(pixels[i], frame.pixels()[i]);
                }
            } else {
                frame.apply(pixels);
            }
            if (keeps) {
                kept = frame;
            } else {
                frame.release();
            }
        }

        @Override
        public void unchanged(Map<String, Long> states) {
            unchanged++;
        }

        /// The nearest pixel of the piece.
        private void put(Piece piece) {
            drawn.add(piece.drawn());
            PixelBox box = piece.box();
            for (int y = Math.max(0, box.top()); y < Math.min(HEIGHT, box.bottom()); y++) {
                for (int x = Math.max(0, box.left()); x < Math.min(WIDTH, box.right()); x++) {
                    int column = (x - box.left()) * piece.side() / box.width();
                    int row = (y - box.top()) * piece.side() / box.height();
                    pixels[y * WIDTH + x] = piece.pixels()[row * piece.side() + column];
                }
            }
        }
    }

    @Test
    void tilesAndOverlayComeToTheSamePicture() {
        engine.ground(ground());
        Window whole = new Window(false);
        Window pieces = new Window(true);
        MapScreen one = engine.open(whole);
        MapScreen other = engine.open(pieces);
        MapCamera camera = new MapCamera(0, 0, 1, WIDTH, HEIGHT);
        for (int turn = 0; turn < 30; turn++) {
            for (int i = 0; i < 12; i++) {
                Symbol mark = new Symbol.CaseMark(MarkShape.values()[i % 4], MarkFill.values()[random.nextInt(7)]);
                cases.put("k" + random.nextInt(80), somewhere(), mark, i % 3 == 0 ? "道路积水" : "");
            }
            cases.publish();
            camera = turn % 3 == 0 ? camera.panned(random.nextInt(401) - 200, random.nextInt(81) - 40) : camera;
            Hit.Feature picked = new Hit.Feature("cases", "k" + random.nextInt(80));
            Emphasis emphasis = Emphasis.NONE.selecting(picked);
            for (MapScreen screen : List.of(one, other)) {
                screen.emphasise(turn % 2 == 0 ? emphasis : Emphasis.NONE);
                screen.look(camera);
            }
            // some pictures find tiles missing
            for (int i = random.nextInt(20); i > 0 && !steps.isEmpty(); i--) {
                steps.remove().run();
            }
            runAll();
            assertThat(worst(whole.pixels, pieces.pixels))
                    .as("in turn %s", turn)
                    .isLessThanOrEqualTo(2);
            assertThat(other.isDrawn(engine.scene())).isTrue();
        }
        assertThat(pieces.frames).isGreaterThan(20);
    }

    @Test
    void whatShowsAsBeforeIsNotHandedOut() {
        Window pieces = new Window(true);
        engine.open(pieces).look(new MapCamera(0, 0, 1, WIDTH, HEIGHT));
        runAll();
        int frames = pieces.frames;
        cases.put(
                "far",
                PROJECTION.toPosition(new CityPoint(9000, 0)),
                new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.HALF),
                "");
        cases.publish(2);
        runAll();
        assertThat(pieces.frames).isEqualTo(frames);
        assertThat(pieces.unchanged).isPositive();
    }

    @Test
    void missingTilesAreStoodInForByThoseOfAnotherScale() {
        engine.ground(ground());
        Window pieces = new Window(true);
        MapScreen screen = engine.open(pieces);
        screen.look(new MapCamera(0, 0, 2, WIDTH, HEIGHT));
        runAll();
        List<Object> coarse = List.copyOf(pieces.drawn);
        screen.look(new MapCamera(0, 0, 1, WIDTH, HEIGHT));
        steps.remove().run();
        assertThat(pieces.drawn.subList(1, pieces.drawn.size()))
                .as("above the bare ground")
                .isNotEmpty();
        assertThat(coarse).containsAll(pieces.drawn.subList(1, pieces.drawn.size()));
        runAll();
        assertThat(coarse).doesNotContainAnyElementsOf(pieces.drawn);
    }

    @Test
    void aTileIsNotDrawnOverWhileAFrameShowsIt() {
        engine.ground(ground());
        Window pieces = new Window(true);
        pieces.keeps = true;
        engine.open(pieces).look(new MapCamera(0, 0, 1, WIDTH, HEIGHT));
        for (int i = 0; i < 400 && pieces.kept == null; i++) {
            steps.remove().run();
        }
        while (!steps.isEmpty() && (pieces.kept == null || pieces.kept.ground().size() < 2)) {
            steps.remove().run();
        }
        Frame held = pieces.kept;
        assertThat(held).isNotNull();
        List<int[]> then = held.ground().stream().map(p -> p.pixels().clone()).toList();
        for (int i = 0; i < 4; i++) {
            engine.style(i % 2 == 0 ? TestStyle.wall() : TestStyle.night());
            runAll();
        }
        for (int i = 0; i < then.size(); i++) {
            assertThat(held.ground().get(i).pixels()).isEqualTo(then.get(i));
        }
    }

    @Test
    void whatIsHalfSeenIsCutOutAsFarAsItIs() {
        for (int alpha = 0; alpha <= 255; alpha++) {
            int part = (200 * alpha + 127) / 255;
            int above = alpha << 24 | part << 16 | (90 * alpha + 127) / 255 << 8;
            int[] black = {Blend.over(0xFF000000, above)};
            int[] white = {Blend.over(0xFFFFFFFF, above)};
            PieceComposer.cut(black, white);
            for (int below : new int[] {0xFF000000, 0xFF808080, 0xFFFFFFFF, 0xFF203040}) {
                int[] wanted = {Blend.over(below, above)};
                int[] got = {Blend.over(below, black[0])};
                assertThat(worst(wanted, got)).as("alpha %s", alpha).isLessThanOrEqualTo(2);
            }
        }
    }

    private static int worst(int[] a, int[] b) {
        int worst = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                worst = Math.max(worst, Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255)));
            }
        }
        return worst;
    }

    private void runAll() {
        while (!steps.isEmpty()) {
            steps.remove().run();
        }
    }

    private static CityGround ground() {
        LineLayer.Builder roads = LineLayer.in(PROJECTION);
        for (int i = -6; i < 6; i++) {
            CityPoint from = new CityPoint(i * 300, -2000);
            CityPoint to = new CityPoint(i * 300 + 500, 2000);
            roads.add(RoadClass.MAJOR, "解放大道" + i, List.of(PROJECTION.toPosition(from), PROJECTION.toPosition(to)));
        }
        return new CityGround(List.of(), roads.build(), List.of());
    }

    private Position somewhere() {
        return PROJECTION.toPosition(
                new CityPoint((random.nextDouble() - 0.5) * 900, (random.nextDouble() - 0.5) * 700));
    }
}
