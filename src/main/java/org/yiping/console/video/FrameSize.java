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
        return scaled(stream, Math.max(width / stream.width(), height / stream.height()));
    }

    /// The largest size of the stream's shape that fits into a box of this size.
    public static FrameSize within(CameraStream stream, double width, double height) {
        return scaled(stream, Math.min(width / stream.width(), height / stream.height()));
    }

    private static FrameSize scaled(CameraStream stream, double scale) {
        return new FrameSize(even(stream.width() * scale), even(stream.height() * scale));
    }

    private static int even(double pixels) {
        return Math.clamp(Math.round(pixels / 2) * 2, 2, 8_192);
    }

    public int pixels() {
        return width * height;
    }
}
