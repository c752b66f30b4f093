package org.yiping.console.map;

/// Something small that is laid over a picture: a symbol, a name. Immutable; any thread.
interface Drawing {
    /// The pixels it may change, seen from its place.
    PixelBox box();

    /// Draws it at a pixel, within the canvas's clip.
    void paint(Canvas canvas, int x, int y);

    /// What may stand for it while the map is between two levels and all of it is drawn at each frame.
    default Drawing moving() {
        return this;
    }
}
