package org.yiping.console.map;

/// The three ranks of streets the map tells apart by width (道路等级). Widths and limits in metres and m/px.
public enum RoadClass {
    MAJOR(30, 3, 64),
    MID(19, 2, 32),
    MINOR(10, 1.2, 11);

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

    double pixels(double metresPerPixel) {
        return Math.max(leastPixels, metres / metresPerPixel);
    }
}
