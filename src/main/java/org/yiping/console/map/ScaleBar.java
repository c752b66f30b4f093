package org.yiping.console.map;

/// A round distance (1, 2 or 5 times a power of ten metres) and its length in pixels. Immutable; any thread.
public record ScaleBar(double metres, double pixels) {
    public static ScaleBar fitting(double metresPerPixel, double widestPixels) {
        double widest = metresPerPixel * widestPixels;
        double power = Math.pow(10, Math.floor(Math.log10(widest)));
        double lead = widest / power;
        double metres = power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
        return new ScaleBar(metres, metres / metresPerPixel);
    }
}
