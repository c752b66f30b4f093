package org.yiping.console.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.yiping.domain.sensor.SensorState;

/// Draws sensors: quiet ones in the colour of all that is no case. The origin is the middle. Any thread.
final class SensorPainter {
    private static final Path2D HOUSE = CaseMarkPainter.polygon(0, -9.5, 8.5, -2.5, 8.5, 8, -8.5, 8, -8.5, -2.5);
    private static final Path2D ROOF = CaseMarkPainter.polygon(0, -9.5, 8.5, -2.5, -8.5, -2.5);
    private final Palette palette;
    private final Font bold;

    SensorPainter(MapStyle style) {
        this.palette = style.palette();
        this.bold = style.bold();
    }

    /// A house: the fuller, the more it asks for, as with cases: its roof for a warning, all of it for an alarm.
    /// What is not of now is dashed, what is out of order has a cross.
    void one(Graphics2D g, char letter, SensorState state) {
        boolean known = state == SensorState.NORMAL || state.calls();
        int tone = tone(state);
        halo(g, HOUSE, 3);
        g.setColor(colour(palette.marks().surface()));
        g.fill(HOUSE);
        g.setColor(colour(tone));
        if (state == SensorState.ALARM) {
            g.fill(HOUSE);
        } else if (state == SensorState.WARNING) {
            g.fill(ROOF);
        }
        g.setStroke(
                known || state == SensorState.FAULT
                        ? new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        : PostPainter.dashed(1.5f));
        g.draw(HOUSE);
        if (state == SensorState.ALARM) {
            g.setColor(colour(palette.lights().red().on()));
        }
        char shown = state == SensorState.UNKNOWN ? '?' : letter;
        GlyphVector text = bold.deriveFont(10f).createGlyphVector(g.getFontRenderContext(), new char[] {shown});
        Rectangle2D box = text.getVisualBounds();
        g.fill(text.getOutline((float) -box.getCenterX(), (float) (2.4 - box.getCenterY())));
        if (state == SensorState.FAULT) {
            crossed(g);
        }
    }

    private int tone(SensorState state) {
        return switch (state) {
            case ALARM -> palette.lights().red().fill();
            case WARNING -> palette.lights().yellow().edge();
            case NORMAL -> palette.marks().infra();
            case UNKNOWN, STALE, FAULT -> palette.marks().stale();
        };
    }

    /// A cross at the house's corner: what it measures stays readable.
    private void crossed(Graphics2D g) {
        Shape cross =
                AffineTransform.getTranslateInstance(8, 7).createTransformedShape(PostPainter.cross(3.2, Math.PI / 4));
        halo(g, cross, 2.6);
        g.setColor(colour(palette.marks().stale()));
        g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(cross);
    }

    /// A crowd of sensors: a house with how many there are, and at its edge how many of them call for somebody.
    void crowd(Graphics2D g, int count, int red, int yellow) {
        double side = 1.35 + 0.22 * String.valueOf(count).length();
        Shape house = AffineTransform.getScaleInstance(side, side).createTransformedShape(HOUSE);
        halo(g, house, 3);
        g.setColor(colour(palette.marks().surface()));
        g.fill(house);
        g.setColor(colour(palette.marks().infra()));
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(house);
        number(g, count, 12f, 0, 3.4);
        if (red + yellow > 0) {
            Palette.Tone tone =
                    red > 0 ? palette.lights().red() : palette.lights().yellow();
            int many = red > 0 ? red : yellow;
            double wide = 7 + 6.0 * String.valueOf(many).length();
            double x = 8.5 * side;
            double y = -6.5 * side;
            Shape pill = new RoundRectangle2D.Double(x - wide / 2, y - 7, wide, 14, 14, 14);
            halo(g, pill, 2);
            g.setColor(colour(tone.fill()));
            g.fill(pill);
            g.setColor(colour(tone.on()));
            number(g, many, 10.5f, x, y);
        }
    }

    private void number(Graphics2D g, int number, float size, double x, double y) {
        GlyphVector text = bold.deriveFont(size).createGlyphVector(g.getFontRenderContext(), String.valueOf(number));
        Rectangle2D box = text.getVisualBounds();
        g.fill(text.getOutline((float) (x - box.getCenterX()), (float) (y - box.getCenterY())));
    }

    /// What stands close to others or in a far view.
    void small(Graphics2D g, SensorState state) {
        Shape house = AffineTransform.getScaleInstance(0.42, 0.42).createTransformedShape(HOUSE);
        halo(g, house, 1.2);
        g.setColor(PostPainter.withAlpha(colour(tone(state)), 190));
        if (state == SensorState.NORMAL || state.calls()) {
            g.fill(house);
        } else {
            g.setStroke(new BasicStroke(1.2f));
            g.draw(house);
        }
    }

    private void halo(Graphics2D g, Shape shape, double reach) {
        g.setColor(colour(palette.ground().land()));
        g.setStroke(new BasicStroke((float) (2 * reach), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    private static Color colour(int argb) {
        return CaseMarkPainter.colour(argb);
    }
}
