package org.yiping.console.map;

/// What a map window looks at: the middle in city metres, the scale, and its size in pixels (视野). North is up.
/// Immutable; any thread.
public record MapCamera(double centreX, double centreY, double metresPerPixel, int width, int height) {
    public MapCamera {
        if (!(metresPerPixel > 0) || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a camera needs a scale and a size");
        }
    }

    /// Rests on the finest level that shows the whole of `box`.
    public static MapCamera showing(CityBox box, int width, int height) {
        double scale = Math.max((box.east() - box.west()) / width, (box.north() - box.south()) / height);
        double resting = ZoomLevels.metresPerPixel(ZoomLevels.showing(Math.max(scale, 1e-3)));
        return new MapCamera(box.centre().x(), box.centre().y(), resting, width, height);
    }

    public double screenX(double x) {
        return (x - centreX) / metresPerPixel + width / 2.0;
    }

    public double screenY(double y) {
        return (centreY - y) / metresPerPixel + height / 2.0;
    }

    public CityPoint city(double px, double py) {
        return new CityPoint(
                centreX + (px - width / 2.0) * metresPerPixel, centreY - (py - height / 2.0) * metresPerPixel);
    }

    public CityBox view() {
        double halfWidth = width * metresPerPixel / 2;
        double halfHeight = height * metresPerPixel / 2;
        return new CityBox(centreX - halfWidth, centreY - halfHeight, centreX + halfWidth, centreY + halfHeight);
    }

    /// Moves the ground under the window by so many pixels: dragging to the right is positive `dx`.
    public MapCamera panned(double dx, double dy) {
        return at(centreX - dx * metresPerPixel, centreY + dy * metresPerPixel);
    }

    public MapCamera at(double x, double y) {
        return new MapCamera(x, y, metresPerPixel, width, height);
    }

    public MapCamera sized(int newWidth, int newHeight) {
        return new MapCamera(centreX, centreY, metresPerPixel, newWidth, newHeight);
    }

    /// Changes the scale while the ground under pixel (px, py) stays.
    public MapCamera zoomed(double newMetresPerPixel, double px, double py) {
        CityPoint fixed = city(px, py);
        return new MapCamera(
                fixed.x() - (px - width / 2.0) * newMetresPerPixel,
                fixed.y() + (py - height / 2.0) * newMetresPerPixel,
                newMetresPerPixel,
                width,
                height);
    }

    /// The resting camera `steps` levels nearer (positive) or farther, around pixel (px, py).
    public MapCamera stepped(int steps, double px, double py) {
        int level =
                Math.clamp((long) ZoomLevels.nearest(metresPerPixel) - steps, ZoomLevels.FINEST, ZoomLevels.COARSEST);
        return zoomed(ZoomLevels.metresPerPixel(level), px, py);
    }

    /// The nearest camera at which the map may rest.
    public MapCamera settled() {
        return stepped(0, width / 2.0, height / 2.0);
    }

    public boolean atRest() {
        return ZoomLevels.isExact(metresPerPixel);
    }

    int level() {
        return ZoomLevels.nearest(metresPerPixel);
    }

    /// The window's left edge in pixels of the whole map at this scale; a whole number, so that resting tiles are
    /// copied.
    long originX() {
        return Math.round(centreX / metresPerPixel - width / 2.0);
    }

    long originY() {
        return Math.round(-centreY / metresPerPixel - height / 2.0);
    }
}
