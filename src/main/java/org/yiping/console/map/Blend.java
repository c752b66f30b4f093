package org.yiping.console.map;

/// Arithmetic on ARGB pixels, two channels at a time; the picture below is always opaque. Any thread.
final class Blend {
    private static final int RED_BLUE = 0x00FF00FF;
    private static final int GREEN = 0x0000FF00;
    private static final int HALF_RED_BLUE = 0x00800080;
    private static final int HALF_GREEN = 0x00008000;
    private static final int OPAQUE = 0xFF000000;

    private Blend() {}

    /// Lays an opaque colour over an opaque pixel, `cover` from 0 to 256; to the nearest value of each channel.
    static int mix(int below, int colour, int cover) {
        int rest = 256 - cover;
        int redBlue = (below & RED_BLUE) * rest + (colour & RED_BLUE) * cover + HALF_RED_BLUE;
        int green = (below & GREEN) * rest + (colour & GREEN) * cover + HALF_GREEN;
        return OPAQUE | (redBlue >>> 8 & RED_BLUE) | (green >>> 8 & GREEN);
    }

    /// A premultiplied pixel of which only `cover` of 256 parts is seen.
    static int faded(int pixel, int cover) {
        int redBlue = (((pixel & RED_BLUE) * cover) >>> 8) & RED_BLUE;
        int alphaGreen = (((pixel >>> 8) & RED_BLUE) * cover) & ~RED_BLUE;
        return alphaGreen | redBlue;
    }

    /// Lays a premultiplied pixel over an opaque one. Where it is opaque itself nothing of the one below is left, and
    /// nothing is lost below none, so neither needs to be asked for.
    static int over(int below, int above) {
        int alpha = above >>> 24;
        int rest = 256 - alpha - (alpha >> 7);
        int redBlue = (((below & RED_BLUE) * rest) >>> 8) & RED_BLUE;
        int green = (((below & GREEN) * rest) >>> 8) & GREEN;
        return OPAQUE | (redBlue + (above & RED_BLUE)) | (green + (above & GREEN));
    }
}
