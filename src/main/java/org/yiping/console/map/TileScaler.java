package org.yiping.console.map;

/// Enlarges or reduces a tile into a picture while the map is between two levels: between the four nearest pixels,
/// weighted by distance. Confined to one thread.
///
/// First along a row, then between two rows: so each pixel of the tile is looked at once along a row and not for every
/// row of the picture it has a part in, and the second step is plain arithmetic on whole rows.
final class TileScaler {
    private static final int SIDE = TileKey.SIDE;
    private static final int RED_BLUE = 0x00FF00FF;
    private static final int GREEN = 0x0000FF00;
    private static final int OPAQUE = 0xFF000000;

    /// Where each column of the picture lies in a row of the tile, and the share of the pixel beside it.
    private int[] columns = new int[0];

    private int[] shares = new int[0];
    private int[] lefts = new int[0];
    private int[] rights = new int[0];

    private int[] upper = new int[0];
    private int[] lower = new int[0];

    /// Draws that part of a tile lying over `span` which is in `box`.
    void draw(int[] tile, PixelBox span, Canvas canvas, PixelBox box) {
        int width = box.width();
        if (columns.length < width) {
            columns = new int[width];
            shares = new int[width];
            lefts = new int[width];
            rights = new int[width];
            upper = new int[width];
            lower = new int[width];
        }
        double stepX = (double) SIDE / span.width();
        for (int i = 0; i < width; i++) {
            int at = place((box.left() + i - span.left() + 0.5) * stepX);
            columns[i] = at >> 8;
            shares[i] = at & 255;
        }
        double stepY = (double) SIDE / span.height();
        int upperRow = -1;
        int lowerRow = -1;
        for (int y = box.top(); y < box.bottom(); y++) {
            int at = place((y - span.top() + 0.5) * stepY);
            int row = at >> 8;
            int next = Math.min(SIDE - 1, row + 1);
            if (row == lowerRow) {
                int[] swapped = upper;
                upper = lower;
                lower = swapped;
                lowerRow = -1;
            } else if (row != upperRow) {
                stretch(tile, row * SIDE, upper, width);
            }
            upperRow = row;
            int share = at & 255;
            if (share == 0) {
                System.arraycopy(upper, 0, canvas.pixels(), y * canvas.width() + box.left(), width);
                continue;
            }
            if (next != lowerRow) {
                stretch(tile, next * SIDE, lower, width);
                lowerRow = next;
            }
            blend(canvas.pixels(), y * canvas.width() + box.left(), width, share);
        }
    }

    /// A place in pixels, whose middles are at halves, as a pixel times 256 and the share of the next.
    private static int place(double at) {
        return Math.clamp((long) Math.floor((at - 0.5) * 256), 0, (SIDE - 1) << 8);
    }

    /// Looks pixels up in one loop and mixes them in another, of which the compiler makes eight at a time.
    private void stretch(int[] tile, int from, int[] out, int width) {
        int[] a = lefts;
        int[] b = rights;
        int[] at = columns;
        for (int i = 0; i < width; i++) {
            int left = at[i];
            a[i] = tile[from + left];
            b[i] = tile[from + Math.min(SIDE - 1, left + 1)];
        }
        int[] share = shares;
        for (int i = 0; i < width; i++) {
            out[i] = mix(a[i], b[i], share[i]);
        }
    }

    /// Into a row of its own and not at once into the picture: of numbers in the same place of each array the compiler
    /// makes eight at a time.
    private void blend(int[] pixels, int out, int width, int share) {
        int[] a = upper;
        int[] b = lower;
        int[] mixed = lefts;
        for (int i = 0; i < width; i++) {
            mixed[i] = mix(a[i], b[i], share);
        }
        System.arraycopy(mixed, 0, pixels, out, width);
    }

    /// Two channels at a time: a whole number of both at once is as good as one of each.
    private static int mix(int a, int b, int share) {
        int redBlue = a & RED_BLUE;
        int green = a & GREEN;
        int mixed = (redBlue << 8) + ((b & RED_BLUE) - redBlue) * share;
        int mixedGreen = (green << 8) + ((b & GREEN) - green) * share;
        return OPAQUE | (mixed >>> 8 & RED_BLUE) | (mixedGreen >>> 8 & GREEN);
    }
}
