package org.yiping.console.video;

import org.yiping.domain.camera.CameraStream;

/// Width and height of decoded pictures in pixels, both even (chroma has half the resolution). Immutable.
public record FrameSize(int width, int height) {
    public FrameSize {
        if (width < 2 || height < 2 || width > 8_192 || height > 8_192) {
            throw new IllegalArgumentException("picture size " + width + "x" + height);
        }
        width &= ~1;
        height &= ~1;
    }

    /// The smallest size of the stream's shape that covers a box of this size: what juts out is to be clipped.
    public static FrameSize covering(CameraStream stream, double width, double height) {
        double scale = Math.max(width / stream.width(), height / stream.height());
        // A hair less, or a rounding error of the division would cost two more columns.
        return new FrameSize(up(stream.width() * scale - 0.01), up(stream.height() * scale - 0.01));
    }

    /// The largest size of the stream's shape that fits into a box of this size.
    public static FrameSize within(CameraStream stream, double width, double height) {
        double scale = Math.min(width / stream.width(), height / stream.height());
        return new FrameSize((int) (stream.width() * scale + 0.01), (int) (stream.height() * scale + 0.01));
    }

    private static int up(double pixels) {
        return (int) Math.ceil(pixels / 2) * 2;
    }

    public int pixels() {
        return width * height;
    }
}
