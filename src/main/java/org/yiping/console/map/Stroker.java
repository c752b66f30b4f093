package org.yiping.console.map;

import java.util.Arrays;

/// Feeds a rasteriser the outline of a line of some width, with round bends and round or flat ends: along one side and
/// back along the other. At a bend the outline follows an arc outside; inside it turns where the two sides meet, or,
/// where a stretch is too short for that, runs through the bend's own place. Then it crosses itself, but winds one way
/// around everything within half the width, and around nothing else: what the rasteriser fills is exactly that. Pixels,
/// y down. Confined to one thread at a time.
final class Stroker {
    /// Shorter stretches have no direction worth the name.
    private static final double SHORTEST = 1e-6;

    private final Rasteriser into;
    private final double half;
    private final Arc arc;
    private final double reach;
    /// The two sides, drawn as far as here: the right one as it runs, the left one against it.
    private double rightX;

    private double rightY;
    private double leftX;
    private double leftY;
    private double[] dash = new double[16];
    private int dashed;

    Stroker(Rasteriser into, double width) {
        this.into = into;
        this.half = width / 2;
        this.arc = new Arc(half);
        this.reach = half + 1;
    }

    /// `line` holds x and y in turn, `n` numbers of it. Places that are none are left out; a line that stays on one
    /// place is a disc with round ends and nothing without. Stretches far from the picture are left out.
    void line(double[] line, int n, boolean roundEnds) {
        line(line, 0, n, roundEnds);
    }

    /// The line that the numbers from `from` up to `to` of many are.
    void line(double[] line, int from, int to, boolean roundEnds) {
        if (!(half > 0)) {
            return;
        }
        double x = Double.NaN;
        double y = Double.NaN;
        double ux = 0;
        double uy = 0;
        double length = 0;
        boolean begun = false;
        boolean open = false;
        for (int i = from; i + 1 < to; i += 2) {
            double toX = line[i];
            double toY = line[i + 1];
            if (!EdgeTable.isPlace(toX, toY)) {
                continue;
            }
            double dx = toX - x;
            double dy = toY - y;
            double stretch = Math.sqrt(dx * dx + dy * dy);
            if (!(stretch >= SHORTEST)) {
                // the first place, or the same once more
                x = stretch >= 0 ? x : toX;
                y = stretch >= 0 ? y : toY;
                continue;
            }
            boolean near = isNear(x, y, toX, toY);
            double vx = dx / stretch;
            double vy = dy / stretch;
            if (open) {
                if (near) {
                    bend(x, y, ux, uy, vx, vy, Math.min(length, stretch) / 2);
                } else {
                    end(x, y, ux, uy, roundEnds);
                }
            } else if (near) {
                begin(x, y, vx, vy, roundEnds);
            }
            open = near;
            begun = true;
            x = toX;
            y = toY;
            ux = vx;
            uy = vy;
            length = stretch;
        }
        if (open) {
            end(x, y, ux, uy, roundEnds);
        } else if (!begun && roundEnds && isNear(x, y, x, y)) {
            begin(x, y, 1, 0, true);
            end(x, y, 1, 0, true);
        }
    }

    private boolean isNear(double ax, double ay, double bx, double by) {
        return !(Math.max(ax, bx) < -reach
                || Math.max(ay, by) < -reach
                || Math.min(ax, bx) > into.width() + reach
                || Math.min(ay, by) > into.height() + reach);
    }

    private void begin(double x, double y, double ux, double uy, boolean round) {
        into.strand(true);
        leftX = x + uy * half;
        leftY = y - ux * half;
        rightX = leftX;
        rightY = leftY;
        double toX = x - uy * half;
        double toY = y + ux * half;
        if (round) {
            rightArc(x, y, uy * half, -ux * half, -Math.PI);
        }
        right(toX, toY);
    }

    private void end(double x, double y, double ux, double uy, boolean round) {
        right(x - uy * half, y + ux * half);
        left(x + uy * half, y - ux * half);
        if (round) {
            rightArc(x, y, -uy * half, ux * half, -Math.PI);
        }
        right(leftX, leftY);
    }

