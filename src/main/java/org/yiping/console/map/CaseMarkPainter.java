package org.yiping.console.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Draws a case mark: shape by kind, filling by light, colour as third hint. The origin is the middle. Any thread.
final class CaseMarkPainter {
    /// Stroke width as a share of the radius.
    private static final double STROKE = 0.26;

    private static final double HALO = 1.6;
    private final Palette palette;

    CaseMarkPainter(Palette palette) {
        this.palette = palette;
    }

    /// `size` is the outer width of the circle; other shapes are drawn to the same visual weight.
    void paint(Graphics2D g, MarkShape shape, MarkFill fill, double size) {
        double r = size / 2;
        double stroke = Math.max(1.5, STROKE * r);
        Shape outline = outline(shape, r - stroke / 2);
        Color land = colour(palette.ground().land());
        g.setColor(land);
        g.setStroke(new BasicStroke((float) (stroke + 2 * HALO), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(outline);
        g.fill(outline);
        Color edge = colour(edge(fill));
        g.setColor(edge);
        switch (fill) {
            case HALF -> {
                Shape clip = g.getClip();
                g.clip(new Rectangle2D.Double(-size, 0, 2 * size, size));
                g.setColor(colour(palette.lights().yellow().fill()));
                g.fill(outline);
                g.setClip(clip);
            }
            case SOLID -> {
                g.setColor(colour(palette.lights().red().fill()));
                g.fill(outline);
            }
            case HOLLOW, BARS, TICK, CROSS, UNKNOWN -> {}
        }
        g.setColor(edge);
        g.setStroke(stroke(fill, shape, stroke, r));
        g.draw(outline);
        sign(g, shape, fill, r);
    }

    private static BasicStroke stroke(MarkFill fill, MarkShape shape, double stroke, double r) {
        if (fill != MarkFill.UNKNOWN) {
            return new BasicStroke((float) stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_MITER);
        }
        // an even number of dashes around, so that they close without a stub
        double around = shape == MarkShape.CIRCLE ? 2 * Math.PI * (r - stroke / 2) : 8 * (r - stroke / 2);
        float dash = (float) (around / 16);
        return new BasicStroke(
                (float) Math.max(1.3, stroke * 0.75),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {dash, dash},
                dash / 2);
    }

    private void sign(Graphics2D g, MarkShape shape, MarkFill fill, double r) {
        // a triangle's optical middle lies below its box's
        double dy = shape == MarkShape.TRIANGLE ? r * 0.16 : 0;
        AffineTransform kept = g.getTransform();
        g.translate(0, dy);
        float thin = (float) Math.max(1.4, r * 0.2);
        g.setStroke(new BasicStroke(thin, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        switch (fill) {
            case SOLID -> {
                g.setColor(colour(palette.lights().red().on()));
                double w = r * 0.25;
                Path2D bar = new Path2D.Double();
                bar.moveTo(-w / 2 - r * 0.02, -r * 0.56);
                bar.lineTo(w / 2 + r * 0.02, -r * 0.56);
                bar.lineTo(w / 2 - r * 0.03, r * 0.12);
                bar.lineTo(-w / 2 + r * 0.03, r * 0.12);
                bar.closePath();
                g.fill(bar);
                double dot = r * 0.29;
                g.fill(new Ellipse2D.Double(-dot / 2, r * 0.28, dot, dot));
            }
            case BARS -> {
                double w = Math.max(1.5, r * 0.22);
                double h = r * 0.8;
                g.fill(new Rectangle2D.Double(-r * 0.14 - w, -h / 2, w, h));
                g.fill(new Rectangle2D.Double(r * 0.14, -h / 2, w, h));
            }
            case TICK -> {
                Path2D tick = new Path2D.Double();
                tick.moveTo(-r * 0.36, r * 0.02);
                tick.lineTo(-r * 0.1, r * 0.28);
                tick.lineTo(r * 0.38, -r * 0.26);
                g.draw(tick);
            }
            case CROSS -> {
                double a = r * 0.3;
                Path2D cross = new Path2D.Double();
                cross.moveTo(-a, -a);
                cross.lineTo(a, a);
                cross.moveTo(-a, a);
                cross.lineTo(a, -a);
                g.draw(cross);
            }
            case UNKNOWN -> {
                Path2D question = new Path2D.Double();
                question.moveTo(-r * 0.24, -r * 0.2);
                question.curveTo(-r * 0.24, -r * 0.58, r * 0.3, -r * 0.56, r * 0.24, -r * 0.16);
                question.curveTo(r * 0.2, r * 0.02, 0, r * 0.02, 0, r * 0.18);
                g.draw(question);
                double dot = thin * 1.15;
                g.fill(new Ellipse2D.Double(-dot / 2, r * 0.38, dot, dot));
            }
            case HOLLOW, HALF -> {}
        }
        g.setTransform(kept);
    }

    int edge(MarkFill fill) {
        return switch (fill) {
            case HOLLOW -> palette.lights().green();
            case HALF -> palette.lights().yellow().edge();
            case SOLID -> palette.lights().red().fill();
            case BARS, TICK, CROSS -> palette.marks().muted();
            case UNKNOWN -> palette.marks().unknown();
        };
    }

    static Shape outline(MarkShape shape, double r) {
        return switch (shape) {
            case CIRCLE -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(-r * 0.92, -r * 0.92, r * 1.84, r * 1.84);
            case DIAMOND -> polygon(0, -r * 1.16, r * 1.16, 0, 0, r * 1.16, -r * 1.16, 0);
            case TRIANGLE -> polygon(0, -r * 1.06, r * 1.12, r * 0.84, -r * 1.12, r * 0.84);
        };
    }

    static Path2D polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    static Color colour(int argb) {
        return new Color(argb, true);
    }
}
