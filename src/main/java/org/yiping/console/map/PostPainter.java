package org.yiping.console.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Draws what is no case: cameras, people, vehicles, drones, components. All in one quiet colour, so that they
/// never compete with a light. The origin is the middle. Any thread.
final class PostPainter {
    private static final double SIDE = 17;
    private static final float[] DASH = {2.6f, 2.2f};
    private final Palette palette;
    private final Font bold;
    private final SensorPainter sensors;

    PostPainter(MapStyle style) {
        this.sensors = new SensorPainter(style);
        this.palette = style.palette();
        this.bold = style.bold();
    }

    void camera(Graphics2D g, boolean online) {
        Shape box = new RoundRectangle2D.Double(-SIDE / 2, -SIDE / 2, SIDE, SIDE, 4, 4);
        edge(g, box, !online);
        g.setColor(colour(online ? palette.marks().infra() : palette.marks().stale()));
        AffineTransform kept = g.getTransform();
        g.rotate(Math.toRadians(-18));
        g.fill(new RoundRectangle2D.Double(-5.2, -3.6, 9.2, 5, 1.4, 1.4));
        g.fill(CaseMarkPainter.polygon(4.3, -2.9, 6, -2.2, 6, 0.2, 4.3, 0.7));
        g.setTransform(kept);
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D arm = new Path2D.Double();
        arm.moveTo(-1.6, 1.6);
        arm.lineTo(-2.6, 4.4);
        arm.lineTo(-5.4, 4.4);
        g.draw(arm);
        if (!online) {
            g.setColor(colour(palette.ground().land()));
            g.setStroke(new BasicStroke(3.4f));
            g.draw(new Line2D.Double(-5.5, -5.5, 5.5, 5.5));
            g.setColor(colour(palette.marks().stale()));
            g.setStroke(new BasicStroke(1.5f));
            g.draw(new Line2D.Double(-5.5, -5.5, 5.5, 5.5));
        }
    }

    /// The view cone at 14 % with a fine edge.
    void cone(Graphics2D g, double heading, double view, double reach) {
        Shape cone = new Arc2D.Double(-reach, -reach, 2 * reach, 2 * reach, 90 - heading - view / 2, view, Arc2D.PIE);
        Color infra = colour(palette.marks().infra());
        g.setColor(withAlpha(infra, 36));
        g.fill(cone);
        g.setColor(withAlpha(infra, 90));
        g.setStroke(new BasicStroke(1));
        g.draw(cone);
    }

    /// What moves says where to: one that is no arrow itself by a point on its edge. `code` is its symbol's.
    void mover(Graphics2D g, int code) {
        boolean stale = SymbolCode.flagged(code);
        int family = SymbolCode.family(code);
        switch (family) {
            case SymbolCode.PERSON -> person(g, stale);
            case SymbolCode.DRONE -> drone(g, stale);
            default -> vehicle(g, code, stale);
        }
        if (family != SymbolCode.VEHICLE && SymbolCode.hasHeading(code)) {
            g.rotate(Math.toRadians(SymbolCode.heading(code)));
            double edge = family == SymbolCode.PERSON ? SIDE / 2 + 2 : 10;
            Shape point = CaseMarkPainter.polygon(0, -edge - 6, 5, -edge, -5, -edge);
            halo(g, point, 1.4);
            g.setColor(colour(stale ? palette.marks().stale() : palette.marks().infra()));
            g.fill(point);
        }
    }

    private void person(Graphics2D g, boolean stale) {
        double r = SIDE / 2 + 0.5;
        edge(g, new Ellipse2D.Double(-r, -r, 2 * r, 2 * r), stale);
        g.setColor(colour(stale ? palette.marks().stale() : palette.marks().infra()));
        g.fill(new Ellipse2D.Double(-2.3, -4.9, 4.6, 4.6));
        Path2D shoulders = new Path2D.Double();
        shoulders.moveTo(-4.6, 4.4);
        shoulders.curveTo(-4.6, -0.6, 4.6, -0.6, 4.6, 4.4);
        shoulders.closePath();
        g.fill(shoulders);
    }

    /// An arrow; without a heading a lozenge, which points nowhere.
    private void vehicle(Graphics2D g, int code, boolean stale) {
        boolean headed = SymbolCode.hasHeading(code);
        g.rotate(headed ? Math.toRadians(SymbolCode.heading(code)) : 0);
        Path2D arrow = headed
                ? CaseMarkPainter.polygon(0, -9.5, 7, 8.5, 0, 4.6, -7, 8.5)
                : CaseMarkPainter.polygon(0, -6.5, 6.5, 0, 0, 6.5, -6.5, 0);
        halo(g, arrow, 1.6);
        g.setColor(colour(stale ? palette.marks().stale() : palette.marks().infra()));
        if (stale) {
            g.setStroke(dashed(1.5f));
            g.draw(arrow);
        } else {
            g.fill(arrow);
        }
    }

