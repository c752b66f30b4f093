package org.yiping.console.map;

/// Where city metres fall in a picture: scale, and the picture's corner in pixels of the whole map. At rest the corner
/// is whole, so a place falls on the same pixel of the map in every picture and nothing trembles. Immutable; any
/// thread.
record PixelGrid(double metresPerPixel, double left, double top, int width, int height) {
    static PixelGrid of(MapCamera camera) {
        double scale = camera.metresPerPixel();
        return camera.atRest()
                ? new PixelGrid(
                        ZoomLevels.metresPerPixel(camera.level()),
                        camera.originX(),
                        camera.originY(),
                        camera.width(),
                        camera.height())
                : new PixelGrid(
                        scale,
                        camera.centreX() / scale - camera.width() / 2.0,
                        -camera.centreY() / scale - camera.height() / 2.0,
                        camera.width(),
                        camera.height());
    }

    static PixelGrid of(TileKey tile) {
        return new PixelGrid(
                ZoomLevels.metresPerPixel(tile.level()),
                (double) tile.x() * TileKey.SIDE,
                (double) tile.y() * TileKey.SIDE,
                TileKey.SIDE,
                TileKey.SIDE);
    }

    /// With so many pixels more on each side.
    PixelGrid grown(int margin) {
        return new PixelGrid(metresPerPixel, left - margin, top - margin, width + 2 * margin, height + 2 * margin);
    }

    /// The same ground at another scale.
    PixelGrid at(double scale) {
        double times = metresPerPixel / scale;
        return new PixelGrid(
                scale, left * times, top * times, (int) Math.ceil(width * times), (int) Math.ceil(height * times));
    }

    boolean covers(PixelGrid other) {
        return left <= other.left
                && top <= other.top
                && left + width >= other.left + other.width
                && top + height >= other.top + other.height;
    }

    double x(double cityX) {
        return cityX / metresPerPixel - left;
    }

    double y(double cityY) {
        return -cityY / metresPerPixel - top;
    }

    int pixelX(double cityX) {
        return (int) Math.floor(x(cityX));
    }

    int pixelY(double cityY) {
        return (int) Math.floor(y(cityY));
    }

    /// The ground in the picture, and `margin` pixels around it.
    CityBox ground(double margin) {
        return new CityBox(
                (left - margin) * metresPerPixel,
                -(top + height + margin) * metresPerPixel,
                (left + width + margin) * metresPerPixel,
                -(top - margin) * metresPerPixel);
    }

    /// Puts a packed path's pixels, x and y in turn, into `out`, enlarged as needed.
    double[] project(Paths paths, int path, double[] out) {
        int n = 2 * (paths.to(path) - paths.from(path));
        double[] into = out.length >= n ? out : new double[2 * n];
        for (int i = paths.from(path), o = 0; i < paths.to(path); i++) {
            into[o++] = x(paths.xs[i]);
            into[o++] = y(paths.ys[i]);
        }
        return into;
    }
}
