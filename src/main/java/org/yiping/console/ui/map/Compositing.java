package org.yiping.console.ui.map;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Toolkit;
import org.yiping.console.map.Piece;
import org.yiping.console.map.PixelBox;

/// Who puts the map's pictures together (合成方式): the engine in its own buffer, or a graphics card of textures.
/// FX thread.
///
/// A card is asked for where the toolkit draws with one, and trusted once it has drawn a known pattern as it
/// should. Drivers that lose the last row of a texture or take its colours for something else are why; a map
/// that is only slow is better than one that is wrong. The system property `yiping.map.compositor` says
/// `software` or `textures` where somebody knows better; also then the pattern is drawn first.
enum Compositing {
    SOFTWARE,
    TEXTURES;

    static final String PROPERTY = "yiping.map.compositor";

    private static final Logger log = LoggerFactory.getLogger(Compositing.class);
    private static final int SIDE = 256;
    /// The pattern's tiles, side by side, in their own size and enlarged below.
    private static final int LARGE = 300;

    /// A channel may be off by so much where nothing is scaled: once for the ground, once for what lies over
    /// it.
    private static final int EXACT = 2;

    private static final int SCALED = 6;

    static Compositing chosen() {
        String wish = System.getProperty(PROPERTY, "").toLowerCase(Locale.ROOT);
        boolean asked = wish.equals("textures") || (!wish.equals("software") && Toolkit.hasGraphicsCard());
        if (!asked) {
            log.info("the map is put together in memory");
            return SOFTWARE;
        }
        return trusted(Compositing::snapshot);
    }

    /// Draws pieces and what lies over them, and tells what can be seen.
    @FunctionalInterface
    interface Card {
        int[] draw(List<Piece> pieces, int[] above, int width, int height);
    }

    static Compositing trusted(Card card) {
        try {
            OptionalInt off = worst(card);
            if (off.isEmpty()) {
                log.info("the map is put together by the graphics card");
                return TEXTURES;
            }
            log.warn(
                    "the graphics card draws the map's test picture wrongly, by {} of 255 too much; the map is put together"
                            + " in memory instead",
                    off.getAsInt());
        } catch (RuntimeException e) {
            log.warn("the graphics card cannot draw the map's test picture; the map is put together in memory", e);
        }
        return SOFTWARE;
    }

    /// By how much the picture is farther off than it may be; nothing where it is as it should.
    private static OptionalInt worst(Card card) {
        int[] left = pattern(0);
        int[] right = pattern(1);
        List<Piece> pieces = List.of(
                new Piece("left", SIDE, left, new PixelBox(0, 0, SIDE, SIDE)),
                new Piece("right", SIDE, right, new PixelBox(SIDE, 0, 2 * SIDE, SIDE)),
                new Piece("left below", SIDE, left, new PixelBox(0, SIDE, LARGE, SIDE + LARGE)),
                new Piece("right below", SIDE, right, new PixelBox(LARGE, SIDE, 2 * LARGE, SIDE + LARGE)));
        int width = 2 * LARGE;
        int height = SIDE + LARGE;
        int[] above = new int[width * height];
        for (int i = 0; i < above.length; i++) {
            above[i] = covered(i % width, i / width) ? 0x80402000 : 0;
        }
        int[] seen = card.draw(pieces, above, width, height);
        int worst = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < (y < SIDE ? 2 * SIDE : width); x++) {
                int below = y < SIDE
                        ? (x < SIDE ? left : right)[y * SIDE + x % SIDE]
                        : scaled(x < LARGE ? left : right, x % LARGE, y - SIDE);
                int wanted = covered(x, y) ? over(below, above[y * width + x]) : below;
                worst = Math.max(worst, apart(wanted, seen[y * width + x]) - (y < SIDE ? EXACT : SCALED));
            }
        }
        return worst > 0 ? OptionalInt.of(worst) : OptionalInt.empty();
    }

    /// Slopes of each channel, so that a texture turned, moved by a pixel or read as another format is seen,
    /// and no steps, of which every card makes something else when it enlarges them. Both meet without a seam.
    private static int[] pattern(int which) {
        int[] pixels = new int[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIDE;
            int along = which == 0 ? x : SIDE - 1 - x;
            pixels[i] = 0xFF000000 | along << 16 | (i / SIDE) << 8 | (128 + along / 2 - i / SIDE / 2);
        }
        return pixels;
    }

    private static boolean covered(int x, int y) {
        return (x / 40 + y / 40) % 3 == 0;
    }

    private static int scaled(int[] tile, int x, int y) {
        int column = (int) Math.clamp((x + 0.5) * SIDE / LARGE, 0.0, SIDE - 1.0);
        int row = (int) Math.clamp((y + 0.5) * SIDE / LARGE, 0.0, SIDE - 1.0);
        return tile[row * SIDE + column];
    }

    private static int over(int below, int above) {
        int sum = 0xFF000000;
        for (int shift = 0; shift < 24; shift += 8) {
            int ground = (below >> shift & 255) * (255 - (above >>> 24));
            sum |= ((above >> shift & 255) + Math.round(ground / 255f)) << shift;
        }
        return sum;
    }

    private static int apart(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((a >>> shift & 255) - (b >>> shift & 255)));
        }
        return most;
    }

    /// By the toolkit's own pipeline, of the nodes a map view is made of.
    static int[] snapshot(List<Piece> pieces, int[] above, int width, int height) {
        TileTextures ground = new TileTextures();
        ground.show(pieces, width, height);
        WritableImage over = new WritableImage(width, height);
        over.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), above, 0, width);
        PixelReader seen =
                new Group(ground, new ImageView(over)).snapshot(null, null).getPixelReader();
        int[] pixels = new int[width * height];
        seen.getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return pixels;
    }
}
