package org.yiping.bench.map;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.MapProbe;
import org.yiping.console.map.MapStyle;
import org.yiping.console.map.Palette;
import org.yiping.console.map.RoadClass;
import org.yiping.domain.geo.Position;

/// The peer of the ground's painter: the same layers as JTS geometries in STR trees, drawn by Java2D with smooth edges
/// in the same styles and order. It draws all of a picture at once, which suits it better than tile by tile.
///
/// Confined to one thread.
final class JtsMap {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int REACH = 6;

    private final MapStyle style;
    private final Map<AreaKind, STRtree> areas = new EnumMap<>(AreaKind.class);
    private final Map<AreaKind, STRtree> borders = new EnumMap<>(AreaKind.class);
    private final Map<RoadClass, STRtree> roads = new EnumMap<>(RoadClass.class);
    private final Map<MajorClass, STRtree> components = new EnumMap<>(MajorClass.class);
    private final Map<MajorClass, BufferedImage> marks = new EnumMap<>(MajorClass.class);

    JtsMap(BigCity city, CityGround ground, MapStyle style) {
        this.style = style;
        CityProjection projection = city.projection();
        for (AreaLayer layer : ground.areas()) {
            if (line(layer.kind())) {
                STRtree tree = borders.computeIfAbsent(layer.kind(), _ -> new STRtree());
                MapProbe.borders(layer).forEach(xy -> insert(tree, GEOMETRY.createLineString(coordinates(xy))));
            } else {
                STRtree tree = areas.computeIfAbsent(layer.kind(), _ -> new STRtree());
                city.areas(layer.kind(), (_, _, rings) -> insert(tree, polygon(projection, rings)));
            }
        }
        city.roads((road, _, line) -> insert(
                roads.computeIfAbsent(road, _ -> new STRtree()),
                GEOMETRY.createLineString(coordinates(projection, line))));
        city.components((_, at, major) ->
                insert(components.computeIfAbsent(major, _ -> new STRtree()), point(projection.toCity(at), null)));
        for (Map<?, STRtree> trees : List.of(areas, borders, roads, components)) {
            trees.values().forEach(STRtree::build);
        }
        for (MajorClass major : MajorClass.values()) {
            marks.put(major, sprite(major));
        }
    }

    /// Of the same precision as the engine's.
    static Point point(CityPoint at, @org.jspecify.annotations.Nullable Object what) {
        Point point = GEOMETRY.createPoint(new Coordinate((float) at.x(), (float) at.y()));
        point.setUserData(what);
        return point;
    }

    static void insert(STRtree tree, Geometry geometry) {
        tree.insert(geometry.getEnvelopeInternal(), geometry);
    }

    /// Draws the ground whose north-western corner is pixel (`left`, `top`) of the whole map at this scale.
    void paint(BufferedImage out, double metresPerPixel, double left, double top, boolean withComponents) {
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        View view = new View(metresPerPixel, left, top, out.getWidth(), out.getHeight());
        Palette palette = style.palette();
        g.setColor(colour(palette.ground().land()));
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        for (AreaKind kind : AreaKind.values()) {
            STRtree tree = areas.get(kind);
            if (tree != null && metresPerPixel <= MapProbe.farthest(kind)) {
                g.setColor(colour(ground(palette, kind)));
                tree.query(view.ground(1), item -> g.fill(view.path((Polygon) item)));
            }
        }
        for (AreaKind kind : List.of(AreaKind.CELL, AreaKind.COMMUNITY, AreaKind.STREET)) {
            border(g, view, kind);
        }
        streets(g, view);
        border(g, view, AreaKind.DISTRICT);
        if (withComponents && metresPerPixel <= 2.9) {
            components(g, view);
        }
        g.dispose();
    }

