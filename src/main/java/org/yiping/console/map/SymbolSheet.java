package org.yiping.console.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.font.GlyphVector;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Every symbol drawn once and kept as a sprite, for one style. Any thread.
final class SymbolSheet {
    /// Pixels from a component's middle that its symbol may take.
    static final int COMPONENT_REACH = 12;
    /// Half of what two of them need to stand side by side.
    static final int COMPONENT_HALF = 10;

    private static final int SELECTED_SIZE = 24;
    private static final double CONE_REACH = 36;
    /// On the wall: a letter's square, and how far its camera looks.
    private static final int LETTER_SIDE = 64;

    private static final double LETTER_REACH = 150;
    /// Sprites of clusters are as many as there are counts, and on the wall as large as a hand; beyond so many pixels
    /// the sheet starts afresh.
    private static final int MOST_PIXELS = 8 << 20;

    private final MapStyle style;
    private final CaseMarkPainter cases;
    private final PostPainter posts;
    private final SensorPainter sensors;
    private final ComponentPainter components;
    private final Map<Key, Sprite> sprites = new ConcurrentHashMap<>();
    private final Map<Faded, Sprite> faded = new ConcurrentHashMap<>();
    private final AtomicInteger pixels = new AtomicInteger();

    SymbolSheet(MapStyle style) {
        this.style = style;
        this.cases = new CaseMarkPainter(style.palette());
        this.posts = new PostPainter(style);
        this.sensors = new SensorPainter(style);
        this.components = new ComponentPainter(style);
    }

    Sprite symbol(int code, boolean selected) {
        int seen = seen(code);
        return kept(
                new Key(selected ? What.SELECTED : What.SYMBOL, seen, 0, 0),
                () -> selected
                        ? Sprite.drawn(22, g -> paintSelected(g, seen))
                        : Sprite.drawn(reach(seen), g -> paint(g, seen, markSize(seen))));
    }

    /// A component by the symbol of its own class or of its major one.
    Sprite component(int code, boolean own) {
        return symbol(own ? code : SymbolCode.ofMajor(code), false);
    }

    /// The same picture seen through; `opacity` from 0 to 1.
    Sprite faded(Sprite sprite, double opacity) {
        if (opacity >= 1) {
            return sprite;
        }
        int cover = (int) Math.round(Math.max(0, opacity) * 256);
        return kept(faded, new Faded(sprite, cover), () -> sprite.faded(cover));
    }

    /// What a post or person shrinks to in far views and in a crowd.
    Sprite small(int code) {
        int seen = seen(code);
        return kept(new Key(What.SMALL, seen, 0, 0), () -> Sprite.drawn(8, g -> posts.small(g, seen)));
    }

    /// A case that a scene calls by its number.
    Sprite numbered(int code) {
        int size = style.generalisation().numbered(SymbolCode.fill(code));
        return kept(new Key(What.NUMBERED, code, 0, 0), () -> Sprite.drawn(room(size), g -> paint(g, code, size)));
    }

    /// A camera that a scene calls by its letter, from 0 for A.
    Sprite lettered(int letter) {
        return kept(
                new Key(What.LETTER, letter, 0, 0),
                () -> Sprite.drawn(LETTER_SIDE / 2 + 8, g -> posts.letter(g, (char) ('A' + letter), LETTER_SIDE)));
    }

    Sprite letteredCone(int code) {
        return kept(
                new Key(What.LETTER_CONE, code, 0, 0),
                () -> Sprite.drawn(
                        (int) LETTER_REACH + 2,
                        g -> posts.cone(g, SymbolCode.heading(code), SymbolCode.view(code), LETTER_REACH)));
    }

    /// Half of what a mark takes with its halo.
    int radius(int code) {
        return SymbolCode.family(code) == SymbolCode.CASE
                ? style.generalisation().mark(SymbolCode.fill(code)) / 2 + 1
                : 11;
    }

    /// A camera's own square looks the same whichever way it is turned.
    private static int seen(int code) {
        return SymbolCode.family(code) == SymbolCode.CAMERA ? code & 15 : code;
    }

    private int markSize(int code) {
        return SymbolCode.family(code) == SymbolCode.CASE
                ? style.generalisation().mark(SymbolCode.fill(code))
                : 0;
    }

