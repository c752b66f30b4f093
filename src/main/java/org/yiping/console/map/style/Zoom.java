package org.yiping.console.map.style;

/// Zoom as styles count it: at 16 a pixel is a metre of ground, and each step more halves it. Stateless; any thread.
///
/// That is the zoom of a web map (tiles of 512 pixels) at 33.1° north, where Mercator's pixels are true there; between
/// 18° and 45° north the two are less than a quarter of a step apart. It hangs on no city, so a style can be passed on.
public final class Zoom {
    /// Scales that should be equal differ by rounding.
    private static final double SAME = 1e-9;

    private static final double METRE_AT = 16;

    private Zoom() {}

    public static double of(double metresPerPixel) {
        return METRE_AT - Math.log(metresPerPixel) / Math.log(2);
    }

    public static double metresPerPixel(double zoom) {
        return Math.pow(2, METRE_AT - zoom);
    }

    /// From `least` on and below `most`, as a style's `minzoom` and `maxzoom` mean it.
    public static boolean isWithin(double zoom, double least, double most) {
        return zoom >= least - SAME && zoom < most - SAME;
    }

    /// At or beyond a stop.
    static boolean reaches(double zoom, double stop) {
        return zoom >= stop - SAME;
    }
}
