package org.yiping.console.video;

import java.util.Arrays;

/// Whether there is something to be seen in a picture that moves (画面质量): a covered lens or a night without light is
/// dark, a lens out of focus or with water on it is blurred. One thread.
///
/// Rather silent than wrong: a night street has its lamps and is not dark, fog and a bare wall have no contrast and are
/// not called blurred, and what is found has to be found several times in a row.
public final class Visibility {
    /// What a picture is.
    public enum Look {
        CLEAR,
        DARK,
        BLURRED
    }

    /// So many equal looks in a row change what is said.
    static final int STEADY = 4;

    /// Pictures of any size are looked at in about so many columns: sharpness is a matter of scale.
    private static final int COLUMNS = 320;

    private static final double DARK_MEAN = 12;
    /// Of a hundred points the lightest but one.
    private static final int DARK_LIGHTEST = 40;

    private static final double LEAST_CONTRAST = 8;
    private static final int FAR = 4;
    /// How much of the difference over `FAR` steps is there after one: a quarter where all is soft. Clips of four real
    /// cameras measured 0.34 to 0.47, and 0.27 to 0.29 blurred by 10 of 1,280 pixels.
    private static final double SOFT = 0.305;

    private Look said = Look.CLEAR;
    private Look last = Look.CLEAR;
    private int run;

    /// Looks once more, and says what holds.
    public Look look(int[] argb, int width, int height) {
        Look now = of(argb, width, height);
        run = now == last ? run + 1 : 1;
        last = now;
        if (run >= STEADY) {
            said = now;
        }
        return said;
    }

    public Look said() {
        return said;
    }

    /// One picture of 0xAARRGGBB, row by row, by itself.
    static Look of(int[] argb, int width, int height) {
        int step = Math.max(1, width / COLUMNS);
        int columns = width / step;
        int rows = height / step;
        if (columns <= FAR || rows <= FAR) {
            return Look.CLEAR;
        }
        int[] light = new int[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                light[y * columns + x] = luma(argb[y * step * width + x * step]);
            }
        }
        double mean = Arrays.stream(light).average().orElse(0);
        if (mean < DARK_MEAN && lightest(light) < DARK_LIGHTEST) {
            return Look.DARK;
        }
        double contrast = Math.sqrt(Arrays.stream(light)
                .mapToDouble(l -> (l - mean) * (l - mean))
                .average()
                .orElse(0));
        double far = difference(light, columns, rows, FAR);
        return contrast >= LEAST_CONTRAST && far > 0 && difference(light, columns, rows, 1) / far < SOFT
                ? Look.BLURRED
                : Look.CLEAR;
    }

    /// ITU-R BT.601, in 256ths.
    private static int luma(int p) {
        return (77 * (p >> 16 & 0xFF) + 150 * (p >> 8 & 0xFF) + 29 * (p & 0xFF)) >> 8;
    }

    private static int lightest(int[] light) {
        int[] counts = new int[256];
        for (int l : light) {
            counts[l]++;
        }
        int left = light.length / 100;
        int at = 255;
        while (at > 0 && left - counts[at] >= 0) {
            left -= counts[at];
            at--;
        }
        return at;
    }

    /// Between points so many steps apart, to the right and down, on average.
    private static double difference(int[] light, int columns, int rows, int apart) {
        double right = 0;
        double down = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = apart; x < columns; x++) {
                right += Math.abs(light[y * columns + x] - light[y * columns + x - apart]);
            }
        }
        for (int y = apart; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                down += Math.abs(light[y * columns + x] - light[(y - apart) * columns + x]);
            }
        }
        return right / ((double) (columns - apart) * rows) + down / ((double) columns * (rows - apart));
    }
}
