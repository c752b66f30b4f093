package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.geo.Position;

/// A picture put together of parts is the picture drawn whole.
class PartPictureTest {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));
    private static final int WIDTH = 700;
    private static final int HEIGHT = 500;

    private final ArrayDeque<Runnable> steps = new ArrayDeque<>();

    /// What a window has on its screen.
    private static final class Shown implements FrameSink {
        private final int[] pixels = new int[WIDTH * HEIGHT];
        private @Nullable Frame last;
        private int frames;
        private int whole;
        private int unchanged;
        private long drawn;

        @Override
        public void ready(Frame frame) {
            frame.apply(pixels);
            last = frame;
            frames++;
            whole += frame.isWhole() ? 1 : 0;
            drawn += frame.changed().stream()
                    .mapToLong(b -> (long) b.width() * b.height())
                    .sum();
            frame.release();
        }

        @Override
        public void unchanged(Map<String, Long> states) {
            unchanged++;
        }
    }

    @ParameterizedTest
    @CsvSource({"night, 5", "night, 7", "night, 9", "night, 12", "wall, 8"})
    void randomChangesAndPansLeaveThePictureThatIsDrawnWhole(String looks, int level) {
        MapStyle style = looks.equals("wall") ? TestStyle.wall() : TestStyle.night();
        MapEngine engine = new MapEngine(PROJECTION, style, steps::add, 1);
        engine.ground(ground());
        double scale = ZoomLevels.metresPerPixel(level);
        Random random = new Random(level);
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        LiveLayer posts = engine.layer(LayerSpec.posts("posts"));
        LiveLayer people = engine.layer(LayerSpec.moving("people"));
        for (int i = 0; i < 300; i++) {
            putCase(cases, i, random, scale);
            posts.put("c" + i, somewhere(random, scale), new Symbol.CameraPost(i % 7 > 0, i, 60), "");
            people.put("p" + i, somewhere(random, scale), new Symbol.Person(i % 5 == 0), "");
        }
        cases.publish();
        posts.publish();
        people.publish();
        Shown parts = new Shown();
        MapScreen screen = engine.open(parts);
        MapCamera camera = new MapCamera(0, 0, scale, WIDTH, HEIGHT);
        for (int turn = 0; turn < 60; turn++) {
            switch (random.nextInt(7)) {
                case 0 -> camera = camera.panned(random.nextInt(81) - 40, random.nextInt(81) - 40);
                case 1 -> camera = camera.panned(random.nextInt(1200) - 600, 0);
                case 2 -> {
                    for (int i = 0; i < 20; i++) {
                        Instant at = Instant.EPOCH.plusSeconds(10L * turn + 10);
                        Symbol walking = new Symbol.Person(37.0 * turn + i, false);
                        people.put("p" + i, somewhere(random, scale), at, walking, "");
                    }
                    people.publish();
                }
                case 3 -> posts.remove("c" + random.nextInt(300));
                case 4 -> {
                    Hit.Feature picked = new Hit.Feature("cases", "k" + random.nextInt(300));
                    screen.emphasise(Emphasis.NONE.selecting(picked).withTrails(turn % 3 > 0));
                }
                default -> putCase(cases, random.nextInt(300), random, scale);
            }
            cases.publish();
            posts.publish();
            screen.look(camera);
            // some frames find tiles missing
            for (int i = random.nextInt(30); i > 0 && !steps.isEmpty(); i--) {
                steps.remove().run();
            }
            if (turn % 3 == 0) {
                runAll();
                int[] composed = parts.pixels.clone();
                Arrays.fill(parts.pixels, 0);
                screen.renew();
                runAll();
                assertThat(differing(composed, parts.pixels))
                        .as("pixels that differ in turn %s", turn)
                        .isZero();
            }
        }
        assertThat(parts.frames - parts.whole).as("frames of parts").isGreaterThan(20);
    }

    @Test
    void whatChangesFarAwayDrawsNothingAndIsAcknowledged() {
        MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), steps::add, 1);
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        cases.put("near", at(0, 0), new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.HOLLOW), "");
        cases.publish(1);
        Shown shown = new Shown();
        engine.open(shown).look(new MapCamera(0, 0, 1, WIDTH, HEIGHT));
        runAll();
        int frames = shown.frames;
        cases.put("far", at(9000, 0), new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.HOLLOW), "");
        cases.publish(2);
        runAll();
        assertThat(shown.frames).isEqualTo(frames);
        assertThat(shown.unchanged).isEqualTo(1);
        long drawn = shown.drawn;
        cases.put("near", at(0, 0), new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.HALF), "");
        cases.publish(3);
        runAll();
        assertThat(shown.frames).isEqualTo(frames + 1);
        assertThat(shown.drawn - drawn).isLessThan(WIDTH * HEIGHT / 20);
        assertThat(shown.last)
                .isNotNull()
                .satisfies(f -> assertThat(f.state("cases")).isEqualTo(3));
    }

    /// Of a group that stands for a whole divided square no single row is known.
    @ParameterizedTest
    @CsvSource({"night", "wall"})
    void aCrowdOnOneSpotIsDrawnAsOneGroup(String looks) {
        MapEngine engine =
                new MapEngine(PROJECTION, looks.equals("wall") ? TestStyle.wall() : TestStyle.night(), steps::add, 1);
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        Shown shown = new Shown();
        MapScreen screen = engine.open(shown);
        screen.look(new MapCamera(0, 0, ZoomLevels.metresPerPixel(14), WIDTH, HEIGHT));
        runAll();
        int[] empty = shown.pixels.clone();
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            cases.put(
                    "k" + i,
                    at(random.nextDouble(60), random.nextDouble(60)),
                    new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.HOLLOW),
                    "");
        }
        cases.publish(7);
        runAll();
        assertThat(shown.last)
                .isNotNull()
                .satisfies(f -> assertThat(f.state("cases")).isEqualTo(7));
        assertThat(differing(empty, shown.pixels)).isPositive();
    }

    /// Between two levels what was worked out is moved; a window that has none yet must come to the same picture.
    @Test
    void inMotionWhatIsKeptLooksLikeWhatIsWorkedOutAnew() {
        MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), steps::add, 1);
        engine.ground(ground());
        Random random = new Random(9);
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        LiveLayer people = engine.layer(LayerSpec.moving("people"));
        for (int i = 0; i < 300; i++) {
            putCase(cases, i, random, 2);
            people.put("p" + i, somewhere(random, 2), new Symbol.Person(i % 5 == 0), "");
        }
        cases.publish();
        people.publish();
        Shown shown = new Shown();
        MapScreen screen = engine.open(shown);
        MapCamera rest = new MapCamera(0, 0, ZoomLevels.metresPerPixel(8), WIDTH, HEIGHT);
        screen.look(rest);
        runAll();
        for (int i = 1; i < 40; i++) {
            double scale = rest.metresPerPixel() * Math.pow(2, i / 40.0 - 0.49);
            screen.look(rest.zoomed(scale, 100 + 10 * i, 200), rest);
            if (i % 9 == 0) {
                putCase(cases, random.nextInt(300), random, 2);
                cases.publish();
            }
            if (i % 13 == 0) {
                // names are placed anew where it rests, and those are what moves from there on
                screen.look(rest.zoomed(ZoomLevels.metresPerPixel(i == 13 ? 7 : 9), 100 + 10 * i, 200));
                runAll();
                screen.look(rest.zoomed(scale, 100 + 10 * i, 200), rest);
            }
            runAll();
            int[] moved = shown.pixels.clone();
            screen.renew();
            runAll();
            assertThat(differing(moved, shown.pixels))
                    .as("pixels that differ at %s m/px", scale)
                    .isZero();
        }
    }

    private static void putCase(LiveLayer cases, int i, Random random, double scale) {
        Symbol mark = new Symbol.CaseMark(MarkShape.values()[i % 4], MarkFill.values()[random.nextInt(7)]);
        cases.put("k" + i, somewhere(random, scale), mark, i % 3 == 0 ? "道路积水" : "");
    }

    private static int differing(int[] a, int[] b) {
        int n = 0;
        for (int i = 0; i < a.length; i++) {
            n += a[i] != b[i] ? 1 : 0;
        }
        return n;
    }

    private void runAll() {
        while (!steps.isEmpty()) {
            steps.remove().run();
        }
    }

    private static CityGround ground() {
        AreaLayer.Builder water = AreaLayer.in(PROJECTION, AreaKind.WATER);
        AreaLayer.Builder district = AreaLayer.in(PROJECTION, AreaKind.DISTRICT);
        LineLayer.Builder roads = LineLayer.in(PROJECTION);
        for (int i = -6; i < 6; i++) {
            double x = i * 700;
            water.add("", "", List.of(Arrays.asList(at(x, x), at(x + 200, x), at(x + 90, x + 300))));
            district.add(
                    "d" + i,
                    "江城区",
                    List.of(Arrays.asList(at(x, -4000), at(x + 700, -4000), at(x + 700, 4000), at(x, 4000))));
            roads.add(RoadClass.values()[Math.floorMod(i, 3)], "人民路" + i, List.of(at(-5000, x), at(5000, x + 900)));
            roads.add(RoadClass.MAJOR, "解放大道" + i, List.of(at(x, -5000), at(x + 1500, 5000)));
        }
        return new CityGround(List.of(water.build(), district.build()), roads.build(), List.of());
    }

    private static Position somewhere(Random random, double scale) {
        return at((random.nextDouble() - 0.5) * 1800 * scale, (random.nextDouble() - 0.5) * 1500 * scale);
    }

    private static Position at(double x, double y) {
        return PROJECTION.toPosition(new CityPoint(x, y));
    }
}
