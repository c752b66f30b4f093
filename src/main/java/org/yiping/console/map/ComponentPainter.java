package org.yiping.console.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Draws a component's own symbol: the frame says the major class, what stands in it the class. All in the quiet colour
/// of what is no case. The origin is the middle. Any thread.
final class ComponentPainter {
    /// Half the frame's width.
    private static final double HALF = 8.5;

    private static final double HALO = 1.2;
    private static final BasicStroke FRAME = new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final float LETTERS = 12;

    private final Palette palette;
    private final Font bold;

    ComponentPainter(MapStyle style) {
        this.palette = style.palette();
        this.bold = style.bold();
    }

    void paint(Graphics2D g, MajorClass major, int figure) {
        Shape frame = frame(major);
        g.setColor(CaseMarkPainter.colour(palette.ground().land()));
        g.setStroke(new BasicStroke((float) (1.1 + 2 * HALO), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(frame);
        g.setColor(CaseMarkPainter.colour(palette.marks().surface()));
        g.fill(frame);
        Color infra = CaseMarkPainter.colour(palette.marks().infra());
        g.setColor(infra);
        g.setStroke(FRAME);
        g.draw(frame);
        if (figure >= ComponentFigures.DRAWN) {
            drawing(g, ComponentFigures.shipped().drawing(figure), share(major));
        } else {
            letter(g, (char) figure, share(major));
        }
    }

    private static void drawing(Graphics2D g, ComponentFigures.Figure figure, double share) {
        AffineTransform small = AffineTransform.getScaleInstance(share, share);
        g.setStroke(new BasicStroke(1.15f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(small.createTransformedShape(figure.strokes()));
        g.fill(small.createTransformedShape(figure.fills()));
    }

    private void letter(Graphics2D g, char letter, double share) {
        Font font = bold.deriveFont((float) (LETTERS * share / share(MajorClass.UTILITY)));
        GlyphVector text = font.createGlyphVector(g.getFontRenderContext(), new char[] {letter});
        Rectangle2D ink = text.getVisualBounds();
        g.fill(text.getOutline((float) -ink.getCenterX(), (float) -ink.getCenterY()));
    }

    /// How much of the frame's room what stands in it may take.
    private static double share(MajorClass major) {
        return switch (major) {
            case UTILITY -> 0.98;
            case GREENERY, OTHER -> 0.92;
            case ROAD, APPEARANCE -> 0.86;
        };
    }

    /// The outline of the far mark, grown to hold something: □ ● △ + ×.
    private static Shape frame(MajorClass major) {
        return switch (major) {
            case UTILITY -> new RoundRectangle2D.Double(-HALF, -HALF, 2 * HALF, 2 * HALF, 3, 3);
            case ROAD -> new Ellipse2D.Double(-HALF - 0.5, -HALF - 0.5, 2 * HALF + 1, 2 * HALF + 1);
            case APPEARANCE -> hexagon();
            case GREENERY -> leaf();
            case OTHER -> cut();
        };
    }

    private static Shape hexagon() {
        return CaseMarkPainter.polygon(0, -10, 8.6, -5, 8.6, 5, 0, 10, -8.6, 5, -8.6, -5);
    }

    /// Two corners round, two sharp.
    private static Shape leaf() {
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(HALF, -HALF);
        leaf.lineTo(HALF, 1);
        leaf.quadTo(HALF, HALF, 1, HALF);
        leaf.lineTo(-HALF, HALF);
        leaf.lineTo(-HALF, -1);
        leaf.quadTo(-HALF, -HALF, -1, -HALF);
        leaf.closePath();
        return leaf;
    }

    private static Shape cut() {
        double c = 4;
        return CaseMarkPainter.polygon(
                -HALF + c, -HALF, HALF - c, -HALF, HALF, -HALF + c, HALF, HALF - c, HALF - c, HALF, -HALF + c, HALF,
                -HALF, HALF - c, -HALF, -HALF + c);
    }
}
