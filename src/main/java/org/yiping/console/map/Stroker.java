package org.yiping.console.map;

/// Feeds a rasteriser the outline of a line of some width: a box a stretch, a wedge at each bend, half discs at the
/// ends. The parts abut exactly, so bends show no bump. Pixels, y down. Confined to one thread at a time.
final class Stroker {
    private final Rasteriser into;
    private final double half;
    private final int arc;

    Stroker(Rasteriser into, double width) {
        this.into = into;
        this.half = width / 2;
        this.arc = half < 1.5 ? 2 : half < 5 ? 4 : 8;
    }

    /// `line` holds x and y in turn, `n` numbers of it.
    void line(double[] line, int n, boolean roundEnds) {
        double lastNx = 0;
        double lastNy = 0;
        boolean begun = false;
        for (int i = 2; i < n; i += 2) {
            double x0 = line[i - 2];
            double y0 = line[i - 1];
            double dx = line[i] - x0;
            double dy = line[i + 1] - y0;
            double length = Math.hypot(dx, dy);
            if (length < 1e-6) {
                continue;
            }
            double nx = -dy / length * half;
            double ny = dx / length * half;
            if (begun) {
                bend(x0, y0, lastNx, lastNy, nx, ny);
            } else if (roundEnds) {
                cap(x0, y0, nx, ny);
            }
            quad(x0, y0, line[i], line[i + 1], nx, ny);
            lastNx = nx;
            lastNy = ny;
            begun = true;
        }
        if (begun && roundEnds) {
            cap(line[n - 2], line[n - 1], -lastNx, -lastNy);
        }
    }

    private void quad(double x0, double y0, double x1, double y1, double nx, double ny) {
        into.edge(x0 + nx, y0 + ny, x1 + nx, y1 + ny);
        into.edge(x1 + nx, y1 + ny, x1 - nx, y1 - ny);
        into.edge(x1 - nx, y1 - ny, x0 - nx, y0 - ny);
        into.edge(x0 - nx, y0 - ny, x0 + nx, y0 + ny);
    }

    private void bend(double x, double y, double ax, double ay, double bx, double by) {
        double cross = ax * by - ay * bx;
        double dot = ax * bx + ay * by;
        if (Math.abs(cross) < 0.02 * half * half && dot > 0) {
            return;
        }
        // the outer side of the turn; the fan turns the same way as the boxes
        if (cross > 0) {
            fan(x, y, -ax, -ay, Math.atan2(cross, dot));
        } else {
            fan(x, y, bx, by, Math.atan2(-cross, dot));
        }
    }

    private void cap(double x, double y, double nx, double ny) {
        fan(x, y, nx, ny, Math.PI);
    }

    /// A sector from the offset (ox, oy) on by `angle`.
    private void fan(double x, double y, double ox, double oy, double angle) {
        int steps = Math.max(1, (int) Math.ceil(arc * angle / Math.PI));
        double cos = Math.cos(angle / steps);
        double sin = Math.sin(angle / steps);
        double px = ox;
        double py = oy;
        into.edge(x + px, y + py, x, y);
        for (int i = 0; i < steps; i++) {
            double qx = px * cos - py * sin;
            double qy = px * sin + py * cos;
            into.edge(x + qx, y + qy, x + px, y + py);
            px = qx;
            py = qy;
        }
        into.edge(x, y, x + px, y + py);
    }

    /// The same line in dashes, measured from its first vertex so that neighbouring tiles agree.
    void dashed(double[] line, int n, double on, double off) {
        double period = on + off;
        double at = 0;
        for (int i = 2; i < n; i += 2) {
            double dx = line[i] - line[i - 2];
            double dy = line[i + 1] - line[i - 1];
            double length = Math.hypot(dx, dy);
            if (length < 1e-6) {
                continue;
            }
            for (double d = Math.floor(at / period) * period; d < at + length; d += period) {
                double from = Math.max(d, at) - at;
                double to = Math.min(d + on, at + length) - at;
                if (to > from) {
                    quad(
                            line[i - 2] + dx * from / length,
                            line[i - 1] + dy * from / length,
                            line[i - 2] + dx * to / length,
                            line[i - 1] + dy * to / length,
                            -dy / length * half,
                            dx / length * half);
                }
            }
            at += length;
        }
    }
}
