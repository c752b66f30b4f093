package org.yiping.console.map;

/// The way somebody came, as a thin line that fades with its age; where nobody knows the way it is interrupted. Drawn
/// from its newest end. Immutable; any thread.
final class TrailLine implements Drawing {
    private static final double HALF = 1.1;
    private static final int WHOLE = 256;
    private static final double FAINTEST = 0.18;
    private static final double STRONGEST = 0.85;

    /// Seen from the newest place's pixel.
    private final float[] xs;

    private final float[] ys;
    private final int[] seconds;
    private final int argb;
    private final double opacity;
    private final PixelBox box;
    private final int x;
    private final int y;
    private final long look;

    TrailLine(Trails.Way way, PixelGrid grid, int argb, double opacity) {
        int n = way.size();
        this.x = grid.pixelX(way.xs()[n - 1]);
        this.y = grid.pixelY(way.ys()[n - 1]);
        this.xs = new float[n];
        this.ys = new float[n];
        this.seconds = way.seconds();
        this.argb = argb;
        this.opacity = opacity;
        PixelBox all = new PixelBox(0, 0, 1, 1);
        long hash = argb * 31L + Double.hashCode(opacity);
        for (int i = 0; i < n; i++) {
            xs[i] = (float) (grid.x(way.xs()[i]) - x);
            ys[i] = (float) (grid.y(way.ys()[i]) - y);
            all = all.union(new PixelBox(
                    (int) Math.floor(xs[i]) - 2,
                    (int) Math.floor(ys[i]) - 2,
                    (int) Math.ceil(xs[i]) + 3,
                    (int) Math.ceil(ys[i]) + 3));
            hash = (hash * 31 + Float.floatToIntBits(way.xs()[i])) * 31 + Float.floatToIntBits(way.ys()[i]);
            hash = hash * 31 + seconds[i];
        }
        this.box = all;
        this.look = hash;
    }

    /// Its place, as a pixel of the grid.
    int x() {
        return x;
    }

    int y() {
        return y;
    }

    /// Tells it from others.
    long look() {
        return look;
    }

    @Override
    public PixelBox box() {
        return box;
    }

    @Override
    public void paint(Canvas canvas, int atX, int atY) {
        int last = seconds[seconds.length - 1];
        double life = Trails.LIFE.toSeconds();
        for (int i = 1; i < xs.length; i++) {
            if (seconds[i] - seconds[i - 1] <= Trails.GAP_SECONDS) {
                double young = 1 - Math.min(1, (last - seconds[i]) / life);
                double strength = (FAINTEST + (STRONGEST - FAINTEST) * young) * opacity;
                leg(canvas, atX, atY, i, strength);
            }
        }
    }

    /// Each pixel belongs to the leg beside which it lies, so that none is covered twice where two legs meet.
    private void leg(Canvas canvas, int atX, int atY, int i, double strength) {
        double x0 = xs[i - 1];
        double y0 = ys[i - 1];
        double dx = xs[i] - x0;
        double dy = ys[i] - y0;
        double length = Math.hypot(dx, dy);
        if (length == 0) {
            return;
        }
        PixelBox clip = canvas.clip();
        int top = Math.max(clip.top(), atY + (int) Math.floor(Math.min(y0, ys[i]) - 2));
        int bottom = Math.min(clip.bottom(), atY + (int) Math.ceil(Math.max(y0, ys[i]) + 2));
        double reach = HALF + 1;
        for (int row = top; row < bottom; row++) {
            double py = row - atY + 0.5 - y0;
            // where the leg's strip crosses this row
            double from;
            double to;
            if (Math.abs(dy) < 1e-6) {
                from = Math.min(0, dx) - reach;
                to = Math.max(0, dx) + reach;
            } else {
                double wide = reach * length / Math.abs(dy);
                double middle = py * dx / dy;
                from = Math.max(middle - wide, Math.min(0, dx) - reach);
                to = Math.min(middle + wide, Math.max(0, dx) + reach);
            }
            int left = Math.max(clip.left(), atX + (int) Math.floor(x0 + from));
            int right = Math.min(clip.right(), atX + (int) Math.ceil(x0 + to) + 1);
            for (int column = left; column < right; column++) {
                double px = column - atX + 0.5 - x0;
                double along = (px * dx + py * dy) / length;
                if (along < 0 || along >= length) {
                    continue;
                }
                double beside = Math.abs(px * dy - py * dx) / length;
                double cover = Math.min(1, HALF + 0.5 - beside) * strength;
                if (cover > 0) {
                    int at = row * canvas.width() + column;
                    canvas.pixels()[at] = Blend.mix(canvas.pixels()[at], argb, (int) Math.round(cover * WHOLE));
                }
            }
        }
    }
}
