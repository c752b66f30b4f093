package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.style.LayerStack;
import org.yiping.domain.geo.Position;

/// Areas in the colours of their classes. Tasks run when the test says so.
class AreaTintTest {
    private static final CityProjection CITY = CityProjection.around(new Position(104, 30));
    private static final int LAND = 0xFF10161B;
    private static final LayerStack TINTED = LayerStack.plain().tint(new LayerStack.Tint("open", 1));

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final MapEngine engine = new MapEngine(CITY, TestStyle.night(), tasks::add, 1);
    private final List<int[]> pictures = new ArrayList<>();
    private final AreaLayer streets = streets();

    /// Squares of 100 m beside each other from west to east, `s0` to `s3`, around the middle; they are no part of the
    /// ground, so that no line of theirs is drawn.
    private static AreaLayer streets() {
        AreaLayer.Builder builder = AreaLayer.in(CITY, AreaKind.STREET);
        for (int i = 0; i < 4; i++) {
            double west = -200 + 100 * i;
            builder.add(
                    "s" + i,
                    "",
                    List.of(List.of(place(west, -90), place(west + 100, -90), place(west + 100, 90), place(west, 90))));
        }
        return builder.build();
    }

    private static Position place(double x, double y) {
        return CITY.toPosition(new CityPoint(x, y));
    }

    private AreaTint tint(Map<String, Integer> classes) {
        return AreaTint.of(streets, code -> classes.getOrDefault(code, AreaTint.UNKNOWN));
    }

    private MapScreen open(LayerStack stack) {
        MapScreen screen = engine.open(frame -> {
            pictures.add(Arrays.copyOf(frame.pixels(), frame.width() * frame.height()));
            frame.release();
        });
        screen.stack(stack);
        screen.look(new MapCamera(0, 0, 1, 400, 200));
        runAll();
        return screen;
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private int at(int x, int y) {
        return pictures.getLast()[y * 400 + x];
    }

    @Test
    void eachAreaHasTheStepOfItsClassAndWhatIsUnknownIsHatched() {
        engine.tint("open", tint(Map.of("s0", 0, "s1", 4, "s2", 2)));
        open(TINTED);
        Palette.Ramp ramp = TestStyle.night().palette().ramp();
        assertThat(at(50, 100)).isEqualTo(ramp.least());
        assertThat(at(150, 100)).isEqualTo(ramp.most());
        assertThat(at(250, 100)).isEqualTo(ramp.middle());
        long lines = 0;
        for (int x = 320; x < 384; x++) {
            assertThat(at(x, 100)).as("no class").isNotIn(ramp.least(), LAND);
            lines += (at(x, 100) & 0xFF) > 0x40 ? 1 : 0;
        }
        assertThat(lines).as("two pixels in eight").isEqualTo(16);
        assertThat(at(200, 5)).as("beyond all areas").isEqualTo(LAND);
    }

    @Test
    void theGroundIsSeenThroughIt() {
        engine.tint("open", tint(Map.of("s0", 4)));
        open(LayerStack.plain().tint(new LayerStack.Tint("open", 0.5)));
        int most = TestStyle.night().palette().ramp().most();
        assertThat(at(50, 100)).isEqualTo(Blend.mix(LAND, most, 128));
    }

    @Test
    void onlyTilesThatShowItAreDrawnAnewAndOnlyWhereItLooksOtherwise() {
        engine.tint("open", tint(Map.of("s0", 4)));
        MapScreen plain = open(LayerStack.plain());
        long before = engine.scene().seen(LayerStack.plain()).tileVersion();
        MapScreen tinted = open(TINTED);
        int pictured = pictures.size();
        engine.tint("open", tint(Map.of("s0", 4)));
        runAll();
        assertThat(pictures).as("it looks as it did").hasSize(pictured);
        engine.tint("open", tint(Map.of("s0", 1)));
        runAll();
        assertThat(at(50, 100)).isEqualTo(TestStyle.night().palette().ramp().little());
        assertThat(engine.scene().seen(LayerStack.plain()).tileVersion()).isEqualTo(before);
        assertThat(plain.isDrawn(engine.scene())).isTrue();
        assertThat(tinted.isDrawn(engine.scene())).isTrue();
    }

    @Test
    void aColouringNobodyHasMadeYetIsNone() {
        open(LayerStack.plain().tint(new LayerStack.Tint("never", 1)));
        assertThat(pictures.getLast()).containsOnly(LAND);
    }

    @Test
    void aClassBeyondTheRampIsRefused() {
        assertThatThrownBy(() -> AreaTint.of(streets, _ -> 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
