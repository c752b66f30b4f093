package org.yiping.console.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.font.GlyphVector;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Every symbol drawn once and kept as a sprite, for one style. Any thread.
final class SymbolSheet {
    private static final int SIZE = 16;
    private static final int OVERDUE_SIZE = 19;
    private static final int SELECTED_SIZE = 24;
    private static final double CONE_REACH = 36;
    /// Sprites of clusters are as many as there are counts; beyond this the sheet starts afresh.
    private static final int MOST = 4000;

    private final MapStyle style;
    private final CaseMarkPainter cases;
    private final PostPainter posts;
    private final Map<Key, Sprite> sprites = new ConcurrentHashMap<>();

    SymbolSheet(MapStyle style) {
        this.style = style;
        this.cases = new CaseMarkPainter(style.palette());
        this.posts = new PostPainter(style);
    }

    Sprite symbol(int code, boolean selected) {
        int seen = SymbolCode.family(code) == SymbolCode.CAMERA ? code & 15 : code;
        return kept(
                new Key(selected ? What.SELECTED : What.SYMBOL, seen, 0, 0),
                () -> selected
                        ? Sprite.drawn(22, g -> paintSelected(g, seen))
                        : Sprite.drawn(
                                reach(seen), g -> paint(g, seen, SymbolCode.isOverdue(seen) ? OVERDUE_SIZE : SIZE)));
    }

    /// What a post or person shrinks to in far views.
    Sprite dot(boolean quiet) {
        return kept(new Key(What.DOT, quiet ? 1 : 0, 0, 0), () -> Sprite.drawn(5, g -> posts.dot(g, quiet)));
    }

    Sprite cone(int code) {
        return kept(
                new Key(What.CONE, code, 0, 0),
                () -> Sprite.drawn(
                        (int) CONE_REACH + 2,
                        g -> posts.cone(g, SymbolCode.heading(code), SymbolCode.view(code), CONE_REACH)));
    }

    /// A counted group; its ring is divided by the shares of overdue, nearly due and all others.
    Sprite cluster(int count, int red, int yellow) {
        return kept(
                new Key(What.CLUSTER, count, red, yellow),
                () -> Sprite.drawn(32, g -> paintCluster(g, count, red, yellow)));
    }

    static int clusterRadius(int count) {
        return count < 10 ? 15 : count < 100 ? 19 : count < 1000 ? 22 : 26;
    }

    private static int reach(int code) {
        return SymbolCode.family(code) == SymbolCode.COMPONENT ? 6 : 14;
    }

    private Sprite kept(Key key, Supplier<Sprite> drawing) {
        Sprite known = sprites.get(key);
        if (known == null) {
            if (sprites.size() > MOST) {
                sprites.clear();
            }
            known = drawing.get();
            sprites.put(key, known);
        }
        return known;
    }

    private void paintSelected(Graphics2D g, int code) {
        double r = 18.5;
        g.setColor(CaseMarkPainter.colour(style.palette().ground().land()));
        g.fill(new Ellipse2D.Double(-r - 2.5, -r - 2.5, 2 * r + 5, 2 * r + 5));
        g.setColor(CaseMarkPainter.colour(style.palette().marks().accent()));
        g.setStroke(new BasicStroke(2.5f));
        g.draw(new Ellipse2D.Double(-r, -r, 2 * r, 2 * r));
        paint(g, code, SELECTED_SIZE);
    }

    private void paint(Graphics2D g, int code, int size) {
        switch (SymbolCode.family(code)) {
            case SymbolCode.CASE -> cases.paint(g, SymbolCode.shape(code), SymbolCode.fill(code), size);
            case SymbolCode.CAMERA -> posts.camera(g, SymbolCode.flagged(code));
            case SymbolCode.PERSON -> posts.person(g, SymbolCode.flagged(code));
            case SymbolCode.VEHICLE -> posts.vehicle(g, SymbolCode.heading(code), SymbolCode.flagged(code));
            case SymbolCode.DRONE -> posts.drone(g, SymbolCode.flagged(code));
            case SymbolCode.SENSOR -> posts.sensor(g, SymbolCode.letter(code), SymbolCode.flagged(code));
            case SymbolCode.COMPONENT -> posts.component(g, SymbolCode.major(code));
            default -> throw new IllegalArgumentException("no such symbol: " + code);
        }
    }

    private void paintCluster(Graphics2D g, int count, int red, int yellow) {
        Palette palette = style.palette();
        double r = clusterRadius(count);
        g.setColor(CaseMarkPainter.colour(palette.ground().land()));
        g.fill(new Ellipse2D.Double(-r - 3, -r - 3, 2 * r + 6, 2 * r + 6));
        double redPart = 360.0 * red / count;
        double yellowPart = 360.0 * yellow / count;
        arc(
                g,
                r,
                90 - redPart - yellowPart,
                360 - redPart - yellowPart,
                palette.lights().green(),
                2.5f);
        arc(g, r, 90 - redPart, yellowPart, palette.lights().yellow().fill(), 3.5f);
        arc(g, r, 90, redPart, palette.lights().red().edge(), 5f);
        g.setColor(CaseMarkPainter.colour(palette.words().text()));
        String number = String.valueOf(count);
        float size = count < 10 ? 12 : count < 100 ? 15 : 14;
        GlyphVector text = style.bold().deriveFont(size).createGlyphVector(g.getFontRenderContext(), number);
        Rectangle2D box = text.getVisualBounds();
        g.fill(text.getOutline((float) -box.getCenterX(), (float) -box.getCenterY()));
    }

    /// From `start` degrees clockwise by `extent`.
    private static void arc(Graphics2D g, double r, double start, double extent, int argb, float width) {
        if (extent > 0) {
            g.setColor(CaseMarkPainter.colour(argb));
            g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            g.draw(new Arc2D.Double(-r, -r, 2 * r, 2 * r, start, -extent, Arc2D.OPEN));
        }
    }

    private enum What {
        SYMBOL,
        SELECTED,
        CONE,
        DOT,
        CLUSTER
    }

    private record Key(What what, int a, int b, int c) {}
}
