package org.yiping.console.ui.control;

/// The one drawing of a case mark, free of any toolkit: the screen, a map's pixels and a PDF all replay it.
///
/// Any thread. Lengths are in pixels of the target; the figure is centred in a square of `size`. Small figures are
/// snapped to whole pixels, so that a 14 px square has sharp edges at 100 %.
public final class CaseMarkPath {
    /// Where a colour comes from; the caller knows the theme.
    public enum Ink {
        EDGE,
        GROUND,
        SIGN
    }

    /// What a target must be able to do. A path is built by moves, lines and curves, then filled or stroked once.
    public interface Pen {
        void begin();

        void moveTo(double x, double y);

        void lineTo(double x, double y);

        void curveTo(double x1, double y1, double x2, double y2, double x, double y);

        void close();

        void fill(Ink ink);

        /// Dash lengths in pixels, empty for a whole line; mitred corners, butt ends.
        void stroke(Ink ink, double width, double... dash);
    }

    private static final double RADIUS = 0.40;
    private static final double HEAVY = 0.26;
    private static final double LIGHT = 0.17;
    private static final double ARC = 0.5522847498;

    private final Pen pen;
    private final MarkShape shape;
    private final double c;
    private final double r;
    private final boolean snap;

    private CaseMarkPath(Pen pen, MarkShape shape, double size) {
        this.pen = pen;
        this.shape = shape;
        this.c = size / 2;
        this.r = size * RADIUS;
        this.snap = size <= 40;
    }

    /// Draws the figure into the pen.
    public static void draw(Pen pen, MarkShape shape, MarkLight light, double size) {
        new CaseMarkPath(pen, shape, size).draw(light);
    }

    private void draw(MarkLight light) {
        switch (light) {
            case CALM -> edge(width(HEAVY));
            case SOON -> {
                lowerHalf();
                pen.fill(Ink.GROUND);
                edge(width(HEAVY));
            }
            case OVER -> {
                outline(width(HEAVY));
                pen.fill(Ink.GROUND);
                edge(width(HEAVY));
                exclamation();
            }
            case HELD -> {
                edge(width(HEAVY * 0.8));
                bars();
            }
            case DONE -> {
                edge(width(LIGHT));
                tick();
            }
            case VOID -> {
                edge(width(LIGHT));
                cross();
            }
            case UNKNOWN -> {
                double w = width(LIGHT);
                outline(w);
                double unit = Math.max(2, r * 0.36);
                pen.stroke(Ink.EDGE, w, unit, unit * 0.8);
                question();
            }
        }
    }

    private void edge(double width) {
        outline(width);
        pen.stroke(Ink.EDGE, width);
    }

    private double width(double share) {
        double w = r * share;
        if (!snap) {
            return w;
        }
        // Only level and upright edges gain from whole pixels; a rounded slant would look too thin or too fat.
        return shape == MarkShape.SQUARE ? Math.max(1, Math.round(w + 0.2)) : Math.max(1.2, w);
    }

    private void outline(double stroke) {
        pen.begin();
        switch (shape) {
            case CIRCLE -> circle();
            case SQUARE -> {
                double lo = snapped(c - 0.9 * r, stroke);
                double hi = 2 * c - lo;
                polygon(lo, lo, hi, lo, hi, hi, lo, hi);
            }
            case DIAMOND -> polygon(c, c - 1.06 * r, c + 1.06 * r, c, c, c + 1.06 * r, c - 1.06 * r, c);
            case TRIANGLE -> {
                double base = snapped(c + 0.86 * r, stroke);
                polygon(c, c - r, c + 1.04 * r, base, c - 1.04 * r, base);
            }
        }
    }

    /// The outline below its middle height.
    private void lowerHalf() {
        pen.begin();
        switch (shape) {
            case CIRCLE -> {
                pen.moveTo(c - r, c);
                pen.curveTo(c - r, c + ARC * r, c - ARC * r, c + r, c, c + r);
                pen.curveTo(c + ARC * r, c + r, c + r, c + ARC * r, c + r, c);
                pen.close();
            }
            case SQUARE -> polygon(c - 0.9 * r, c, c + 0.9 * r, c, c + 0.9 * r, c + 0.9 * r, c - 0.9 * r, c + 0.9 * r);
            case DIAMOND -> polygon(c - 1.06 * r, c, c + 1.06 * r, c, c, c + 1.06 * r);
            case TRIANGLE -> {
                double top = c + 0.12 * r;
                double half = 1.04 * r * (top - (c - r)) / (1.86 * r);
                polygon(c - half, top, c + half, top, c + 1.04 * r, c + 0.86 * r, c - 1.04 * r, c + 0.86 * r);
            }
        }
    }

