package org.yiping.bench.video;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import org.jspecify.annotations.Nullable;

/// A clip whose pictures say which they are: ten upright bars, dark for 0 and light for 1. Stateless; any thread.
public final class NumberedClip {
    private static final int BITS = 10;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int RATE = 25;
    private static final int PICTURES = 250;

    private NumberedClip() {}

    /// Ten seconds, encoded by an installed ffmpeg as a camera sends: no picture refers forward, a key each second.
    public static void write(Path file) throws IOException, InterruptedException {
        Process ffmpeg = VideoClips.ffmpeg(
                List.of("-f", "rawvideo", "-pix_fmt", "gray", "-s", WIDTH + "x" + HEIGHT, "-r", "" + RATE, "-i", "-"),
                RATE,
                "500k",
                file);
        byte[] row = new byte[WIDTH];
        try (OutputStream raw = ffmpeg.getOutputStream()) {
            for (int n = 0; n < PICTURES; n++) {
                for (int x = 0; x < WIDTH; x++) {
                    row[x] = (byte) ((n >> (x * BITS / WIDTH) & 1) == 1 ? 220 : 30);
                }
                byte[] picture = new byte[WIDTH * HEIGHT];
                for (int y = 0; y < HEIGHT; y++) {
                    System.arraycopy(row, 0, picture, y * WIDTH, WIDTH);
                }
                raw.write(picture);
            }
        }
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg could not write " + file);
        }
    }

    /// Which picture this is; -1 for none. Bars at the edge may be cut off by a tile, their middles are not.
    static int number(@Nullable Image image) {
        if (image == null) {
            return -1;
        }
        PixelReader pixels = image.getPixelReader();
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = (int) ((bit + 0.5) * image.getWidth() / BITS);
            number |= (pixels.getArgb(x, (int) image.getHeight() / 2) & 0xFF) > 127 ? 1 << bit : 0;
        }
        return number < PICTURES ? number : -1;
    }
}
