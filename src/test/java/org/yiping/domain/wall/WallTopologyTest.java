package org.yiping.domain.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallTopologyTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void everyPixelOfEveryMonitorIsCoveredByExactlyOneWindow(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            List<Box> screens = screens(random);
            WallTopology wall = WallTopology.of(screens);
            // Everything lies on multiples of 20, so one point in each square stands for all its pixels.
            for (int x = 10; x < 1000; x += 20) {
                for (int y = 10; y < 1000; y += 20) {
                    boolean lit = covering(screens, x, y) > 0;
                    assertThat(covering(wall.windows(), x, y)).isEqualTo(lit ? 1 : 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 7, 11})
    void whateverComesAndGoesTheWallIsAsAtFirstWhenAllAreBack(long seed) {
        Random random = new Random(seed);
        List<Box> all = monitors(6, 3);
        WallTopology first = WallTopology.of(all);
        WallTopology wall = first;
        for (int step = 0; step < 50; step++) {
            List<Box> some = new ArrayList<>(all);
            Collections.shuffle(some, random);
            wall = wall.seen(some.subList(0, random.nextInt(all.size() + 1)));
            assertThat(wall.known()).isEqualTo(first.known());
            assertThat(wall.present()).hasSizeLessThanOrEqualTo(all.size());
        }
        assertThat(wall.seen(all)).isEqualTo(first);
    }

    @Test
    void eighteenLostAtOnceLeaveNoWindowAndAreRemembered() {
        WallTopology wall = WallTopology.of(monitors(6, 3)).seen(List.of());

        assertThat(wall.windows()).isEmpty();
        assertThat(wall.lost()).hasSize(18);
        assertThat(wall.lattice().columns()).hasSize(6);
    }

    @Test
    void aMonitorThatWasResizedTakesItsFormerPlace() {
        WallTopology wall = WallTopology.of(monitors(2, 1)).seen(List.of(new Box(0, 0, 1280, 720), box(1, 0)));

        assertThat(wall.known()).containsExactly(new Box(0, 0, 1280, 720), box(1, 0));
        assertThat(wall.lost()).isEmpty();
    }

    @Test
    void aMonitorThatComesMakesTheWallLarger() {
        WallTopology wall = WallTopology.of(monitors(2, 1)).seen(monitors(3, 1));

        assertThat(wall.known()).hasSize(3);
    }

    @Test
    void aScreenThatMirrorsAnotherGetsNoWindowOfItsOwn() {
        WallTopology wall = WallTopology.of(List.of(box(0, 0), box(0, 0), new Box(0, 0, 1280, 720)));

        assertThat(wall.windows()).containsExactly(box(0, 0));
    }

    @Test
    void monitorsOfThreeScalesSideBySideAreEachCoveredWhole() {
        // what the desktop reports of 1920 × 1080, 2560 × 1440 and 3840 × 2160 pixels at 1.0, 1.5 and 2.0
        Box one = new Box(0, 0, 1920, 1080);
        Box half = new Box(1920, 0, 2560 / 1.5, 1440 / 1.5);
        Box twice = new Box(1920 + 2560 / 1.5, 0, 1920, 1080);
        WallTopology wall = WallTopology.of(List.of(twice, one, half));

        assertThat(wall.windows()).containsExactly(one, half, twice);
        assertThat(wall.lattice().columns()).hasSize(3);
        assertThat(wall.seen(List.of(one, half, twice))).isEqualTo(wall);

        // a desktop that rounds lets two of them meet in less than a pixel: nobody gets a window for that
        Box rounded = new Box(3626, 0, 1920, 1080);
        WallTopology met = WallTopology.of(List.of(one, half, rounded));
        assertThat(met.windows()).hasSize(3).contains(one, rounded);
        assertThat(met.windows().get(1).right()).isEqualTo(rounded.x());
    }

    private static long covering(List<Box> boxes, double x, double y) {
        return boxes.stream()
                .filter(b -> x >= b.x() && x < b.right() && y >= b.y() && y < b.bottom())
                .count();
    }

    private static List<Box> screens(Random random) {
        List<Box> screens = new ArrayList<>();
        for (int i = random.nextInt(7); i >= 0; i--) {
            screens.add(new Box(
                    20 * random.nextInt(30),
                    20 * random.nextInt(30),
                    20 * (1 + random.nextInt(18)),
                    20 * (1 + random.nextInt(18))));
        }
        return screens;
    }

    static List<Box> monitors(int columns, int rows) {
        List<Box> all = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                all.add(box(c, r));
            }
        }
        return all;
    }

    static Box box(int column, int row) {
        return new Box(column * 1920.0, row * 1080.0, 1920, 1080);
    }
}
