package org.yiping.simulator.camera.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Flat shapes in plain numbers; everything a scene draws goes through it. One thread.
final class Brush {
    private final Graphics2D g;

    Brush(Graphics2D g) {
        this.g = g;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    Brush colour(int rgb) {
        g.setColor(new Color(rgb));
        return this;
    }

    Brush colour(int rgb, double opacity) {
        g.setColor(new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) Math.round(opacity * 255)));
        return this;
    }

    void box(double x, double y, double width, double height) {
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void rounded(double x, double y, double width, double height, double radius) {
        g.fill(new RoundRectangle2D.Double(x, y, width, height, radius * 2, radius * 2));
    }

    void disc(double centreX, double centreY, double radiusX, double radiusY) {
        g.fill(new Ellipse2D.Double(centreX - radiusX, centreY - radiusY, radiusX * 2, radiusY * 2));
    }

    void ring(double centreX, double centreY, double radius, double thickness) {
        g.setStroke(new BasicStroke((float) thickness));
        g.draw(new Ellipse2D.Double(centreX - radius, centreY - radius, radius * 2, radius * 2));
    }

    void line(double x1, double y1, double x2, double y2, double thickness) {
        g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void dashes(double x1, double y1, double x2, double y2, double thickness, double dash) {
        float[] pattern = {(float) dash, (float) dash};
        g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, pattern, 0f));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /// A filled polygon through x, y pairs.
    void area(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i + 1 < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        g.fill(path);
    }

    void text(String text, Font font, double x, double baseline) {
        g.setFont(font);
        g.drawString(text, (float) x, (float) baseline);
    }

    double widthOf(String text, Font font) {
        return g.getFontMetrics(font).getStringBounds(text, g).getWidth();
    }
}
