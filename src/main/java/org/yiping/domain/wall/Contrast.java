package org.yiping.domain.wall;

/// How much two colours differ in light: WCAG 2.1, definitions of relative luminance and contrast ratio. Colours are
/// RGB in the lower 24 bits. Stateless; any thread.
public final class Contrast {
    /// Of what is read (WCAG 1.4.3).
    public static final double TEXT = 4.5;
    /// Of large letters and of marks (WCAG 1.4.3, 1.4.11).
    public static final double LARGE = 3;

    private Contrast() {}

    /// From 1 (the same) to 21 (black and white).
    public static double ratio(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// A colour that lies over another with so much of its light.
    public static int over(int colour, int ground, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double c = (colour >> shift & 0xFF) * share + (ground >> shift & 0xFF) * (1 - share);
            mixed |= (int) Math.round(c) << shift;
        }
        return mixed;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF)
                + 0.7152 * linear(colour >> 8 & 0xFF)
                + 0.0722 * linear(colour & 0xFF);
    }

    /// Light of an sRGB value of 0 to 255, from 0 to 1.
    static double linear(int value) {
        double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /// The sRGB value of a light.
    static int encoded(double light) {
        double c = Math.clamp(light, 0, 1);
        return (int) Math.round(255 * (c <= 0.0031308 ? c * 12.92 : 1.055 * Math.pow(c, 1 / 2.4) - 0.055));
    }
}
