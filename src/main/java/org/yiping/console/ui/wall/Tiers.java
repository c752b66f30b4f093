package org.yiping.console.ui.wall;

import org.yiping.domain.wall.Sight;

/// Sizes of wall type for one room, in pixels of its monitors. Immutable; any thread.
///
/// What must be read from the last row is `must`, from three quarters of the way `should`, from half way `may`.
/// A reader resolves 20 minutes of arc; ideographs fill 0.92 of their size, digits 0.733, so figures are larger.
record Tiers(double must, double figure, double should, double may) {
    /// A monitor's width in metres and pixels, and the farthest seat in metres.
    static Tiers of(double seatMetres, double monitorMetres, double monitorPixels) {
        return new Tiers(
                pixels(seatMetres, Sight.IDEOGRAPH, monitorMetres, monitorPixels),
                pixels(seatMetres, Sight.DIGIT, monitorMetres, monitorPixels),
                pixels(seatMetres * 0.75, Sight.IDEOGRAPH, monitorMetres, monitorPixels),
                pixels(seatMetres * 0.5, Sight.IDEOGRAPH, monitorMetres, monitorPixels));
    }

    private static double pixels(double metres, double filled, double monitorMetres, double monitorPixels) {
        double height = Sight.height(Sight.READ, metres) / filled;
        return Math.ceil(height / monitorMetres * monitorPixels);
    }
}