    private void border(Graphics2D g, View view, AreaKind kind) {
        STRtree tree = borders.get(kind);
        if (tree == null || view.metresPerPixel > MapProbe.farthest(kind)) {
            return;
        }
        Palette palette = style.palette();
        float width = kind == AreaKind.DISTRICT ? 1.6f : kind == AreaKind.STREET ? 1.2f : 1;
        float[] dash = switch (kind) {
            case DISTRICT -> new float[] {14, 5};
            case STREET -> new float[] {9, 4};
            case BLOCK, GREEN, WATER, BUILDING, CELL, COMMUNITY -> new float[] {4, 4};
        };
        g.setColor(colour(ground(palette, kind)));
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, dash, 0));
        g.setComposite(AlphaComposite.SrcOver.derive(kind == AreaKind.DISTRICT ? 0.9f : 0.8f));
        tree.query(view.ground(2), item -> g.draw(view.path((LineString) item)));
        g.setComposite(AlphaComposite.SrcOver);
    }

    private void streets(Graphics2D g, View view) {
        Palette.Roads colours = style.palette().roads();
        for (RoadClass road : List.of(RoadClass.MINOR, RoadClass.MID, RoadClass.MAJOR)) {
            double casing = MapProbe.pixels(road, view.metresPerPixel) < 2.5 ? 0.5 : 1.2;
            stroke(g, view, road, colours.casing(), 2 * casing);
        }
        stroke(g, view, RoadClass.MINOR, colours.minor(), 0);
        stroke(g, view, RoadClass.MID, colours.mid(), 0);
        stroke(g, view, RoadClass.MAJOR, colours.major(), 0);
    }

    private void stroke(Graphics2D g, View view, RoadClass road, int argb, double extra) {
        STRtree tree = roads.get(road);
        if (tree == null || view.metresPerPixel > MapProbe.farthest(road)) {
            return;
        }
        double width = MapProbe.pixels(road, view.metresPerPixel) + extra;
        g.setColor(colour(argb));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        tree.query(view.ground(width / 2 + 1), item -> g.draw(view.path((LineString) item)));
    }

    /// Thinned as the engine does: one a square of the map.
    private void components(Graphics2D g, View view) {
        double scale = view.metresPerPixel;
        boolean thin = scale > 0.6;
        int square = scale > 1.5 ? 64 : scale > 0.8 ? 32 : 16;
        int columns = view.width / square + 2;
        BitSet taken = new BitSet();
        components.forEach((major, tree) -> tree.query(view.ground(square), item -> {
            Coordinate at = ((Point) item).getCoordinate();
            int x = (int) Math.floor(view.x(at.x));
            int y = (int) Math.floor(view.y(at.y));
            int key = (Math.floorDiv(y, square) + 1) * columns + Math.floorDiv(x, square) + 1;
            if (!thin || key < 0 || !taken.get(key)) {
                taken.set(Math.max(0, key));
                g.drawImage(marks.get(major), x - REACH, y - REACH, null);
            }
        }));
    }

    private BufferedImage sprite(MajorClass major) {
        BufferedImage image = new BufferedImage(2 * REACH + 1, 2 * REACH + 1, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(REACH + 0.5, REACH + 0.5);
        MapProbe.mark(g, major, style);
        g.dispose();
        return image;
    }

    static boolean line(AreaKind kind) {
        return kind.compareTo(AreaKind.CELL) >= 0;
    }

    static int ground(Palette palette, AreaKind kind) {
        return switch (kind) {
            case BLOCK -> palette.ground().block();
            case GREEN -> palette.ground().green();
            case WATER -> palette.ground().water();
            case BUILDING -> palette.ground().building();
            case CELL -> palette.words().cell();
            case COMMUNITY, STREET, DISTRICT -> palette.words().district();
        };
    }

    private static Polygon polygon(CityProjection projection, List<List<Position>> rings) {
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = GEOMETRY.createLinearRing(coordinates(projection, rings.get(i + 1)));
        }
        return GEOMETRY.createPolygon(GEOMETRY.createLinearRing(coordinates(projection, rings.getFirst())), holes);
    }

    private static Coordinate[] coordinates(CityProjection projection, List<Position> line) {
        Coordinate[] out = new Coordinate[line.size()];
        for (int i = 0; i < out.length; i++) {
            CityPoint p = projection.toCity(line.get(i));
            out[i] = new Coordinate(p.x(), p.y());
        }
        return out;
    }

    private static Coordinate[] coordinates(double[] xy) {
        Coordinate[] out = new Coordinate[xy.length / 2];
        for (int i = 0; i < out.length; i++) {
            out[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return out;
    }

    private static Color colour(int argb) {
        return new Color(argb, true);
    }

    /// Where city metres fall in the picture.
    private record View(double metresPerPixel, double left, double top, int width, int height) {
        double x(double cityX) {
            return cityX / metresPerPixel - left;
        }

        double y(double cityY) {
            return -cityY / metresPerPixel - top;
        }

        Envelope ground(double margin) {
            return new Envelope(
                    (left - margin) * metresPerPixel,
                    (left + width + margin) * metresPerPixel,
                    -(top + height + margin) * metresPerPixel,
                    -(top - margin) * metresPerPixel);
        }

        Path2D path(Polygon polygon) {
            Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            append(path, polygon.getExteriorRing());
            path.closePath();
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                append(path, polygon.getInteriorRingN(i));
                path.closePath();
            }
            return path;
        }

        Path2D path(LineString line) {
            Path2D path = new Path2D.Double();
            append(path, line);
            return path;
        }

        private void append(Path2D path, LineString line) {
            CoordinateSequence v = line.getCoordinateSequence();
            path.moveTo(x(v.getX(0)), y(v.getY(0)));
            for (int i = 1; i < v.size(); i++) {
                path.lineTo(x(v.getX(i)), y(v.getY(i)));
            }
        }
    }
}
