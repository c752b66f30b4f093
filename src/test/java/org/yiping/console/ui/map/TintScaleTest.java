package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TintScaleTest {
    @Test
    void noClassIsEmptyAndNoValueIsLostWhateverTheValuesAre() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            int n = random.nextInt(60);
            int spread = 1 + random.nextInt(400);
            boolean whole = random.nextBoolean();
            double[] values = IntStream.range(0, n)
                    .mapToDouble(_ -> whole ? random.nextInt(spread) : spread * random.nextDouble())
                    .toArray();
            TintScale scale = TintScale.of(values, whole);
            int[] counts = scale.counts(values);
            assertThat(counts).hasSizeLessThanOrEqualTo(5);
            assertThat(Arrays.stream(counts).sum()).isEqualTo(n);
            if (n > 0) {
                assertThat(counts).doesNotContain(0);
            }
            assertThat(scale.bounds()).isSorted().doesNotHaveDuplicates();
            assertThat(scale.keptFor(values, whole).bounds()).as("steady").isEqualTo(scale.bounds());
        }
    }

    @Test
    void tenAreasAreTwoInEachClassAndTheHighestIsTheDarkest() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        TintScale scale = TintScale.of(values, true);
        assertThat(scale.bounds()).containsExactly(3.0, 5.0, 7.0, 9.0);
        assertThat(scale.counts(values)).containsExactly(2, 2, 2, 2, 2);
        assertThat(scale.step(scale.classOf(10))).isEqualTo(4);
        assertThat(scale.step(scale.classOf(0))).isZero();
        TintScale two = TintScale.of(new double[] {0, 0, 0, 5}, true);
        assertThat(two.bounds()).containsExactly(5.0);
        assertThat(two.step(two.classOf(5))).isEqualTo(4);
        double[] few = {0, 0, 0, 0, 0, 0, 0, 12.5, 20, 33, 50, 100};
        assertThat(TintScale.of(few, false).bounds()).as("noughts are a class").containsExactly(12.0, 20.0, 33.0, 50.0);
        assertThat(TintScale.of(new double[] {3, 3}, true).step(0))
                .as("all alike")
                .isEqualTo(2);
    }

    @Test
    void boundsStayWhileTheyTellAreasApart() {
        TintScale scale = TintScale.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, true);
        assertThat(scale.keptFor(new double[] {0, 2, 3, 3, 5, 6, 7, 9, 9, 12}, true))
                .isSameAs(scale);
        assertThat(scale.keptFor(new double[] {20, 22, 23, 24, 25, 26, 27, 28, 29, 30}, true))
                .as("all in one class")
                .isNotEqualTo(scale);
    }
}
