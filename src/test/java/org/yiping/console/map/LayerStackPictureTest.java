package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.style.LayerStack;
import org.yiping.domain.geo.Position;

/// What a stack of layers makes of the ground and of what lives on it. Tasks run when the test says so.
class LayerStackPictureTest {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));
    private static final int WATER = 0xFF12283A;
    private static final int LAND = 0xFF10161B;
    private static final int GREEN = 0xFF16251F;
    private static final LayerStack.Entry HALF = LayerStack.Entry.PLAIN.opacity(0.5);
    private static final LayerStack.Entry GONE = LayerStack.Entry.PLAIN.visible(false);

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), tasks::add, 1);
    private final MapCamera camera = new MapCamera(0, 0, 1, 300, 200);
    private final List<int[]> pictures = new ArrayList<>();

    LayerStackPictureTest() {
        AreaLayer.Builder water = AreaLayer.in(PROJECTION, AreaKind.WATER);
        AreaLayer.Builder green = AreaLayer.in(PROJECTION, AreaKind.GREEN);
        water.add("", "", List.of(ring()));
        green.add("", "", List.of(ring()));
        engine.ground(new CityGround(List.of(water.build(), green.build()), LineLayer.empty(), List.of()));
    }

    @Test
    void aLayerIsLeftOutSeenThroughOrPutOverAnother() {
        MapScreen screen = open();
        assertThat(picture(screen, LayerStack.plain())).containsOnly(WATER);
        assertThat(picture(screen, LayerStack.plain().with("water", GONE))).containsOnly(GREEN);
        assertThat(picture(screen, LayerStack.plain().with("water", GONE).with("green", GONE)))
                .containsOnly(LAND);
        assertThat(picture(screen, LayerStack.plain().with("water", HALF))).containsOnly(Blend.mix(GREEN, WATER, 128));
        assertThat(picture(screen, LayerStack.plain().ordered(List.of("water", "green"))))
                .containsOnly(GREEN);
        LayerStack.Entry far = LayerStack.Entry.PLAIN.between(0, 16);
        assertThat(picture(screen, LayerStack.plain().with("water", far))).containsOnly(GREEN);
        assertThat(picture(screen, LayerStack.plain())).containsOnly(WATER);
    }

    @Test
    void windowsWithOtherStacksShowTheirOwnAndEqualOnesShareTiles() {
        MapScreen one = open();
        picture(one, LayerStack.plain());
        int tiles = engine.cache().size();
        MapScreen same = open();
        assertThat(picture(same, LayerStack.plain().with("cases", GONE))).containsOnly(WATER);
        assertThat(engine.cache().size()).isEqualTo(tiles);
        MapScreen other = open();
        assertThat(picture(other, LayerStack.plain().with("water", GONE))).containsOnly(GREEN);
        assertThat(engine.cache().size()).isGreaterThan(tiles);
        one.look(camera.at(40, 0));
        runAll();
        assertThat(pictures.getLast()).containsOnly(WATER);
    }

    @Test
    void theOldPictureStaysUntilTheNewOneIsThere() {
        MapScreen screen = open();
        picture(screen, LayerStack.plain());
        screen.stack(LayerStack.plain().with("water", GONE));
        tasks.remove().run();
        assertThat(pictures.getLast()).containsOnly(WATER);
        runAll();
        assertThat(pictures.getLast()).containsOnly(GREEN);
    }

    @Test
    void theOldLayersStandInAtAnotherScaleToo() {
        MapScreen screen = open();
        picture(screen, LayerStack.plain());
        screen.stack(LayerStack.plain().with("water", GONE));
        screen.look(camera.stepped(-4, 150, 100));
        tasks.remove().run();
        assertThat(pictures.getLast()[100 * 300 + 150]).isEqualTo(WATER);
        runAll();
        assertThat(pictures.getLast()[100 * 300 + 150]).isEqualTo(GREEN);
    }

    @Test
    void aStyleChangedMeanwhileLeavesNoStaleTileInAnyStack() {
        MapScreen screen = open();
        picture(screen, LayerStack.plain());
        picture(screen, LayerStack.plain().with("water", GONE));
        engine.style(TestStyle.day());
        runAll();
        assertThat(picture(screen, LayerStack.plain())).containsOnly(0xFFC6DBE9);
        assertThat(picture(screen, LayerStack.plain().with("water", GONE))).containsOnly(0xFFD6E4D0);
    }

    @Test
    void liveLayersFollowTheStackToo() {
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        LiveLayer cameras = engine.layer(LayerSpec.posts("cameras"));
        Position middle = PROJECTION.toPosition(new CityPoint(0, 0));
        cases.put("case", middle, new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.SOLID), "");
        cameras.put("camera", middle, new Symbol.CameraPost(true, 0, 0), "");
        cases.publish();
        cameras.publish();
        CityPoint at = new CityPoint(0, 0);
        assertThat(engine.pick(camera, at, 8, LayerStack.plain())).contains(new Hit.Feature("cases", "case"));
        assertThat(engine.pick(camera, at, 8, LayerStack.plain().with("cases", GONE)))
                .contains(new Hit.Feature("cameras", "camera"));
        assertThat(engine.pick(camera, at, 8, LayerStack.plain().ordered(List.of("cases", "cameras"))))
                .contains(new Hit.Feature("cameras", "camera"));
        LayerStack.Entry near = LayerStack.Entry.PLAIN.between(17, 30);
        assertThat(engine.pick(camera, at, 8, LayerStack.plain().with("cases", near)))
                .contains(new Hit.Feature("cameras", "camera"));
        assertThat(engine.shown(Set.of(), LayerStack.plain().with("cases", HALF))
                        .getLast()
                        .spec()
                        .opacity())
                .isEqualTo(0.5);
        MapScreen screen = open();
        int[] whole = picture(screen, LayerStack.plain());
        int[] half = picture(screen, LayerStack.plain().with("cases", HALF).with("cameras", GONE));
        int[] none = picture(screen, LayerStack.plain().with("cases", GONE).with("cameras", GONE));
        int centre = 100 * 300 + 150 + 6;
        int red = Blend.mix(none[centre], whole[centre], 128) >> 16 & 255;
        assertThat(half[centre] >> 16 & 255).isBetween(red - 2, red + 2);
    }

    private MapScreen open() {
        int[] shown = new int[camera.width() * camera.height()];
        return engine.open(frame -> {
            frame.apply(shown);
            pictures.add(shown.clone());
            frame.release();
        });
    }

    private int[] picture(MapScreen screen, LayerStack stack) {
        screen.stack(stack);
        screen.look(camera);
        runAll();
        return pictures.getLast();
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private static List<Position> ring() {
        return List.of(
                PROJECTION.toPosition(new CityPoint(-5000, -5000)),
                PROJECTION.toPosition(new CityPoint(5000, -5000)),
                PROJECTION.toPosition(new CityPoint(5000, 5000)),
                PROJECTION.toPosition(new CityPoint(-5000, 5000)));
    }
}
