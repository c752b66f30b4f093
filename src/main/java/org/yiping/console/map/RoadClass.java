package org.yiping.console.map;

/// The three ranks of streets the map tells apart by width (道路等级). Widths and limits in metres and m/px.
public enum RoadClass {
    MAJOR(30, 3, 64),
    MID(19, 2, 32),
    MINOR(10, 1.2, 11);

    private static final double WIDE_FROM = 2;

    /// Drawn width on the ground, and its least in pixels.
    final double metres;

    final double leastPixels;
    /// Scale beyond which the class is left out.
    final double farthest;

    RoadClass(double metres, double leastPixels, double farthest) {
        this.metres = metres;
        this.leastPixels = leastPixels;
        this.farthest = farthest;
    }

    /// Far views show streets wider than they are, so that they carry their rank; near ones let the two carriageways
    /// of the source part.
    double pixels(double metresPerPixel) {
        double truer = Math.min(1, Math.pow(metresPerPixel / WIDE_FROM, 0.35));
        return Math.max(leastPixels, metres * truer / metresPerPixel);
    }
}
