package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private static final String WORDS = "林晓燕 03 11-27 15:02";

    @Test
    void itIsSeenOnBrightAndOnDarkInEveryQuarterAndHidesNothing() {
        for (int ground : new int[] {0xFF000000, 0xFFFFFFFF, 0xFF808080}) {
            int[] argb = new int[640 * 360];
            Arrays.fill(argb, ground);
            Watermark.burn(argb, 640, 360, WORDS);
            for (int quarter = 0; quarter < 4; quarter++) {
                int seen = 0;
                for (int y = quarter / 2 * 180; y < quarter / 2 * 180 + 180; y++) {
                    for (int x = quarter % 2 * 320; x < quarter % 2 * 320 + 320; x++) {
                        int p = argb[y * 640 + x];
                        assertThat(p >>> 24).isEqualTo(255);
                        int off = Math.abs((p & 0xFF) - (ground & 0xFF));
                        assertThat(off).as("faint").isLessThan(80);
                        seen += off > 20 ? 1 : 0;
                    }
                }
                assertThat(seen)
                        .as("quarter %s on %x", quarter, ground)
                        .isGreaterThan(150)
                        .isLessThan(320 * 180 / 5);
            }
        }
    }

    @Test
    void aForeignNameIsNoReasonForNone() {
        int[] argb = new int[320 * 180];
        Arrays.fill(argb, 0xFF808080);
        Watermark.burn(argb, 320, 180, "Ωmega ﷽");
        assertThat(Arrays.stream(argb).distinct().count()).isGreaterThan(1);
    }
}