    /// `room` is how far the inner side may be cut short.
    private void bend(double x, double y, double ux, double uy, double vx, double vy, double room) {
        double cross = ux * vy - uy * vx;
        double dot = ux * vx + uy * vy;
        double angle = Math.abs(Math.atan2(cross, dot));
        // the tangent of half the angle, times half the width, is what the inner sides lose
        boolean meet = dot > -0.9 && Math.abs(cross) * half <= room * (1 + dot);
        if (cross > 0) {
            left(x + uy * half, y - ux * half);
            leftArc(x, y, uy * half, -ux * half, angle);
            left(x + vy * half, y - vx * half);
        } else {
            right(x - uy * half, y + ux * half);
            rightArc(x, y, -uy * half, ux * half, -angle);
            right(x - vy * half, y + vx * half);
        }
        double side = cross > 0 ? half : -half;
        if (meet) {
            double scale = side / (1 + dot);
            inner(cross > 0, x - (uy + vy) * scale, y + (ux + vx) * scale);
            into.strand(false);
        } else {
            inner(cross > 0, x - uy * side, y + ux * side);
            into.strand(true);
            inner(cross > 0, x, y);
            inner(cross > 0, x - vy * side, y + vx * side);
            into.strand(true);
        }
    }

    private void inner(boolean isRight, double x, double y) {
        if (isRight) {
            right(x, y);
        } else {
            left(x, y);
        }
    }

    private void right(double x, double y) {
        into.along(rightX, rightY, x, y);
        rightX = x;
        rightY = y;
    }

    private void left(double x, double y) {
        into.along(x, y, leftX, leftY);
        leftX = x;
        leftY = y;
    }

    private void rightArc(double x, double y, double ox, double oy, double angle) {
        for (arc.begin(ox, oy, angle); arc.next(); ) {
            right(x + arc.x(), y + arc.y());
        }
    }

    private void leftArc(double x, double y, double ox, double oy, double angle) {
        for (arc.begin(ox, oy, angle); arc.next(); ) {
            left(x + arc.x(), y + arc.y());
        }
    }

    /// The same line in dashes, measured from its first vertex so that neighbouring tiles agree. Bends within a dash
    /// are round, its ends flat. Only the dashes near the picture are looked at, however long the line is.
    void dashed(double[] line, int n, double on, double off) {
        double at = 0;
        double x = Double.NaN;
        double y = Double.NaN;
        dashed = 0;
        for (int i = 0; i + 1 < n; i += 2) {
            double toX = line[i];
            double toY = line[i + 1];
            if (!EdgeTable.isPlace(toX, toY)) {
                continue;
            }
            double dx = toX - x;
            double dy = toY - y;
            double length = Math.sqrt(dx * dx + dy * dy);
            if (length >= SHORTEST) {
                if (isNear(x, y, toX, toY)) {
                    double ux = dx / length;
                    double uy = dy / length;
                    double near = Math.max(enters(x, ux, into.width()), enters(y, uy, into.height()));
                    double far = Math.min(leaves(x, ux, into.width()), leaves(y, uy, into.height()));
                    dashes(x, y, ux, uy, at, length, Math.max(0, near), Math.min(length, far), on, on + off);
                }
                at += length;
            }
            x = toX;
            y = toY;
        }
        endDash();
    }

    /// How far along a line the picture, or what is drawn just outside of it, begins in one direction.
    private double enters(double from, double u, double size) {
        return u == 0 ? 0 : ((u > 0 ? -reach : size + reach) - from) / u;
    }

    private double leaves(double from, double u, double size) {
        return u == 0 ? Double.MAX_VALUE : ((u > 0 ? size + reach : -reach) - from) / u;
    }

    private void dashes(
            double x,
            double y,
            double ux,
            double uy,
            double at,
            double length,
            double near,
            double far,
            double on,
            double period) {
        for (double d = Math.floor((at + near) / period) * period; d < at + far; d += period) {
            double from = Math.max(d - at, 0);
            double to = Math.min(d + on - at, length);
            if (from < to) {
                if (d >= at || dashed == 0) {
                    endDash();
                    toDash(x + ux * from, y + uy * from);
                }
                toDash(x + ux * to, y + uy * to);
            }
        }
    }

    private void toDash(double x, double y) {
        if (dashed == dash.length) {
            dash = Arrays.copyOf(dash, 2 * dashed);
        }
        dash[dashed++] = x;
        dash[dashed++] = y;
    }

    private void endDash() {
        line(dash, dashed, false);
        dashed = 0;
    }
}
