package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TileZoomTest {
    private static final double EXACT = 1e-9;

    @Test
    void whatIsUnderThePointerStaysThere() {
        TileZoom near = TileZoom.NONE.by(2, 0.75, 0.5);
        assertThat(near.factor()).isEqualTo(2);
        assertThat(near.x() + 0.75 / near.factor()).isCloseTo(0.75, within(EXACT));
        TileZoom nearer = near.by(1.5, 0.2, 0.9);
        assertThat(nearer.x() + 0.2 / nearer.factor()).isCloseTo(near.x() + 0.2 / near.factor(), within(EXACT));
        assertThat(nearer.y() + 0.9 / nearer.factor()).isCloseTo(near.y() + 0.9 / near.factor(), within(EXACT));
    }

    @Test
    void itEndsAtEightTimesAndAtTheWhole() {
        TileZoom most = TileZoom.NONE.by(100, 0.5, 0.5);
        assertThat(most.factor()).isEqualTo(8);
        assertThat(most.by(0.001, 0.5, 0.5)).isEqualTo(TileZoom.NONE);
        assertThat(TileZoom.NONE.by(1.01, 0.5, 0.5)).as("a hair is none").isEqualTo(TileZoom.NONE);
    }

    @Test
    void aDragMovesItWithinThePicture() {
        TileZoom near = TileZoom.NONE.by(4, 0.5, 0.5);
        assertThat(near.moved(-0.5, 0).x()).isCloseTo(near.x() + 0.125, within(EXACT));
        assertThat(near.moved(-90, 90)).isEqualTo(new TileZoom(4, 0.75, 0));
        assertThat(TileZoom.NONE.moved(0.3, 0.3)).isEqualTo(TileZoom.NONE);
    }

    @Test
    void everyPixelShownIsOneOfThePicture() {
        TileZoom near = new TileZoom(2, 0.5, 0.25);
        assertThat(near.column(0, 100, 100)).isEqualTo(50);
        assertThat(near.column(99, 100, 100)).isEqualTo(99);
        assertThat(near.row(0, 100, 200)).isEqualTo(50);
        assertThat(near.row(99, 100, 200)).isEqualTo(149);
        for (int i = 0; i < 100; i++) {
            assertThat(TileZoom.NONE.column(i, 100, 100)).isEqualTo(i);
            assertThat(TileZoom.NONE.column(i, 100, 50)).isEqualTo(i / 2);
        }
    }
}
