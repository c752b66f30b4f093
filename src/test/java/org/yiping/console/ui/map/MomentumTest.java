package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentumTest {
    private final Momentum momentum = new Momentum();

    @Test
    void aMapLetGoInMotionRunsOnAndOut() {
        for (int i = 0; i <= 6; i++) {
            momentum.drag(i * 0.015, 15, 0);
        }
        assertThat(momentum.release(6 * 0.015)).isTrue();
        // 1000 px/s: at first as fast as the hand was
        assertThat(momentum.after(0.01).dx()).isCloseTo(10, within(1.0));
        assertThat(momentum.after(0.01).over()).isFalse();
        Momentum.Way end = momentum.after(3);
        assertThat(end.dx()).isCloseTo(320, within(5.0));
        assertThat(end.dy()).isZero();
        assertThat(end.over()).isTrue();
    }

    @Test
    void aHandThatRestedBeforeItLetGoMeantToStop() {
        for (int i = 0; i <= 6; i++) {
            momentum.drag(i * 0.015, 15, 0);
        }
        assertThat(momentum.release(0.5)).isFalse();
    }

    @Test
    void aSlowDragDoesNotRun() {
        for (int i = 0; i <= 6; i++) {
            momentum.drag(i * 0.015, 1, 0);
        }
        assertThat(momentum.release(6 * 0.015)).isFalse();
    }

    @Test
    void whatWasBeforeTheLastPressIsForgotten() {
        for (int i = 0; i <= 6; i++) {
            momentum.drag(i * 0.015, 15, 0);
        }
        momentum.press();
        assertThat(momentum.release(6 * 0.015)).isFalse();
    }
}