    private void drone(Graphics2D g, boolean stale) {
        Area rotors = new Area();
        Path2D arms = new Path2D.Double();
        for (int i = 0; i < 4; i++) {
            double x = i % 2 == 0 ? -5.6 : 5.6;
            double y = i < 2 ? -5.6 : 5.6;
            rotors.add(new Area(new Ellipse2D.Double(x - 3.4, y - 3.4, 6.8, 6.8)));
            arms.moveTo(0, 0);
            arms.lineTo(x, y);
        }
        halo(g, rotors, 3);
        g.setColor(colour(stale ? palette.marks().stale() : palette.marks().infra()));
        g.setStroke(stale ? dashed(1.5f) : new BasicStroke(1.5f));
        g.draw(rotors);
        g.setStroke(new BasicStroke(2));
        g.draw(arms);
        g.fill(new Rectangle2D.Double(-2.4, -2.4, 4.8, 4.8));
    }

    void component(Graphics2D g, MajorClass major) {
        Shape shape = switch (major) {
            case UTILITY -> new Rectangle2D.Double(-2.5, -2.5, 5, 5);
            case ROAD -> new Ellipse2D.Double(-2.1, -2.1, 4.2, 4.2);
            case APPEARANCE -> CaseMarkPainter.polygon(0, -3.2, 3.1, 2.4, -3.1, 2.4);
            case GREENERY -> cross(3, 0);
            case OTHER -> cross(2.4, Math.PI / 4);
        };
        halo(g, shape, 1);
        g.setColor(withAlpha(colour(palette.marks().infra()), 190));
        g.setStroke(new BasicStroke(1));
        if (major == MajorClass.ROAD) {
            g.fill(shape);
        } else {
            g.draw(shape);
        }
    }

    /// What stands close to others: the same shapes, 7 pixels wide and without a picture in them.
    void small(Graphics2D g, int code) {
        if (SymbolCode.family(code) == SymbolCode.SENSOR) {
            sensors.small(g, SymbolCode.state(code));
            return;
        }
        boolean camera = SymbolCode.family(code) == SymbolCode.CAMERA;
        boolean quiet = camera != SymbolCode.flagged(code);
        Shape shape = switch (SymbolCode.family(code)) {
            case SymbolCode.CAMERA -> new Rectangle2D.Double(-3, -3, 6, 6);
            case SymbolCode.VEHICLE ->
                SymbolCode.hasHeading(code)
                        ? AffineTransform.getRotateInstance(Math.toRadians(SymbolCode.heading(code)))
                                .createTransformedShape(CaseMarkPainter.polygon(0, -4.6, 3.4, 4, 0, 2.2, -3.4, 4))
                        : CaseMarkPainter.polygon(0, -3.6, 3.6, 0, 0, 3.6, -3.6, 0);
            default -> new Ellipse2D.Double(-3, -3, 6, 6);
        };
        halo(g, shape, 1.2);
        g.setColor(withAlpha(
                colour(quiet ? palette.marks().stale() : palette.marks().infra()), 190));
        if (SymbolCode.family(code) == SymbolCode.PERSON || (quiet && camera)) {
            g.setStroke(new BasicStroke(1.4f));
            g.draw(shape);
        } else {
            g.fill(shape);
        }
    }

    /// A camera a scene speaks of: its letter in its square.
    void letter(Graphics2D g, char letter, double side) {
        Shape box = new RoundRectangle2D.Double(-side / 2, -side / 2, side, side, side / 6, side / 6);
        halo(g, box, 5);
        g.setColor(colour(palette.marks().surface()));
        g.fill(box);
        g.setColor(colour(palette.marks().infra()));
        g.setStroke(new BasicStroke((float) (side / 16)));
        g.draw(box);
        GlyphVector text =
                bold.deriveFont((float) (side * 0.76)).createGlyphVector(g.getFontRenderContext(), new char[] {letter});
        Rectangle2D ink = text.getVisualBounds();
        g.setColor(colour(palette.words().text()));
        g.fill(text.getOutline((float) -ink.getCenterX(), (float) -ink.getCenterY()));
    }

    static Shape cross(double arm, double turn) {
        Path2D path = new Path2D.Double();
        path.moveTo(-arm, 0);
        path.lineTo(arm, 0);
        path.moveTo(0, -arm);
        path.lineTo(0, arm);
        return AffineTransform.getRotateInstance(turn).createTransformedShape(path);
    }

    private void edge(Graphics2D g, Shape shape, boolean dashed) {
        halo(g, shape, 2.6);
        g.setColor(colour(palette.marks().surface()));
        g.fill(shape);
        g.setColor(colour(dashed ? palette.marks().stale() : palette.marks().infra()));
        g.setStroke(dashed ? dashed(1.5f) : new BasicStroke(1.5f));
        g.draw(shape);
    }

    private void halo(Graphics2D g, Shape shape, double reach) {
        g.setColor(colour(palette.ground().land()));
        g.setStroke(new BasicStroke((float) (2 * reach), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    static BasicStroke dashed(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASH, 0);
    }

    private static Color colour(int argb) {
        return CaseMarkPainter.colour(argb);
    }

    static Color withAlpha(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
