package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.video.Visibility.Look;

/// Made-up streets: blocks with edges, some noise, softened as a lens out of focus does.
class VisibilityTest {
    @ParameterizedTest
    @CsvSource({"320,180", "640,360", "1280,720", "214,120"})
    void aStreetIsClearAndOutOfFocusItIsNot(int width, int height) {
        int[] street = street(width, height);
        assertThat(Visibility.of(street, width, height)).isEqualTo(Look.CLEAR);
        int[] soft = street;
        for (int i = 0; i < 3; i++) {
            soft = soft(soft, width, height, Math.max(2, width / 90));
        }
        assertThat(Visibility.of(soft, width, height)).isEqualTo(Look.BLURRED);
    }

    @Test
    void aCoveredLensIsDarkAndANightStreetWithLampsIsNot() {
        int[] night = new int[320 * 180];
        Random random = new Random(3);
        for (int i = 0; i < night.length; i++) {
            night[i] = grey(random.nextInt(6));
        }
        assertThat(Visibility.of(night, 320, 180)).isEqualTo(Look.DARK);
        for (int lamp = 0; lamp < 12; lamp++) {
            for (int y = 20; y < 30; y++) {
                Arrays.fill(night, y * 320 + lamp * 25, y * 320 + lamp * 25 + 8, grey(220));
            }
        }
        assertThat(Visibility.of(night, 320, 180)).isEqualTo(Look.CLEAR);
    }

    @Test
    void fogAndABareWallAreNotCalledBlurred() {
        int[] wall = new int[320 * 180];
        for (int i = 0; i < wall.length; i++) {
            wall[i] = grey(140 + i % 320 / 40); // a slow shade
        }
        assertThat(Visibility.of(wall, 320, 180)).isEqualTo(Look.CLEAR);
    }

    @Test
    void whatIsSaidChangesAfterFourEqualLooks() {
        Visibility eye = new Visibility();
        int[] black = new int[320 * 180];
        int[] street = street(320, 180);
        for (int i = 1; i < Visibility.STEADY; i++) {
            assertThat(eye.look(black, 320, 180)).isEqualTo(Look.CLEAR);
        }
        assertThat(eye.look(street, 320, 180)).isEqualTo(Look.CLEAR);
        for (int i = 1; i < Visibility.STEADY; i++) {
            assertThat(eye.look(black, 320, 180)).isEqualTo(Look.CLEAR);
        }
        assertThat(eye.look(black, 320, 180)).isEqualTo(Look.DARK);
        assertThat(eye.look(street, 320, 180)).isEqualTo(Look.DARK);
        assertThat(eye.said()).isEqualTo(Look.DARK);
    }

    @Test
    void aTileTooSmallToJudgeIsNotJudged() {
        assertThat(Visibility.of(new int[4 * 4], 4, 4)).isEqualTo(Look.CLEAR);
    }

    private static int[] street(int width, int height) {
        Random random = new Random(7);
        int[] all = new int[width * height];
        Arrays.fill(all, grey(120));
        for (int block = 0; block < 160; block++) {
            int w = Math.max(2, width / 40 + random.nextInt(width / 16));
            int h = Math.max(2, height / 30 + random.nextInt(height / 12));
            int x = random.nextInt(width - w);
            int y = random.nextInt(height - h);
            int light = grey(20 + random.nextInt(220));
            for (int row = y; row < y + h; row++) {
                Arrays.fill(all, row * width + x, row * width + x + w, light);
            }
        }
        for (int i = 0; i < all.length; i++) {
            all[i] = grey(Math.clamp((all[i] & 0xFF) + random.nextInt(7) - 3, 0, 255));
        }
        return all;
    }

    /// The mean of a square, along one axis after the other.
    private static int[] soft(int[] from, int width, int height, int reach) {
        int[] across = new int[from.length];
        int[] both = new int[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int d = -reach; d <= reach; d++) {
                    sum += from[y * width + Math.clamp(x + d, 0, width - 1)] & 0xFF;
                }
                across[y * width + x] = sum / (2 * reach + 1);
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int d = -reach; d <= reach; d++) {
                    sum += across[Math.clamp(y + d, 0, height - 1) * width + x];
                }
                both[y * width + x] = grey(sum / (2 * reach + 1));
            }
        }
        return both;
    }

    private static int grey(int light) {
        return 0xFF000000 | light * 0x010101;
    }
}
