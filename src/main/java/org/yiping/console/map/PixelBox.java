package org.yiping.console.map;

/// A box of a picture's pixels, right and bottom not included. Immutable; any thread.
public record PixelBox(int left, int top, int right, int bottom) {
    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    boolean isEmpty() {
        return left >= right || top >= bottom;
    }

    boolean meets(PixelBox other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    PixelBox within(PixelBox other) {
        return new PixelBox(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    public PixelBox union(PixelBox other) {
        return new PixelBox(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    PixelBox moved(int dx, int dy) {
        return new PixelBox(left + dx, top + dy, right + dx, bottom + dy);
    }
}
