package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.control.Toolkit;

class CameraNameTest {
    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void aNameIsItsStreetAndTheSpotThere() {
        assertThat(CameraName.of("人民南路三段 · 茶岸南街口")).isEqualTo(new CameraName("人民南路三段", "茶岸南街口"));
        assertThat(CameraName.of("Mannerheimintie")).isEqualTo(new CameraName("Mannerheimintie", ""));
        assertThat(CameraName.of(" · 中段")).isEqualTo(new CameraName(" · 中段", ""));
    }

    @Test
    void motionBarsAreAsDifferentAsThePicturesWere() {
        assertThat(heights(List.of(0.02, 0.1, 0.2, 0.14, 0.1, 0.2))).containsExactly(1.0, 5.0, 10.0, 7.0, 5.0, 10.0);
        assertThat(heights(List.of(0.005, 0.005, 0.005, 0.005, 0.005, 0.005)))
                .as("hardly any change stays low")
                .containsOnly(2.0);
    }

    private static List<Double> heights(List<Double> motion) {
        return Toolkit.onFx(() -> {
            MotionBars bars = new MotionBars();
            bars.show(motion);
            return bars.getChildren().stream()
                    .map(bar -> ((Region) bar).getPrefHeight())
                    .toList();
        });
    }
}
