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
            wrong += Arrays.equals(engine.cache().pixels(tile), due) ? 0 : 1;
            engine.cache().release(tile);
        }
    }

    /// Whether the ground, as it is drawn for a camera now, is of one colour there.
    public static boolean isPlain(MapEngine engine, LayerStack stack, MapCamera camera) {
        TilePainter painter = new TilePainter();
        int[] due = new int[TileKey.SIDE * TileKey.SIDE];
        PixelGrid grid = PixelGrid.of(camera);
        double side = TileKey.SIDE * ZoomLevels.metresPerPixel(camera.level()) / grid.metresPerPixel();
        double step = side / TileKey.SIDE;
        int colour = 0;
        boolean first = true;
        for (TileKey key : GroundCompositor.covering(camera, stack.ground())) {
            painter.paint(engine.scene(), key, due);
            for (int i = 0; i < due.length; i++) {
                double x = key.x() * side + (i % TileKey.SIDE) * step - grid.left();
                double y = key.y() * side + Math.floorDiv(i, TileKey.SIDE) * step - grid.top();
                if (x < 0 || y < 0 || x >= camera.width() || y >= camera.height()) {
                    continue;
                }
                if (!first && due[i] != colour) {
                    return false;
                }
                colour = due[i];
                first = false;
            }
        }
        return true;
    }

    public int count() {
        return count;
    }

    /// Tiles that are missing or look otherwise than they would be drawn.
    public int wrong() {
        return wrong;
    }
}
