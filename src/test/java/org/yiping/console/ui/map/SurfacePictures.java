package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.Hit;
import org.yiping.console.map.LayerSpec;
import org.yiping.console.map.LineLayer;
import org.yiping.console.map.LiveLayer;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MarkFill;
import org.yiping.console.map.MarkShape;
import org.yiping.console.map.RoadClass;
import org.yiping.console.map.Symbol;
import org.yiping.console.map.TestStyle;
import org.yiping.domain.geo.Position;

/// One small city as both compositors show it, by whatever pipeline this program's toolkit has. As a program it
/// prints for each view how far their pictures are apart: whether a card draws, who was chosen, then `VIEW MEAN
/// MOST COLOURS`. FX thread.
final class SurfacePictures {
    static final int WIDTH = 640;
    static final int HEIGHT = 420;

    private final CityProjection projection = CityProjection.around(new Position(104, 30));
    private final MapEngine engine = new MapEngine(projection, TestStyle.night(), Runnable::run, 1);

    /// How far two pictures are apart, in steps of a channel: on average, and at most.
    record Apart(double mean, int most) {}

    /// `scale` of its own level, or between two.
    record View(String name, MapCamera camera) {}

    SurfacePictures() {
        AreaLayer.Builder water = AreaLayer.in(projection, AreaKind.WATER);
        LineLayer.Builder roads = LineLayer.in(projection);
        for (int i = -6; i < 6; i++) {
            double x = i * 300;
            water.add("", "", List.of(Arrays.asList(at(x, x), at(x + 200, x), at(x + 90, x + 300))));
            roads.add(RoadClass.values()[Math.floorMod(i, 3)], "人民路" + i, List.of(at(-2000, x), at(2000, x + 900)));
            roads.add(RoadClass.MAJOR, "解放大道" + i, List.of(at(x, -2000), at(x + 500, 2000)));
        }
        engine.ground(new CityGround(List.of(water.build()), roads.build(), List.of()));
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        LiveLayer posts = engine.layer(LayerSpec.posts("posts"));
        for (int i = 0; i < 60; i++) {
            Symbol mark = new Symbol.CaseMark(MarkShape.values()[i % 4], MarkFill.values()[i % 7]);
            cases.put("k" + i, at(i * 37 % 500 - 250, i * 61 % 400 - 200), mark, "");
            posts.put(
                    "c" + i,
                    at(i * 71 % 500 - 250, i * 43 % 400 - 200),
                    new Symbol.CameraPost(i % 7 > 0, i * 6, 60),
                    "");
        }
        cases.publish();
        posts.publish();
    }

    private Position at(double x, double y) {
        return projection.toPosition(new CityPoint(x, y));
    }

    List<View> views() {
        return List.of(
                new View("exact", new MapCamera(0, 0, 1, WIDTH, HEIGHT)),
                new View("between", new MapCamera(30, 20, 1.13, WIDTH, HEIGHT)),
                new View("panned", new MapCamera(120, -70, 1, WIDTH, HEIGHT)));
    }

    int[] picture(MapCamera camera, Compositing by) {
        MapSurface surface = new MapSurface(Fx.direct(), new Audience(PaintProbe.Debt.NONE), by);
        Scene scene = new Scene(surface, WIDTH, HEIGHT);
        surface.resize(WIDTH, HEIGHT);
        surface.open(engine);
        surface.set(camera);
        surface.emphasise(Emphasis.NONE.selecting(new Hit.Feature("cases", "k7")));
        surface.set(camera);
        WritableImage shot = scene.snapshot(null);
        int[] pixels = new int[WIDTH * HEIGHT];
        shot.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbPreInstance(), pixels, 0, WIDTH);
        surface.close();
        return pixels;
    }

    Apart apart(MapCamera camera) {
        int[] a = picture(camera, Compositing.SOFTWARE);
        int[] b = picture(camera, Compositing.TEXTURES);
        long sum = 0;
        int most = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int d = Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255));
                sum += d;
                most = Math.max(most, d);
            }
        }
        return new Apart(sum / (3.0 * a.length), most);
    }

    /// Colours of a picture, for one that is empty differs from nothing.
    static long colours(int[] picture) {
        return Arrays.stream(picture).distinct().count();
    }

    public static void main(String[] arguments) {
        List<String> lines = new ArrayList<>();
        org.yiping.console.ui.control.Toolkit.start();
        org.yiping.console.ui.control.Toolkit.onFx(() -> {
            lines.add("card " + org.yiping.console.fx.Toolkit.hasGraphicsCard());
            lines.add("chosen " + Compositing.chosen());
            SurfacePictures pictures = new SurfacePictures();
            for (View view : pictures.views()) {
                Apart apart = pictures.apart(view.camera());
                lines.add("%s %.4f %d %d"
                        .formatted(
                                view.name(),
                                apart.mean(),
                                apart.most(),
                                colours(pictures.picture(view.camera(), Compositing.TEXTURES))));
            }
            return 0;
        });
        lines.forEach(System.out::println);
        org.yiping.console.fx.Toolkit.stop();
    }
}
