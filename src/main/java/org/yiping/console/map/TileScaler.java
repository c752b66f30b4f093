package org.yiping.console.map;

import java.util.List;

/// Enlarges or reduces tiles into a picture while the map is between two levels: between the four nearest pixels,
/// weighted by distance, or in passing by the nearest alone, in a quarter of the time. Confined to one thread.
///
/// Of four first along a row, then between two rows: so each pixel of the tile is looked at once along
/// a row and not for every row of the picture it has a part in, and the second step is plain arithmetic
/// on whole rows.
final class TileScaler {
    private static final int SIDE = TileKey.SIDE;
    private static final int RED_BLUE = 0x00FF00FF;
    private static final int GREEN = 0x0000FF00;
    private static final int OPAQUE = 0xFF000000;

    /// Where each column of the picture lies in a row of the tile, and the share of the pixel beside it.
    private int[] columns = new int[0];

    private int[] shares = new int[0];
    private int[] nearest = new int[0];
    private int[] lefts = new int[0];
    private int[] rights = new int[0];

    private int[] upper = new int[0];
    private int[] lower = new int[0];

    /// Draws tiles that stand side by side, each over its span, where the canvas may be changed.
    void draw(List<int[]> tiles, List<PixelBox> spans, Canvas canvas, boolean passing) {
        if (passing) {
            drawNearest(tiles, spans, canvas);
        } else {
            drawBetween(tiles, spans, canvas);
        }
    }

    private void drawBetween(List<int[]> tiles, List<PixelBox> spans, Canvas canvas) {
        PixelBox all = spans.getFirst().union(spans.getLast());
        PixelBox box = all.within(canvas.clip());
        if (box.isEmpty()) {
            return;
        }
        int width = box.width();
        if (columns.length < width) {
            columns = new int[width];
            shares = new int[width];
            lefts = new int[width];
            rights = new int[width];
            upper = new int[width];
            lower = new int[width];
        }
        for (PixelBox span : spans) {
            double step = (double) SIDE / span.width();
            int end = Math.min(span.right(), box.right());
            for (int x = Math.max(span.left(), box.left()); x < end; x++) {
                int at = place((x - span.left() + 0.5) * step);
                columns[x - box.left()] = at >> 8;
                shares[x - box.left()] = at & 255;
            }
        }
        double step = (double) SIDE / all.height();
        int upperRow = -1;
        int lowerRow = -1;
        for (int y = box.top(); y < box.bottom(); y++) {
            int at = place((y - all.top() + 0.5) * step);
            int row = at >> 8;
            if (row == lowerRow) {
                int[] swapped = upper;
                upper = lower;
                lower = swapped;
                lowerRow = -1;
            } else if (row != upperRow) {
                stretch(tiles, spans, box, row, upper);
            }
            upperRow = row;
            if (row + 1 != lowerRow) {
                stretch(tiles, spans, box, row + 1, lower);
                lowerRow = row + 1;
            }
            blend(canvas.pixels(), y * canvas.width() + box.left(), width, at & 255);
        }
    }

    /// In passing: each pixel is that of the tile below its middle.
    private void drawNearest(List<int[]> tiles, List<PixelBox> spans, Canvas canvas) {
        PixelBox all = spans.getFirst().union(spans.getLast());
        PixelBox box = all.within(canvas.clip());
        if (box.isEmpty()) {
            return;
        }
        if (nearest.length < box.width()) {
            nearest = new int[box.width()];
        }
        for (PixelBox span : spans) {
            double step = (double) SIDE / span.width();
            int end = Math.min(span.right(), box.right());
            for (int x = Math.max(span.left(), box.left()); x < end; x++) {
                nearest[x - box.left()] = (int) ((x - span.left() + 0.5) * step);
            }
        }
        double step = (double) SIDE / all.height();
        int[] pixels = canvas.pixels();
        int before = -1;
        for (int y = box.top(); y < box.bottom(); y++) {
            int out = y * canvas.width() + box.left();
            int row = (int) ((y - all.top() + 0.5) * step);
            if (row == before) {
                System.arraycopy(pixels, out - canvas.width(), pixels, out, box.width());
                continue;
            }
            before = row;
            for (int i = 0; i < tiles.size(); i++) {
                int from = Math.max(spans.get(i).left(), box.left()) - box.left();
                int to = Math.min(spans.get(i).right(), box.right()) - box.left();
                pick(tiles.get(i), row * SIDE, pixels, out, from, to);
            }
        }
    }

    private void pick(int[] tile, int row, int[] pixels, int out, int from, int to) {
        int[] at = nearest;
        for (int i = from; i < to; i++) {
            pixels[out + i] = tile[row + at[i]];
        }
    }

    /// A place in pixels, whose middles are at halves, as a pixel times 256 and the share of the next; there always is
    /// one.
    private static int place(double at) {
        return Math.clamp((long) Math.floor((at - 0.5) * 256), 0, ((SIDE - 1) << 8) - 1);
    }

    /// Looks pixels up tile by tile, then mixes the whole row at once: of numbers in the same place of each array the
    /// compiler makes eight at a time.
    private void stretch(List<int[]> tiles, List<PixelBox> spans, PixelBox box, int row, int[] out) {
        for (int i = 0; i < tiles.size(); i++) {
            int from = Math.max(spans.get(i).left(), box.left()) - box.left();
            int to = Math.min(spans.get(i).right(), box.right()) - box.left();
            look(tiles.get(i), row * SIDE, from, to);
        }
        int[] a = lefts;
        int[] b = rights;
        int[] share = shares;
        for (int i = 0, width = box.width(); i < width; i++) {
            out[i] = mix(a[i], b[i], share[i]);
        }
    }

    private void look(int[] tile, int row, int from, int to) {
        int[] a = lefts;
        int[] b = rights;
        int[] at = columns;
        for (int i = from; i < to; i++) {
            int left = row + at[i];
            a[i] = tile[left];
            b[i] = tile[left + 1];
        }
    }

    /// Into a row of its own and not at once into the picture, for the same reason.
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
