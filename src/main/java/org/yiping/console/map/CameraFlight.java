package org.yiping.console.map;

/// The way from one camera to another, by fraction of its time: scale runs geometrically, so zooming looks even.
///
/// Reads no clock: the caller gives the fraction each pulse and looks at `to()` when it is over. Immutable; any thread.
public record CameraFlight(MapCamera from, MapCamera to) {
    public MapCamera at(double fraction) {
        if (fraction >= 1) {
            return to;
        }
        double f = Math.max(0, fraction);
        double eased = f * f * (3 - 2 * f);
        double ratio = to.metresPerPixel() / from.metresPerPixel();
        double scale = from.metresPerPixel() * Math.pow(ratio, eased);
        // with the scale the path bends so that a zoom around a point keeps that point
        double way = Math.abs(ratio - 1) < 1e-9 ? eased : (Math.pow(ratio, eased) - 1) / (ratio - 1);
        return new MapCamera(
                from.centreX() + (to.centreX() - from.centreX()) * way,
                from.centreY() + (to.centreY() - from.centreY()) * way,
                scale,
                to.width(),
                to.height());
    }
}
