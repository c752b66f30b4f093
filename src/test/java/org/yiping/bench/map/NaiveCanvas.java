package org.yiping.bench.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapProbe;
import org.yiping.console.map.MapStyle;
import org.yiping.console.map.Palette;
import org.yiping.console.map.RoadClass;
import org.yiping.domain.geo.Position;

/// How a map is drawn by whoever has only a canvas: every feature in sight, one call after another, anew each frame.
/// An index finds them, and there are no names: both in its favour. JavaFX thread.
final class NaiveCanvas implements Window.Contender {
    private final BigCity city;
    private final Palette palette;
    private final IntFunction<MapCamera> path;
    private final Canvas canvas = new Canvas(Window.WIDTH, Window.HEIGHT);
    private final Map<AreaKind, STRtree> areas = new EnumMap<>(AreaKind.class);
    private final Map<RoadClass, STRtree> roads = new EnumMap<>(RoadClass.class);
    private final STRtree components = new STRtree();
    private final STRtree cases = new STRtree();
    private final STRtree cameras = new STRtree();
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int at;

    /// Takes what lies within the box.
    NaiveCanvas(BigCity city, MapStyle style, CityBox around, IntFunction<MapCamera> path) {
        this.city = city;
        this.palette = style.palette();
        this.path = path;
        for (AreaKind kind : AreaKind.values()) {
            STRtree tree = areas.computeIfAbsent(kind, _ -> new STRtree());
            city.areas(kind, (_, _, rings) -> insert(tree, rings, around));
        }
        city.roads((road, _, line) -> insert(roads.computeIfAbsent(road, _ -> new STRtree()), List.of(line), around));
        city.components((_, where, _) -> insert(components, List.of(List.of(where)), around));
        city.cases((_, where, _) -> insert(cases, List.of(List.of(where)), around));
        city.cameras((_, where, _) -> insert(cameras, List.of(List.of(where)), around));
    }

    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    private record Outline(double[] xs, double[] ys) {}

    private void insert(STRtree tree, List<List<Position>> rings, CityBox around) {
        Envelope box = new Envelope();
        List<Outline> outlines = new ArrayList<>();
        for (List<Position> ring : rings) {
            double[] x = new double[ring.size()];
            double[] y = new double[ring.size()];
            for (int i = 0; i < x.length; i++) {
                CityPoint p = city.projection().toCity(ring.get(i));
                x[i] = p.x();
                y[i] = p.y();
                box.expandToInclude(p.x(), p.y());
            }
            outlines.add(new Outline(x, y));
        }
        if (box.intersects(envelope(around))) {
            tree.insert(box, outlines);
        }
    }

    private static Envelope envelope(CityBox box) {
        return new Envelope(box.west(), box.east(), box.south(), box.north());
    }

    @Override
    public Node node() {
        return canvas;
    }

    @Override
    public boolean next(Runnable arrived) {
        draw(path.apply(at++));
        return true;
    }

    private void draw(MapCamera camera) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double scale = camera.metresPerPixel();
        g.setFill(colour(palette.ground().land()));
        g.fillRect(0, 0, Window.WIDTH, Window.HEIGHT);
        Envelope view = envelope(camera.view().grown(24 * scale));
        for (AreaKind kind : AreaKind.values()) {
            if (scale <= MapProbe.farthest(kind) && !JtsMap.line(kind)) {
                g.setFill(colour(JtsMap.ground(palette, kind)));
                each(areas.get(kind), view, camera, n -> g.fillPolygon(xs, ys, n));
            }
        }
        for (AreaKind kind : AreaKind.values()) {
            if (scale <= MapProbe.farthest(kind) && JtsMap.line(kind)) {
                g.setStroke(colour(JtsMap.ground(palette, kind)));
                g.setLineWidth(1);
                each(areas.get(kind), view, camera, n -> g.strokePolygon(xs, ys, n));
            }
        }
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (RoadClass road : List.of(RoadClass.MINOR, RoadClass.MID, RoadClass.MAJOR)) {
            stroke(g, road, camera, view, palette.roads().casing(), 2.4);
        }
        stroke(g, RoadClass.MINOR, camera, view, palette.roads().minor(), 0);
        stroke(g, RoadClass.MID, camera, view, palette.roads().mid(), 0);
        stroke(g, RoadClass.MAJOR, camera, view, palette.roads().major(), 0);
        g.setFill(colour(palette.marks().infra()));
        each(components, view, camera, n -> g.fillOval(xs[0] - 2.1, ys[0] - 2.1, 4.2, 4.2));
        each(cameras, view, camera, n -> g.fillRect(xs[0] - 8, ys[0] - 8, 17, 17));
        g.setStroke(colour(palette.lights().green()));
        g.setLineWidth(2.3);
        each(cases, view, camera, n -> g.strokeOval(xs[0] - 8, ys[0] - 8, 16, 16));
    }

    private void stroke(GraphicsContext g, RoadClass road, MapCamera camera, Envelope view, int argb, double extra) {
        if (camera.metresPerPixel() <= MapProbe.farthest(road)) {
            g.setStroke(colour(argb));
            g.setLineWidth(MapProbe.pixels(road, camera.metresPerPixel()) + extra);
            each(roads.get(road), view, camera, n -> g.strokePolyline(xs, ys, n));
        }
    }

    private interface Drawing {
        void draw(int vertices);
    }

    private void each(@org.jspecify.annotations.Nullable STRtree tree, Envelope view, MapCamera camera, Drawing to) {
        if (tree == null) {
            return;
        }
        tree.query(view, item -> {
            if (item instanceof List<?> outlines) {
                for (Object o : outlines) {
                    if (o instanceof Outline(double[] x, double[] y)) {
                        to.draw(project(x, y, camera));
                    }
                }
            }
        });
    }

    private int project(double[] x, double[] y, MapCamera camera) {
        if (xs.length < x.length) {
            xs = new double[2 * x.length];
            ys = new double[2 * x.length];
        }
        for (int i = 0; i < x.length; i++) {
            xs[i] = camera.screenX(x[i]);
            ys[i] = camera.screenY(y[i]);
        }
        return x.length;
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }
}
