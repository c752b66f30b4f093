package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathsTest {
    @Test
    void aLongSpiralIsMadeSimplerWithoutNestedCalls() throws InterruptedException {
        int n = 50_000;
        float[] spiral = new float[2 * n];
        for (int i = 0; i < n; i++) {
            double angle = i * Math.PI / 2;
            // what strays farthest from the line to the middle is always half a turn on
            spiral[2 * i] = (float) ((n - i) * Math.cos(angle));
            spiral[2 * i + 1] = (float) ((n - i) * Math.sin(angle));
        }
        Paths paths = Paths.of(List.of(spiral));
        int[] kept = new int[1];
        Thread small = new Thread(null, () -> kept[0] = paths.simplified(3).to(0), "small stack", 64 << 10);
        small.start();
        small.join();
        assertThat(kept[0]).isGreaterThan(1000).isLessThan(n);
    }

    @Test
    void keepsTheEndsOfEachPathAndWhatStraysFar() {
        Paths paths = Paths.of(
                List.of(new float[] {0, 0, 5, 0.5f, 10, 0, 10, 9, 10, 20}, new float[0], new float[] {1, 1, 2, 2}));
        Paths simple = paths.simplified(1);
        assertThat(simple.count()).isEqualTo(3);
        assertThat(simple.toDoubles(0)).containsExactly(0, 0, 10, 0, 10, 20);
        assertThat(simple.toDoubles(1)).isEmpty();
        assertThat(simple.toDoubles(2)).containsExactly(1, 1, 2, 2);
    }

    @Test
    void aBoxHoldsThePlacesThatAreSome() {
        float none = Float.NaN;
        Paths paths = Paths.of(List.of(
                new float[] {none, 2, 3, 4, Float.POSITIVE_INFINITY, 1, 5, 6}, new float[] {none, none}, new float[0]));
        assertThat(paths.boxes())
                .containsExactly(
                        3,
                        4,
                        5,
                        6,
                        Float.MAX_VALUE,
                        Float.MAX_VALUE,
                        -Float.MAX_VALUE,
                        -Float.MAX_VALUE,
                        Float.MAX_VALUE,
                        Float.MAX_VALUE,
                        -Float.MAX_VALUE,
                        -Float.MAX_VALUE);
    }
}