    /// A diamond is wider than its circle.
    private static int room(int size) {
        return (int) Math.ceil(size * 0.58) + 4;
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
                () -> Sprite.drawn(
                        style.generalisation().clusterRadius(count) * 5 / 4 + 4,
                        g -> paintCluster(g, count, red, yellow)));
    }

    /// So many components; quiet, and square where groups of cases are round.
    Sprite components(int count) {
        return kept(
                new Key(What.COMPONENTS, count, 0, 0),
                () -> Sprite.drawn(style.generalisation().clusterRadius(count) + 4, g -> paintComponents(g, count)));
    }

    /// A counted crowd of sensors, and how many of them call for somebody.
    Sprite sensors(int count, int red, int yellow) {
        return kept(
                new Key(What.SENSORS, count, red, yellow),
                () -> Sprite.drawn(48, g -> sensors.crowd(g, count, red, yellow)));
    }

    private int reach(int code) {
        return switch (SymbolCode.family(code)) {
            case SymbolCode.COMPONENT -> SymbolCode.figure(code) == 0 ? 6 : COMPONENT_REACH;
            case SymbolCode.CASE -> room(markSize(code));
            case SymbolCode.PERSON, SymbolCode.DRONE -> SymbolCode.hasHeading(code) ? 19 : 14;
            default -> 14;
        };
    }

    private Sprite kept(Key key, Supplier<Sprite> drawing) {
        return kept(sprites, key, drawing);
    }

    private <K> Sprite kept(Map<K, Sprite> in, K key, Supplier<Sprite> drawing) {
        Sprite known = in.get(key);
        if (known == null) {
            known = drawing.get();
            int size = known.pixels().length;
            if (pixels.addAndGet(size) > MOST_PIXELS) {
                sprites.clear();
                faded.clear();
                pixels.set(size);
            }
            in.put(key, known);
        }
        return known;
    }

    /// Of everything that is kept.
    int keptPixels() {
        return pixels.get();
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
            case SymbolCode.PERSON, SymbolCode.VEHICLE, SymbolCode.DRONE -> posts.mover(g, code);
            case SymbolCode.SENSOR -> sensors.one(g, SymbolCode.letter(code), SymbolCode.state(code));
            case SymbolCode.COMPONENT -> component(g, code);
            default -> throw new IllegalArgumentException("no such symbol: " + code);
        }
    }

    private void component(Graphics2D g, int code) {
        if (SymbolCode.figure(code) == 0) {
            posts.component(g, SymbolCode.major(code));
        } else {
            components.paint(g, SymbolCode.major(code), SymbolCode.figure(code));
        }
    }

    private void paintCluster(Graphics2D g, int count, int red, int yellow) {
        Palette palette = style.palette();
        double r = style.generalisation().clusterRadius(count);
        float pen = (float) (r / 19);
        double edge = 3 * pen;
        g.setColor(CaseMarkPainter.colour(palette.ground().land()));
        g.fill(new Ellipse2D.Double(-r - edge, -r - edge, 2 * (r + edge), 2 * (r + edge)));
        double redPart = 360.0 * red / count;
        double yellowPart = 360.0 * yellow / count;
        arc(
                g,
                r,
                90 - redPart - yellowPart,
                360 - redPart - yellowPart,
                palette.lights().green(),
                2.5f * pen);
        arc(g, r, 90 - redPart, yellowPart, palette.lights().yellow().fill(), 3.5f * pen);
        arc(g, r, 90, redPart, palette.lights().red().edge(), 5f * pen);
        number(g, count, (float) (r * (count < 100 ? 0.8 : 0.64)));
    }

    private void paintComponents(Graphics2D g, int count) {
        Palette palette = style.palette();
        double r = style.generalisation().clusterRadius(count);
        double high = r * 0.56;
        RoundRectangle2D box = new RoundRectangle2D.Double(-r, -high, 2 * r, 2 * high, 6, 6);
        g.setColor(CaseMarkPainter.colour(palette.ground().land()));
        g.setStroke(new BasicStroke(5));
        g.draw(box);
        g.setColor(CaseMarkPainter.colour(palette.marks().surface()));
        g.fill(box);
        g.setColor(CaseMarkPainter.colour(palette.marks().infra()));
        g.setStroke(new BasicStroke(1.4f));
        g.draw(box);
        int digits = String.valueOf(count).length();
        number(g, count, (float) Math.min(13, 2.9 * r / Math.max(3, digits)));
    }

    private void number(Graphics2D g, int count, float size) {
        g.setColor(CaseMarkPainter.colour(style.palette().words().text()));
        String number = String.valueOf(count);
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
        SMALL,
        NUMBERED,
        LETTER,
        LETTER_CONE,
        CLUSTER,
        SENSORS,
        COMPONENTS
    }

    /// Two pictures are the same only where they are one.
    private record Faded(Sprite of, int cover) {
        @Override
        @SuppressWarnings("ReferenceEquality") // that is the point
        public boolean equals(Object other) {
            return other instanceof Faded that && of == that.of && cover == that.cover;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(of) * 31 + cover;
        }
    }

    private record Key(What what, int a, int b, int c) {}
}
