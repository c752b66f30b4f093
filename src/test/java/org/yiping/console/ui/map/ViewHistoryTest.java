package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiping.console.map.MapCamera;

class ViewHistoryTest {
    private final ViewHistory history = new ViewHistory();

    @Test
    void oneGoesBackAndForthBetweenViews() {
        history.rests(at(0, 1));
        history.rests(at(5000, 1));
        history.rests(at(5000, 4));
        assertThat(history.back(at(5000, 4))).contains(at(5000, 1));
        assertThat(history.back(at(5000, 1))).contains(at(0, 1));
        assertThat(history.hasBack(at(0, 1))).isFalse();
        assertThat(history.forward(at(0, 1))).contains(at(5000, 1));
        assertThat(history.hasForward()).isTrue();
    }

    @Test
    void stepsOfADragAreOneView() {
        history.rests(at(0, 1));
        history.rests(at(90, 1));
        history.rests(at(180, 1));
        assertThat(history.hasBack(at(180, 1))).isFalse();
        assertThat(history.hasBack(at(600, 1))).isTrue();
    }

    @Test
    void whereOneIsCountsThoughItHasNotRestedYet() {
        history.rests(at(0, 1));
        assertThat(history.back(at(7000, 1))).contains(at(0, 1));
        assertThat(history.forward(at(0, 1))).contains(at(7000, 1));
    }

    @Test
    void aNewWayForgetsTheOldOne() {
        history.rests(at(0, 1));
        history.rests(at(5000, 1));
        history.back(at(5000, 1));
        history.rests(at(-9000, 1));
        assertThat(history.hasForward()).isFalse();
        assertThat(history.back(at(-9000, 1))).contains(at(0, 1));
    }

    private static MapCamera at(double x, double scale) {
        return new MapCamera(x, 0, scale, 800, 600);
    }
}
