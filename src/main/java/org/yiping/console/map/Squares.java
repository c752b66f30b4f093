package org.yiping.console.map;

/// The squares everything on the ground is sorted and counted by (方格): their side is a power of two metres and they
/// hang on the city's origin, so four of them make one of the next size and panning moves none. A place on the border
/// of two belongs to the one to its east, or north. Any thread.
final class Squares {
    /// Power of the square that holds everything.
    static final int ALL = 31;
    /// Metres from the origin beyond which nothing stands: no two places on earth are so far apart. So far the city's
    /// origin is from the south-west corner of everything.
    static final int ORIGIN = 1 << 30;

    private Squares() {}

    /// Whether it is a place on the earth and so in a square.
    static boolean has(float x, float y) {
        return Math.abs(x) < ORIGIN && Math.abs(y) < ORIGIN; // false of what is no number, too
    }

    /// Whole metres, downwards. Math.floor costs five times as much where only the first compiler is at work.
    static int floor(float metres) {
        int cut = (int) metres;
        return metres < cut ? cut - 1 : cut;
    }

    /// Whole metres from the south-west corner of everything, so that no number is negative: shifted by `n`, the
    /// column or line of a square of 2ⁿ metres.
    static int at(float metres) {
        return floor(metres) + ORIGIN;
    }

    /// The same of a place a view or a query reaches to, however far.
    static int at(double metres) {
        return (int) Math.clamp(Math.floor(metres) + ORIGIN, 0, Integer.MAX_VALUE);
    }

    static double metres(int at) {
        return (double) at - ORIGIN;
    }

    /// The power of the smallest square that holds both of two places, told by the bits in which they differ.
    static int common(int differing) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(differing);
    }

    /// The south-west corner of the square of 2ⁿ metres a place lies in.
    static int corner(int at, int n) {
        return n >= ALL ? 0 : (at >> n) << n;
    }
}
