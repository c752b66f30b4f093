package org.yiping.console.map;

import org.yiping.console.map.style.LayerStack;

/// One square of the map at one zoom level; x to the east, y to the south, from the city's origin. `stack` is what is
/// seen of the ground: windows that see the same share tiles, and none is shown another's. Immutable; any thread.
record TileKey(int level, int x, int y, LayerStack stack) {
    static final int SIDE = 256;

    TileKey(int level, int x, int y) {
        this(level, x, y, LayerStack.plain());
    }

    CityBox ground() {
        return PixelGrid.of(this).ground(0);
    }
}