    private void circle() {
        pen.moveTo(c + r, c);
        pen.curveTo(c + r, c + ARC * r, c + ARC * r, c + r, c, c + r);
        pen.curveTo(c - ARC * r, c + r, c - r, c + ARC * r, c - r, c);
        pen.curveTo(c - r, c - ARC * r, c - ARC * r, c - r, c, c - r);
        pen.curveTo(c + ARC * r, c - r, c + r, c - ARC * r, c + r, c);
        pen.close();
    }

    private void exclamation() {
        double y = signY();
        double s = signScale();
        double half = Math.max(snap ? 1 : 0, r * 0.15 * s);
        if (snap) {
            half = Math.round(half * 2) / 2.0;
        }
        rectangle(c - half, y - 0.62 * r * s, c + half, y + 0.16 * r * s);
        pen.fill(Ink.SIGN);
        rectangle(c - half, y + 0.36 * r * s, c + half, y + 0.36 * r * s + 2 * half);
        pen.fill(Ink.SIGN);
    }

    private void bars() {
        double y = signY();
        double s = signScale();
        double gap = Math.max(1, r * 0.13 * s);
        double wide = Math.max(1, r * 0.25 * s);
        if (snap) {
            gap = Math.round(gap * 2) / 2.0;
            wide = Math.round(wide);
        }
        double tall = 0.44 * r * s;
        rectangle(c - gap - wide, y - tall, c - gap, y + tall);
        pen.fill(Ink.SIGN);
        rectangle(c + gap, y - tall, c + gap + wide, y + tall);
        pen.fill(Ink.SIGN);
    }

    private void tick() {
        double y = signY();
        double s = signScale() * r;
        pen.begin();
        pen.moveTo(c - 0.44 * s, y + 0.02 * s);
        pen.lineTo(c - 0.12 * s, y + 0.34 * s);
        pen.lineTo(c + 0.46 * s, y - 0.30 * s);
        pen.stroke(Ink.SIGN, Math.max(1.2, 0.22 * s));
    }

    private void cross() {
        double y = signY();
        double s = 0.34 * signScale() * r;
        pen.begin();
        pen.moveTo(c - s, y - s);
        pen.lineTo(c + s, y + s);
        pen.moveTo(c + s, y - s);
        pen.lineTo(c - s, y + s);
        pen.stroke(Ink.SIGN, Math.max(1.2, 0.24 * signScale() * r));
    }

    private void question() {
        double y = signY();
        double s = signScale() * r;
        pen.begin();
        pen.moveTo(c - 0.25 * s, y - 0.20 * s);
        pen.curveTo(c - 0.25 * s, y - 0.58 * s, c + 0.27 * s, y - 0.58 * s, c + 0.27 * s, y - 0.20 * s);
        pen.curveTo(c + 0.27 * s, y + 0.04 * s, c, y - 0.02 * s, c, y + 0.24 * s);
        pen.stroke(Ink.SIGN, Math.max(1.1, 0.17 * s));
        double dot = Math.max(0.6, 0.1 * s);
        rectangle(c - dot, y + 0.46 * s - dot, c + dot, y + 0.46 * s + dot);
        pen.fill(Ink.SIGN);
    }

    /// A triangle has its room below the middle.
    private double signY() {
        return shape == MarkShape.TRIANGLE ? c + 0.28 * r : c;
    }

    private double signScale() {
        return switch (shape) {
            case CIRCLE, SQUARE -> 1;
            case DIAMOND -> 0.86;
            case TRIANGLE -> 0.76;
        };
    }

    private void rectangle(double left, double top, double right, double bottom) {
        pen.begin();
        polygon(left, top, right, top, right, bottom, left, bottom);
    }

    private void polygon(double... xy) {
        pen.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            pen.lineTo(xy[i], xy[i + 1]);
        }
        pen.close();
    }

    /// Puts the edges, not the middle, of a line on pixel bounds.
    private double snapped(double at, double stroke) {
        return snap ? Math.round(at - stroke / 2) + stroke / 2 : at;
    }
}
