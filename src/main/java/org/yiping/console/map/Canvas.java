package org.yiping.console.map;

/// Opaque ARGB pixels being drawn on, and the box of them that may be changed. Confined to one thread at a time.
@SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
record Canvas(int[] pixels, int width, int height, PixelBox clip) {
    Canvas(int[] pixels, int width, int height) {
        this(pixels, width, height, new PixelBox(0, 0, width, height));
    }

    /// The same pixels, of which only those in the box are changed.
    Canvas within(PixelBox box) {
        return new Canvas(pixels, width, height, box.within(new PixelBox(0, 0, width, height)));
    }
}
