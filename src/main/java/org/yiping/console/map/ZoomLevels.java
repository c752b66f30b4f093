package org.yiping.console.map;

/// The scales at which the map rests: two steps double it. Tiles exist only at these, so at rest every pixel was
/// drawn at its true scale and is copied, never resampled. Any thread.
final class ZoomLevels {
    static final int FINEST = 0;
    static final int COARSEST = 22;
    private static final double FINEST_METRES = 0.125;

    private static final double FINEST_ZOOM = 19;

    private ZoomLevels() {}

    static double metresPerPixel(int level) {
        // even levels are exact powers of two
        double whole = FINEST_METRES * (1L << (level / 2));
        return level % 2 == 0 ? whole : whole * Math.sqrt(2);
    }

    /// As styles count it, see [org.yiping.console.map.style.Zoom].
    static double zoom(int level) {
        return FINEST_ZOOM - level / 2.0;
    }

    static int nearest(double metresPerPixel) {
        long level = Math.round(2 * Math.log(metresPerPixel / FINEST_METRES) / Math.log(2));
        return Math.clamp(level, FINEST, COARSEST);
    }

    /// The finest level not finer than `metresPerPixel`: what shows at least that much ground.
    static int showing(double metresPerPixel) {
        int level = nearest(metresPerPixel);
        return metresPerPixel(level) < metresPerPixel * (1 - 1e-9) ? Math.min(level + 1, COARSEST) : level;
    }

    static boolean isExact(double metresPerPixel) {
        return Math.abs(metresPerPixel / metresPerPixel(nearest(metresPerPixel)) - 1) < 1e-9;
    }
}
