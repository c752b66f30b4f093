package org.yiping.console.map;

/// What a map leaves out and how large it draws the rest, for its reader's distance (制图综合). Immutable; any thread.
///
/// The wall is not a big desk: what its last row cannot read is not drawn at all. Its sizes are those of a panel of
/// 1920 pixels.
public enum Generalisation {
    /// Read at arm's length: everything, in the sizes of desk type.
    DESK,
    /// Read from the last row of a hall: cases, the cameras a scene speaks of, names of the two upper road classes.
    WALL;

    private static final double CASES_COUNTED_FROM = 5;
    private static final double CROWDS_COUNTED_FROM = 1.2;
    static final int CROWD = 7;

    /// Posts and people, and names of areas; what of the ground is drawn is the style's.
    boolean details() {
        return this == DESK;
    }

    /// Distances between names, in desk pixels, grow with their letters.
    double spacing() {
        return this == DESK ? 1 : 1.6;
    }

    /// How far a name may stand out over the end of its street: large letters on short blocks go on straight.
    double overhang() {
        return this == DESK ? 0 : 60;
    }

    /// Width of a case mark's circle: the more it asks for, the larger.
    int mark(MarkFill fill) {
        return switch (fill) {
            case SOLID -> this == DESK ? 22 : 92;
            case HALF -> this == DESK ? 20 : 64;
            case HOLLOW -> this == DESK ? 18 : 42;
            case BARS, TICK, CROSS, UNKNOWN -> this == DESK ? 16 : 42;
        };
    }

    /// A case a scene calls by its number is large, whatever its light.
    int numbered(MarkFill fill) {
        return Math.max(mark(fill), this == DESK ? 24 : 80);
    }

    int clusterRadius(int count) {
        int desk = count < 10 ? 15 : count < 100 ? 19 : count < 1000 ? 22 : 26;
        return this == DESK ? desk : (int) Math.rint(desk * 2.6);
    }

    /// How marks that stand together are counted at a scale.
    Counting counting(double metresPerPixel) {
        if (this == WALL) {
            return new Counting(256, 2);
        }
        return new Counting(64, metresPerPixel > CASES_COUNTED_FROM ? 2 : CROWD);
    }

    /// Nearer than this every mark has its own place.
    boolean counts(double metresPerPixel) {
        return this == WALL || metresPerPixel > CROWDS_COUNTED_FROM;
    }

    /// So many or more in one square of so many pixels are counted and not drawn one by one.
    record Counting(int square, int least) {}
}
