package org.yiping.console.map;

/// The few sizes of words on the map, in pixels.
enum TextSize {
    MINOR(12, false, 1.5),
    MID(13, false, 2),
    MAJOR(14, false, 2.5),
    /// Road names on the wall: the smallest type the middle of the hall reads.
    WALL(44, false, 3),
    MARK(13, true, 0),
    COMMUNITY(13, false, 2),
    STREET(16, false, 4),
    DISTRICT(20, false, 6);

    private final int pixels;
    private final boolean bold;
    private final double gap;

    TextSize(int pixels, boolean bold, double gap) {
        this.pixels = pixels;
        this.bold = bold;
        this.gap = gap;
    }

    float pixels() {
        return pixels;
    }

    boolean bold() {
        return bold;
    }

    /// Extra room between two letters.
    double gap() {
        return gap;
    }
}
