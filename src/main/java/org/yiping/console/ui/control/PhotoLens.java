package org.yiping.console.ui.control;

/// Through what two photos are looked at side by side (放大镜): how near, and which part, as fractions of a picture, so
/// that pictures of different sizes show the same part of their scene. Immutable; any thread.
///
/// At nearness 1 the whole picture is seen.
public record PhotoLens(double near, double x, double y) {
    public static final PhotoLens WHOLE = new PhotoLens(1, 0.5, 0.5);
    /// Beyond this a photo of the field shows its pixels and nothing more.
    public static final double NEAREST = 12;

    /// The part of a picture that is seen, in its pixels, and where it lies in the frame.
    public record Cut(double scale, double left, double top) {}

    public PhotoLens {
        near = Math.clamp(near, 1, NEAREST);
        double half = 0.5 / near;
        x = Math.clamp(x, half, 1 - half);
        y = Math.clamp(y, half, 1 - half);
    }

    /// Nearer or farther; what lies at that place of a picture stays under the pointer.
    public PhotoLens nearer(double times, double atX, double atY) {
        double next = Math.clamp(near * times, 1, NEAREST);
        double keep = near / next;
        return new PhotoLens(next, atX + (x - atX) * keep, atY + (y - atY) * keep);
    }

    /// Moved by fractions of the picture.
    public PhotoLens moved(double byX, double byY) {
        return new PhotoLens(near, x + byX, y + byY);
    }

    /// How this picture lies in that frame: frame pixels a picture pixel, and the frame position of its upper left
    /// corner. A picture never leaves a margin on a side where it could fill the frame.
    public Cut cut(double pictureWidth, double pictureHeight, double width, double height) {
        double scale = Math.min(width / pictureWidth, height / pictureHeight) * near;
        return new Cut(scale, corner(pictureWidth * scale, width, x), corner(pictureHeight * scale, height, y));
    }

    private static double corner(double drawn, double frame, double at) {
        return drawn <= frame ? (frame - drawn) / 2 : Math.clamp(frame / 2 - at * drawn, frame - drawn, 0);
    }
}
