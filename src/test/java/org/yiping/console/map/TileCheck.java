package org.yiping.console.map;

import java.util.Arrays;
import org.yiping.console.map.style.LayerStack;

/// Holds the tiles of a complete picture against tiles drawn now. One thread, while nobody changes the map.
public final class TileCheck {
    private int count;
    private int wrong;

    public TileCheck(MapEngine engine, MapScreen screen, MapCamera camera) {
        Scene scene = engine.scene();
        LayerStack stack = screen.stack().ground();
        TilePainter painter = new TilePainter();
        int[] due = new int[TileKey.SIDE * TileKey.SIDE];
        for (TileKey key : GroundCompositor.covering(camera, stack)) {
            count++;
            TileCache.Tile tile = engine.cache().hold(key);
            if (tile == null) {
                wrong++;
                continue;
            }
            painter.paint(scene, key, due);
            wrong += Arrays.equals(tile.pixels, due) ? 0 : 1;
            engine.cache().release(tile);
        }
    }

    public int count() {
        return count;
    }

    /// Tiles that are missing or look otherwise than they would be drawn.
    public int wrong() {
        return wrong;
    }
}
