package org.yiping.console.map;

/// One square of the map at one zoom level; x to the east, y to the south, from the city's origin. Immutable; any
/// thread.
record TileKey(int level, int x, int y) {
    static final int SIDE = 256;

    CityBox ground() {
        return PixelGrid.of(this).ground(0);
    }
}
